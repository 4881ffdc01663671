/** The files of one lesson inside a package: its page, and its data in each language. */
import { strToU8 } from 'fflate'
import { playerLesson, type Lesson } from '#activities/lesson'
import type { HelpRoute } from '#shared/lesson/help-routes'
import type { PackageFormat } from '#shared/scorm/package-format'
import { languageOf } from '#shared/text/language-of'
import type { PackageData, PackageSettings } from '../../../player/package-data.ts'
import { indexHtml, lessonScript } from './index-html.ts'

/** A lesson in one language, with the help and words that go with it. */
export interface LessonEdition {
  readonly lesson: Lesson
  /** The help routes for the lesson's band. */
  readonly help: readonly HelpRoute[]
  readonly messages: Readonly<Record<string, string>>
}

/** A lesson in every language that the package has, the first one being shown at the start. */
export type Editions = readonly [LessonEdition, ...LessonEdition[]]

/** Renders a package's opening screen; comes from the player's own server build. */
export type RenderOpening = (data: PackageData) => Promise<string>

export interface LessonFilesInput {
  readonly editions: Editions
  readonly format: PackageFormat
  readonly settings: PackageSettings
  /** Replaces the lesson's own pass mark; undefined leaves it. */
  readonly passMark: number | null | undefined
  /** Folder of the lesson in the package: '' or `<lesson id>/`. */
  readonly folder: string
  readonly style: string
  readonly release: string
  readonly renderOpening: RenderOpening
}

/** @returns the files by their paths in the package */
export async function lessonFiles(input: LessonFilesInput): Promise<Map<string, Uint8Array>> {
  const { editions, folder, style, renderOpening } = input
  const root = folder === '' ? '' : '../'
  const first = packageData(input, editions[0], root)
  const say = (key: string) => first.messages[key] ?? ''
  const files = new Map([
    [`${folder}index.html`, strToU8(indexHtml({
      locale: first.lesson.locale,
      title: first.messages['player.tab-title'] ?? 'Lesson',
      style,
      opening: await renderOpening(first),
      root,
      notStarted: { title: say('not-started.title'), pupil: say('not-started.pupil'), admin: say('not-started.admin') },
    }))],
    [`${folder}lesson.js`, strToU8(lessonScript(first))],
  ])
  for (const edition of editions.slice(1)) {
    files.set(`${folder}lesson.${edition.lesson.locale.toLowerCase()}.js`, strToU8(lessonScript(packageData(input, edition, root))))
  }
  return files
}

function packageData(
  { editions, format, settings, passMark, release }: LessonFilesInput,
  { lesson, help, messages }: LessonEdition,
  root: string,
): PackageData {
  const played = playerLesson(lesson)
  return {
    lesson: passMark === undefined ? played : { ...played, passMark },
    help,
    messages,
    format,
    settings,
    root,
    locales: editions.length > 1 ? editions.map(({ lesson: { locale } }) => ({ locale, name: languageOf(locale).name })) : [],
    release,
  }
}
