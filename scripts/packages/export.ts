/** `npm run export`: writes packages. Either every package that was asked for is written, or none. */
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { strToU8 } from 'fflate'
import { defaultExportOptions } from '#shared/scorm/export-options'
import { DEFAULT_LOCALE } from '#shared/text/languages'
import project from '../../package.json' with { type: 'json' }
import { folderSource } from '../../server/content/sources/folder-source.ts'
import { readLibrary, type Library } from '../../server/content/library/library.ts'
import type { PackageNote } from '#shared/api/packages'
import {
  bulkZip,
  everyRequest,
  exportChecked,
  makersHere,
  README_FILE,
  schemaChecked,
  sumsText,
  SUMS_FILE,
  type NotedPackage,
} from '../../server/scorm/export/bulk.ts'
import {
  ensurePossible,
  ExportError,
  knownFormat,
  lessonIds,
  lessonsAwaiting,
  localesOf,
  type ExportRequest,
  type Workshop,
} from '../../server/scorm/export/export.ts'
import { folderAssets } from '../../server/scorm/package/folder-assets.ts'
import type { RenderOpening } from '../../server/scorm/package/lesson-files.ts'
import { bulkReadme } from '../../server/scorm/export/readme.ts'
import { readExportArguments, UsageError, type ExportArguments } from './export-arguments.ts'
import { readOptionsFile } from './options-file.ts'
import { FolderError, WholeFiles } from '../setup/whole-files.ts'

const BUNDLE_FILE = 'whos-there-packages.zip'

/** What the command works with; the tests bring their own. */
export interface ExportCommand {
  readonly project: string
  readonly loadRenderOpening: () => Promise<RenderOpening>
  readonly print: (line: string) => void
  readonly complain: (line: string) => void
  /** Shows how far it is, on a line that is written over. */
  readonly progress?: (line: string) => void
}

/** A package did not pass its own check. */
class CheckError extends Error {}

/** @returns the exit code (commands.mjs says which) */
export async function runExport(args: readonly string[], command: ExportCommand): Promise<number> {
  try {
    const asked = readExportArguments(args)
    if ('help' in asked) command.print(asked.help)
    else await exportAll(asked, command)
    return 0
  }
  catch (error) {
    const code = exitCodeOf(error)
    if (code === null || !(error instanceof Error)) throw error
    command.complain(error.message)
    return code
  }
}

function exitCodeOf(error: unknown): number | null {
  if (error instanceof ExportError) return 1
  if (error instanceof UsageError) return 2
  if (error instanceof FolderError) return 3
  return error instanceof CheckError ? 4 : null
}

async function exportAll(asked: ExportArguments, command: ExportCommand): Promise<void> {
  asked.formats.forEach(knownFormat)
  const options = asked.optionsFile === null ? defaultExportOptions : await readOptionsFile(asked.optionsFile)
  const library = await readLibrary(folderSource(join(command.project, 'content')))
  const lessons = asked.lessons === 'all' ? allLessons(library, asked.locales[0] ?? DEFAULT_LOCALE) : asked.lessons
  const requests = everyRequest({ lessons, formats: asked.formats, together: asked.isCourse, locales: asked.locales, options })
  let renderOpening: RenderOpening | undefined
  const workshop: Workshop = {
    library,
    assets: folderAssets(command.project),
    // Loaded late, so that a mistyped lesson id is told before a missing build is.
    renderOpening: async data => (renderOpening ??= await command.loadRenderOpening())(data),
    release: project.version,
  }
  requests.forEach(request => ensurePossible(workshop, request))
  const files = new WholeFiles(asked.out)
  try {
    const lines = asked.isBundle
      ? await writeBundle(workshop, requests, files, command)
      : await writeEach(workshop, requests, files, command)
    await files.keep()
    lines.forEach(line => command.print(line(asked.out)))
  }
  finally {
    await files.clean()
  }
}

type Line = (out: string) => string

