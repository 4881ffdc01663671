/** `npm run export`: writes SCORM packages. Either every package that was asked for is written, or none. */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { packageFormats } from '#shared/scorm/package-format'
import { folderSource } from '../server/content/folder-source.ts'
import { readLibrary, type Library } from '../server/content/library.ts'
import { ExportError, exportPackage, knownFormat, lessonIds } from '../server/scorm/export.ts'
import { folderAssets } from '../server/scorm/folder-assets.ts'
import type { BuiltPackage, RenderOpening } from '../server/scorm/package.ts'

const usage = `Writes lessons as SCORM packages for a school's learning platform.

  npm run export -- --lesson <id>[,<id>...] --format <format> [--locale en] [--out packages]
  npm run export -- --all --format <format> [--locale en] [--out packages]

  --lesson  one lesson id, or several with commas between them
  --all     every lesson in the locale
  --format  ${packageFormats.join(' | ')}
  --locale  language of the lessons (default: en)
  --out     folder to write to, made if it is missing (default: packages)
  --help    this text

Example: npm run export -- --lesson lying-online-9-11 --format scorm12
`

/** What the command works with; the tests bring their own. */
export interface ExportCommand {
  readonly project: string
  readonly loadRenderOpening: () => Promise<RenderOpening>
  readonly print: (line: string) => void
  readonly complain: (line: string) => void
}

interface Request {
  readonly lessons: readonly string[] | 'all'
  readonly format: string
  readonly locale: string
  readonly out: string
}

/** The command was called in a way it does not have. */
class UsageError extends Error {}

/** The output folder cannot be written to. */
class FolderError extends Error {}

/** @returns the exit code: 0 done, 1 a request that cannot be met, 2 wrong usage */
export async function runExport(args: readonly string[], command: ExportCommand): Promise<number> {
  try {
    const request = readArguments(args)
    if (!request) {
      command.print(usage)
      return 0
    }
    const packages = await buildAll(request, command)
    await writeAll(packages, request.out)
    for (const { fileName, bytes } of packages) {
      command.print(`${relative(process.cwd(), join(request.out, fileName)) || fileName}  ${(bytes.length / 1000).toFixed(1)} kB`)
    }
    return 0
  }
  catch (error) {
    if (error instanceof UsageError) {
      command.complain(`${error.message} See npm run export -- --help.`)
      return 2
    }
    if (!(error instanceof ExportError) && !(error instanceof FolderError)) throw error
    command.complain(error.message)
    return 1
  }
}

/** @returns null when help was asked for */
function readArguments(args: readonly string[]): Request | null {
  const values = parsed(args)
  if (values.help) return null
  if (!values.format) throw new UsageError(`Say which format with --format: ${packageFormats.join(', ')}.`)
  const ids = (values.lesson ?? []).flatMap(list => list.split(',')).map(id => id.trim()).filter(id => id !== '')
  if (values.all && values.lesson) throw new UsageError('Give either --lesson or --all, not both.')
  if (!values.all && ids.length === 0) throw new UsageError('Say which lessons with --lesson <id>[,<id>...], or take every one with --all.')
  return { lessons: values.all ? 'all' : [...new Set(ids)], format: values.format, locale: values.locale, out: values.out }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        lesson: { type: 'string', multiple: true },
        all: { type: 'boolean', default: false },
        format: { type: 'string' },
        locale: { type: 'string', default: 'en' },
        out: { type: 'string', default: 'packages' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values
  }
  catch (error) {
    throw new UsageError(error instanceof Error ? `${error.message.replace(/[.\s]*$/, '')}.` : 'These options cannot be read.')
  }
}

async function buildAll({ lessons, format, locale }: Request, { project, loadRenderOpening }: ExportCommand): Promise<BuiltPackage[]> {
  knownFormat(format)
  const library = await readLibrary(folderSource(join(project, 'content')))
  const ids = lessons === 'all' ? allLessons(library, locale) : lessons
  const assets = folderAssets(project)
  let renderOpening: RenderOpening | undefined
  const packages: BuiltPackage[] = []
  for (const lessonId of ids) {
    packages.push(await exportPackage({
      library,
      lessonId,
      locale,
      format,
      assets,
      // Loaded late, so that a mistyped lesson id is told before a missing build is.
      renderOpening: async data => (renderOpening ??= await loadRenderOpening())(data),
    }))
  }
  return packages
}

function allLessons(library: Library, locale: string): string[] {
  const bad = library.issues.find(issue => issue.file.startsWith(`content/lessons/${locale}/`))
  if (bad) throw new ExportError('invalid-lesson', `Not every lesson can be used: ${bad.file}, line ${bad.line}: ${bad.message}.`)
  const ids = lessonIds(library, locale)
  if (ids.length > 0) return ids
  const locales = [...new Set(library.lessons.map(({ value }) => value.locale))].sort().join(', ') || 'none yet'
  throw new ExportError('unknown-locale', `There are no lessons in the locale "${locale}". The locales are: ${locales}.`)
}

/** Writes under temporary names first, so that nothing half-written is ever left under a package's name. */
async function writeAll(packages: readonly BuiltPackage[], out: string): Promise<void> {
  const files = packages.map(({ fileName, bytes }) => ({ path: join(out, fileName), temporary: join(out, `.${fileName}.${process.pid}.part`), bytes }))
  try {
    await mkdir(out, { recursive: true })
    for (const { temporary, bytes } of files) await writeFile(temporary, bytes)
    for (const { temporary, path } of files) await rename(temporary, path)
  }
  catch (error) {
    const reason = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    throw new FolderError(`The packages cannot be written to "${out}"${reason}. Choose another folder with --out.`)
  }
  finally {
    await Promise.all(files.map(({ temporary }) => rm(temporary, { force: true }).catch(() => undefined)))
  }
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
  const project = fileURLToPath(new URL('..', import.meta.url))
  process.exitCode = await runExport(process.argv.slice(2), {
    project,
    loadRenderOpening: builtRenderOpening,
    print: line => console.log(line),
    complain: line => console.error(line),
  })
}
