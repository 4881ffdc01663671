/** From a request (which lessons, format, languages, options) to a package. Route and command line both call this. */
import { bands } from '#shared/lesson/bands'
import { awaitsReview } from '#shared/lesson/awaits-review'
import { withSchool } from '#shared/lesson/help-routes'
import { parseExportOptions, type ExportOptions } from '#shared/scorm/export-options'
import { DEFAULT_LOCALE } from '#shared/text/languages'
import { packageFormats, type PackageFormat } from '#shared/scorm/package-format'
import { findLesson, helpFor, type Library } from '../../content/library/library.ts'
import type { Editions, LessonEdition } from '../package/lesson-files.ts'
import { Refusal } from '../../platform/refusal.ts'
import { say, type Sentence } from '../../platform/sentences.ts'
import type { Assets } from '../package/assets.ts'
import { buildPackage, type BuiltPackage, type PackageSource, type Tools } from '../package/package.ts'
import { playerMessages } from '../package/player-messages.ts'

export type ExportErrorCode = 'unknown-format' | 'unknown-locale' | 'unknown-lesson' | 'invalid-lesson' | 'invalid-options' | 'missing-file'

/** A request that cannot be met. The message is a sentence for the person who asked, and names what there is. */
export class ExportError extends Error {
  readonly code: ExportErrorCode
  /** The field of the request or of the options that it is about. */
  readonly field: string

  /** The same, where it can be said in other languages. */
  readonly sentence: Sentence | undefined

  constructor(code: ExportErrorCode, message: string | Sentence, field = 'lessons') {
    super(typeof message === 'string' ? message : say(message, DEFAULT_LOCALE))
    this.name = 'ExportError'
    this.code = code
    this.field = field
    this.sentence = typeof message === 'string' ? undefined : message
  }
}

/** What packages are made from, whoever asks. */
export interface Workshop extends Tools {
  readonly library: Library
}

export interface ExportRequest {
  /** More than one make a course, in this order. */
  readonly lessons: readonly string[]
  readonly format: string
  /** The first is shown at the start; more than one give the pupil a choice. */
  readonly locales: readonly string[]
  readonly options: ExportOptions
}

/** @throws {ExportError} when there is no such lesson, locale or format, or a file or the logo cannot be used */
export async function exportPackage({ library, ...tools }: Workshop, request: ExportRequest): Promise<BuiltPackage> {
  return makePackage(sourceOf(library, request), tools)
}

/** Looks up what a request names. @throws {ExportError} when there is no such lesson, locale or format */
export function sourceOf(library: Library, { lessons, format, locales, options }: ExportRequest): PackageSource {
  const known = knownFormat(format)
  const [first, ...others] = [...new Set(lessons)].map(lessonId => editionsOf(library, lessonId, locales, options))
  if (!first) throw new ExportError('unknown-lesson', 'Choose at least one lesson.')
  return { lessons: [first, ...others], format: known, options }
}

/** The work itself. @throws {ExportError} when a file or the logo cannot be used */
export async function makePackage(source: PackageSource, { assets, ...tools }: Tools): Promise<BuiltPackage> {
  try {
    return await buildPackage({ ...source, ...tools, assets: { read: path => present(assets, path) } })
  }
  catch (error) {
    if (error instanceof Refusal) throw new ExportError('invalid-options', error.sentence, 'school.logo')
    throw error
  }
}

/** Says whether a request can be met as far as lessons, format and languages go, before any package is made. @throws {ExportError} */
export function ensurePossible({ library }: Pick<Workshop, 'library'>, { lessons, format, locales, options }: ExportRequest): void {
  knownFormat(format)
  lessons.forEach(lessonId => editionsOf(library, lessonId, locales, options))
}

/** @returns ids of the lessons asked for that no specialist in child protection has signed yet */
export function lessonsAwaiting(library: Library, requests: readonly Pick<ExportRequest, 'lessons'>[]): string[] {
  const asked = new Set(requests.flatMap(({ lessons }) => lessons))
  const waiting = library.lessons.filter(({ value }) => asked.has(value.id) && awaitsReview(value.reviewedBy)).map(({ value }) => value.id)
  return [...new Set(waiting)]
}

