/** From a request (which lesson, format, locale) to a package. Route and command line both call this. */
import { bands, type Lesson } from '#activities/lesson'
import { routesFor } from '#shared/help-routes'
import { packageFormats, type PackageFormat } from '#shared/scorm/package-format'
import { findHelp, findLesson, type Library } from '../content/library.ts'
import { buildPackage, type Assets, type BuiltPackage, type RenderOpening } from './package.ts'
import { playerMessages } from './player-messages.ts'

export type ExportErrorCode = 'unknown-format' | 'unknown-locale' | 'unknown-lesson' | 'invalid-lesson' | 'missing-file'

/** A request that cannot be met. The message is a sentence for the person who asked, and names what there is. */
export class ExportError extends Error {
  readonly code: ExportErrorCode

  constructor(code: ExportErrorCode, message: string) {
    super(message)
    this.name = 'ExportError'
    this.code = code
  }
}

export interface ExportRequest {
  readonly library: Library
  readonly lessonId: string
  readonly locale: string
  readonly format: string
  readonly assets: Assets
  readonly renderOpening: RenderOpening
}

/** @throws {ExportError} when there is no such lesson, locale or format, or a file of it cannot be used */
export async function exportPackage({ library, lessonId, locale, format, assets, renderOpening }: ExportRequest): Promise<BuiltPackage> {
  const known = knownFormat(format)
  const lesson = requestedLesson(library, lessonId, locale)
  const help = findHelp(library, locale)
  if (!help) throw new ExportError('missing-file', 'The help routes (content/help/en.yml) are missing or cannot be read. No lesson goes out without them.')
  return buildPackage({
    lesson,
    help: routesFor(help, lesson.band),
    messages: playerMessages(locale),
    format: known,
    assets: { read: path => present(assets, path) },
    renderOpening,
  })
}

/** @throws {ExportError} that names the formats there are */
export function knownFormat(format: string): PackageFormat {
  const known = packageFormats.find(candidate => candidate === format)
  if (known) return known
  throw new ExportError('unknown-format', `There is no format "${format}". The formats are: ${packageFormats.join(', ')}.`)
}

/** @returns the ids of all lessons in a locale, sorted */
export function lessonIds(library: Library, locale: string): string[] {
  return library.lessons.filter(({ value }) => value.locale === locale).map(({ value }) => value.id).sort()
}

function requestedLesson(library: Library, lessonId: string, locale: string): Lesson {
  const lesson = findLesson(library, lessonId, locale)
  if (lesson) return lesson
  const issues = library.issues.filter(issue => issue.file === lessonFile(lessonId, locale))
  if (issues[0]) {
    const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : ''
    throw new ExportError('invalid-lesson', `The lesson "${lessonId}" cannot be used: ${issues[0].file}, line ${issues[0].line}: ${issues[0].message}${more}.`)
  }
  const locales = [...new Set(library.lessons.map(({ value }) => value.locale))].sort()
  if (!locales.includes(locale)) {
    throw new ExportError('unknown-locale', `There are no lessons in the locale "${locale}". The locales are: ${locales.join(', ') || 'none yet'}.`)
  }
  throw new ExportError('unknown-lesson', `There is no lesson "${lessonId}" in the locale "${locale}". The lessons are: ${lessonIds(library, locale).join(', ')}.`)
}

/** Where a lesson's file has to stand, also when it could not be read. */
function lessonFile(lessonId: string, locale: string): string {
  const band = bands.find(band => lessonId.endsWith(`-${band}`)) ?? ''
  return `content/lessons/${locale}/${band}/${lessonId.slice(0, -band.length - 1)}.yml`
}

async function present(assets: Assets, path: string): Promise<Uint8Array> {
  try {
    return await assets.read(path)
  }
  catch {
    const remedy = path.startsWith('player/')
      ? 'Build the player first: npm run build:player.'
      : `The lesson shows this picture, so content/${path} has to be there.`
    throw new ExportError('missing-file', `The file ${path} is missing. ${remedy}`)
  }
}
