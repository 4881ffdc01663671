/** The running app's search over guides and lesson texts. Its index is made as the server starts (server/plugins/content.ts). */
import { setImmediate as othersFirst } from 'node:timers/promises'
import { lessonText, type Words } from '#activities/full-text'
import type { Block } from '#activities/full-text-blocks'
import type { Lesson } from '#activities/lesson'
import { plainText } from '#shared/text/inline-text'
import { appLibrary } from './app-library.ts'
import { localeOf, sectionsOf, type ProseRow } from '../prose/prose.ts'
import { guidesIn, slugOf } from './app-prose.ts'
import { searchOver, type Place, type Search } from '../prose/search.ts'
import { lessonsIn } from '../library/library.ts'

const searches = new Map<string, Promise<Search>>()

/** @returns the player's own words in a language */
type WordsOf = (locale: string) => Words

/** @param locale one that the app speaks; what is not in it yet is searched in the default language, as it is shown */
export function appSearch(locale: string, wordsOf: WordsOf): Promise<Search> {
  const known = searches.get(locale)
  if (known && !import.meta.dev) return known
  const making = placesIn(locale, wordsOf).then(searchOver)
  searches.set(locale, making)
  making.catch(() => searches.delete(locale))
  return making
}

/** One guide or lesson at a time, with answers between them. */
async function placesIn(locale: string, wordsOf: WordsOf): Promise<Place[]> {
  const places: Place[] = []
  for (const guide of await guidesIn(locale)) {
    places.push(...guidePlaces(guide))
    await othersFirst()
  }
  for (const lesson of lessonsIn(await appLibrary(), locale)) {
    places.push(...lessonPlaces(lesson, wordsOf(lesson.locale)))
    await othersFirst()
  }
  return places
}

const guidePlaces = (guide: ProseRow): Place[] => sectionsOf(guide).map(({ id, title, text }) => ({
  path: `/guides/${slugOf(guide.path)}${id === undefined ? '' : `#${id}`}`,
  title,
  page: guide.title,
  kind: 'guide',
  locale: localeOf(guide.path),
  text,
}))

const lessonPlaces = (lesson: Lesson, words: Words): Place[] => lessonText(lesson, words).map(({ id, title, blocks }) => ({
  path: `/lessons/${lesson.id}/text#${id}`,
  title,
  page: lesson.title,
  kind: 'lesson',
  locale: lesson.locale,
  text: blocks.map(textOf).join(' '),
}))

function textOf(block: Block): string {
  if (block.kind === 'points') return block.points.map(plainText).join(' ')
  if (block.kind === 'options') return block.options.map(({ text, feedback = '' }) => plainText(`${text} ${feedback}`)).join(' ')
  if (block.kind === 'otherwise') return block.blocks.map(textOf).join(' ')
  return plainText(block.text)
}