async function writeEach(
  workshop: Workshop,
  requests: readonly ExportRequest[],
  files: WholeFiles,
  { progress }: ExportCommand,
): Promise<Line[]> {
  const made: Pick<NotedPackage, 'note' | 'manifest'>[] = []
  for (const [index, request] of requests.entries()) {
    progress?.(`${index + 1} of ${requests.length}: ${request.lessons.join(', ')}, ${request.format}`)
    const { note, bytes, manifest } = await exportChecked(workshop, request)
    ensurePassed([note])
    made.push({ note, manifest })
    await files.write(note.fileName, [bytes])
  }
  const notes = await schemaChecked(workshop, made)
  ensurePassed(notes)
  if (notes.length > 1) {
    await files.write(README_FILE, [strToU8(bulkReadme(notes, workshop.release))])
    await files.write(SUMS_FILE, [strToU8(sumsText(notes))])
  }
  return notes.map(
    ({ fileName, bytes, report, awaitingReview }) =>
      out =>
        `${shown(out, fileName)}  ${(bytes / 1000).toFixed(1)} kB  self-check passed (${report.checked.length} rules)`
        + (awaitingReview.length > 0 ? '  awaiting review' : ''),
  )
}

async function writeBundle(
  workshop: Workshop,
  requests: readonly ExportRequest[],
  files: WholeFiles,
  { progress }: ExportCommand,
): Promise<Line[]> {
  let done = 0
  const onPackage = (note: PackageNote) => {
    ensurePassed([note])
    progress?.(`${++done} of ${requests.length}: ${note.fileName}`)
  }
  await files.write(BUNDLE_FILE, bulkZip(makersHere(workshop), requests, { onPackage, onChecked: ensurePassed }))
  const waiting = lessonsAwaiting(workshop.library, requests).length
  return [out =>
    `${shown(out, BUNDLE_FILE)}  ${done} packages  self-check passed${waiting > 0 ? `  ${waiting} lessons awaiting review` : ''}`]
}

const shown = (out: string, fileName: string) => relative(process.cwd(), join(out, fileName)) || fileName

function ensurePassed(notes: readonly PackageNote[]) {
  const bad = notes.find(({ report }) => !report.ok)
  if (!bad) return
  const { fileName, report } = bad
  const errors = report.findings.filter(({ severity }) => severity === 'error').map(({ message }) => message)
  throw new CheckError(`${fileName} did not pass its self-check, so nothing was written: ${errors.join(' ')}`)
}

function allLessons(library: Library, locale: string): string[] {
  const bad = library.issues.find(issue => issue.file.startsWith(`content/lessons/${locale}/`))
  if (bad) throw new ExportError('invalid-lesson', `Not every lesson can be used: ${bad.file}, line ${bad.line}: ${bad.message}.`)
  const ids = lessonIds(library, locale)
  if (ids.length > 0) return ids
  throw new ExportError(
    'unknown-locale',
    `There are no lessons in the locale "${locale}". The locales are: ${localesOf(library).join(', ') || 'none yet'}.`,
  )
}

async function builtRenderOpening(): Promise<RenderOpening> {
  try {
    const { renderOpening } = await import('#player/prerender')
    return renderOpening
  }
  catch {
    throw new ExportError('missing-file', 'The player is not built yet. Build it first: npm run build:player.')
  }
}

if (import.meta.main) {
  const isTty = process.stderr.isTTY === true
  process.exitCode = await runExport(process.argv.slice(2), {
    project: fileURLToPath(new URL('../..', import.meta.url)),
    loadRenderOpening: builtRenderOpening,
    print: line => console.log(line),
    complain: line => console.error(line),
    // Only where a person is watching: a log wants one line a package, which it gets at the end.
    ...(isTty ? { progress: (line: string) => process.stderr.write(`\r\u001B[K${line}`) } : {}),
  })
  if (isTty) process.stderr.write('\r\u001B[K')
}
