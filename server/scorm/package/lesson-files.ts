/** The files of one lesson inside a package: its page, and its data in each language. */
import { strFromU8, strToU8 } from 'fflate'
import { isSmall, pictureFile, picturesOf } from '#activities/pictures'
import { playerLesson, type Lesson, type PlayerLesson } from '#activities/lesson'
import { drawnIn, openingArt, openingDrawn } from '#activities/opening'
import { artFor, partIds, type Art } from '#shared/scenes/art'
import type { Drawn } from '#shared/scenes/scene'
import type { HelpRoute } from '#shared/lesson/help-routes'
import type { PackageFormat } from '#shared/scorm/package-format'
import { languageOf } from '#shared/text/language-of'
import type { OpeningData, PackageData, PackageSettings } from '../../../player/package-data.ts'
import { PIECES, wordsIn } from './activity-files.ts'
import type { Assets } from './assets.ts'
import { indexHtml, lessonScript } from './index-html.ts'
import { openingData } from './opening-data.ts'

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
export type RenderOpening = (data: OpeningData) => Promise<string>

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
  readonly assets: Assets
}

/** @returns the files by their paths in the package, and all pictures that the lesson draws */
export async function lessonFiles(input: LessonFilesInput): Promise<{ files: Map<string, Uint8Array>, drawn: readonly Drawn[] }> {
  const { editions, folder, style, renderOpening } = input
  const root = folder === '' ? '' : '../'
  const { data: whole, opening, drawn } = await packageData(input, editions[0], root)
  const first = openingData(whole)
  const say = (key: string) => whole.messages[key] ?? ''
  const files = new Map([
    [`${folder}index.html`, strToU8(indexHtml({
      locale: first.lesson.locale,
      title: first.messages['player.tab-title'] ?? 'Lesson',
      style: style.trim() + opening.style,
      parts: opening.parts,
      opening: await renderOpening(first),
      data: first,
      root,
      notStarted: { title: say('not-started.title'), pupil: say('not-started.pupil'), admin: say('not-started.admin') },
    }))],
    [`${folder}lesson.js`, strToU8(lessonScript({ ...whole, messages: without(whole.messages, first.messages) }))],
  ])
  for (const edition of editions.slice(1)) {
    files.set(`${folder}lesson.${edition.lesson.locale.toLowerCase()}.js`, strToU8(lessonScript((await packageData(input, edition, root)).data)))
  }
  return { files, drawn }
}

/** @returns the words that the others have not */
function without(words: PackageData['messages'], others: PackageData['messages']): PackageData['messages'] {
  return Object.fromEntries(Object.entries(words).filter(([key]) => !(key in others)))
}

async function packageData(
  { editions, format, settings, passMark, release, assets }: LessonFilesInput,
  { lesson, help, messages }: LessonEdition,
  root: string,
): Promise<{ data: PackageData, opening: Art, drawn: readonly Drawn[] }> {
  const { lesson: played, opening, drawn } = withPartsApart(playerLesson(lesson))
  return {
    opening,
    drawn,
    data: {
      pictures: await smallPictures(lesson, assets),
      lesson: passMark === undefined ? played : { ...played, passMark },
      help,
      messages: wordsIn(await assets.read(PIECES), lesson, messages),
      format,
      settings,
      root,
      locales: editions.length > 1 ? editions.map(({ lesson: { locale } }) => ({ locale, name: languageOf(locale).name })) : [],
      release,
    },
  }
}

async function smallPictures(lesson: Lesson, assets: Assets): Promise<PackageData['pictures']> {
  const small = picturesOf(lesson).filter(isSmall)
  return Object.fromEntries(await Promise.all(small.map(async id => [id, strFromU8(await assets.read(pictureFile(id))).trim()] as const)))
}

/**
 * The page itself holds the drawn parts of the opening and their style, since it is seen before anything else has come. The rest of the
 * parts comes with the lesson, and the style of all with that of the activities: the page's policy allows none but what is in a file.
 */
function withPartsApart(lesson: PlayerLesson): { lesson: PlayerLesson, opening: Art, drawn: readonly Drawn[] } {
  const drawn = [...drawnIn(lesson.screens), ...Object.values(lesson.faces ?? {})]
  const { parts } = artFor(drawn, partIds(openingDrawn(lesson)))
  return { lesson: { ...lesson, art: { parts, style: '' } }, opening: openingArt(lesson), drawn }
}