/** @throws {ExportError} that names the formats there are */
export function knownFormat(format: string): PackageFormat {
  const known = packageFormats.find(candidate => candidate === format)
  if (known) return known
  throw new ExportError('unknown-format', `There is no format${named(format)}. The formats are: ${packageFormats.join(', ')}.`, 'format')
}

/** @throws {ExportError} that names the first problem; a page that wants them all calls `parseExportOptions` itself */
export function knownOptions(given: unknown): ExportOptions {
  const parsed = parseExportOptions(given)
  if (parsed.ok) return parsed.options
  const [{ field, message } = { field: '', message: '' }] = parsed.issues
  const more = parsed.issues.length > 1 ? ` (and ${parsed.issues.length - 1} more)` : ''
  throw new ExportError('invalid-options', `The options cannot be used: ${field ? `${field}: ` : ''}${message}${more}.`, field)
}

/** @returns the ids of all lessons in a locale, those for younger pupils first */
export function lessonIds(library: Library, locale: string): string[] {
  return library.lessons.filter(({ value }) => value.locale === locale).map(({ value }) => value.id)
}

/** @returns the locales that have lessons, sorted */
export function localesOf(library: Library): string[] {
  return [...new Set(library.lessons.map(({ value }) => value.locale))].sort()
}

function editionsOf(library: Library, lessonId: string, locales: readonly string[], options: ExportOptions): Editions {
  const [first, ...others] = [...new Set(locales)].map(locale => editionOf(library, lessonId, locale, options))
  if (!first) throw new ExportError('unknown-locale', 'Choose at least one language.', 'locales')
  return [first, ...others]
}

function editionOf(library: Library, lessonId: string, locale: string, { help, school }: ExportOptions): LessonEdition {
  const lesson = requestedLesson(library, lessonId, locale)
  const routes = withSchool(helpFor(library, locale, lesson.band, help.nation), { name: school.name, contact: help.contact })
  return { lesson, help: routes, messages: playerMessages(locale) }
}

function requestedLesson(library: Library, lessonId: string, locale: string) {
  const lesson = findLesson(library, lessonId, locale)
  if (lesson) return lesson
  const issues = library.issues.filter(issue => issue.file === lessonFile(lessonId, locale))
  if (issues[0]) {
    const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : ''
    throw new ExportError(
      'invalid-lesson',
      `The lesson "${lessonId}" cannot be used: ${issues[0].file}, line ${issues[0].line}: ${issues[0].message}${more}.`,
    )
  }
  const locales = localesOf(library)
  if (!locales.includes(locale)) {
    throw new ExportError(
      'unknown-locale',
      `There are no lessons in the locale${named(locale)}. The locales are: ${locales.join(', ') || 'none yet'}.`,
      'locales',
    )
  }
  throw new ExportError(
    'unknown-lesson',
    `There is no lesson${named(lessonId)} in the locale${named(locale)}. The lessons are: ${lessonIds(library, locale).join(', ')}.`,
  )
}

/**
 * A mistyped id, said again. Anything else than the shape of an id is not: a link that somebody made could have our page say their words.
 * @returns the name in quotes after a space, or nothing
 */
function named(given: string): string {
  return /^[a-z]{2,3}(?:-[A-Za-z]{2,4})?$|^[a-z]+(?:-[a-z]+){0,2}(?:-?\d{1,2}){0,2}$/.test(given) && given.length <= 30
    ? ` "${given}"`
    : ' of that name'
}

/** Where a lesson's file has to stand, also when it could not be read. */
function lessonFile(lessonId: string, locale: string): string {
  const band = bands.find(band => lessonId.endsWith(`-${band}`)) ?? ''
  return `content/lessons/${locale}/${band}/${lessonId.slice(0, -band.length - 1)}.yml`
}

/** @throws {ExportError} that says what to do about a file that is missing */
export async function present(assets: Assets, path: string): Promise<Uint8Array> {
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
