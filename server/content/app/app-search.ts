/** The running app's search over guides and lesson texts. Its index is made as the server starts (server/plugins/content.ts). */
import { setImmediate as othersFirst } from 'node:timers/promises'
import { lessonText, type Words } from '#activities/full-text'
import type { Block } from '#activities/full-text-blocks'
import type { Lesson } from '#activities/lesson'
import { plainText } from '#shared/text/inline-text'
import { appLibrary } from './app-library.ts'
import { sectionsOf, type ProseRow } from '../prose/prose.ts'
import { slugOf } from './app-prose.ts'
import { appRows } from './app-rows.ts'
import { searchOver, type Place, type Search } from '../prose/search.ts'

const searches = new Map<string, Promise<Search>>()

/** @param words the player's own words in the language; @returns the search in it */
export function appSearch(locale: string, words: Words): Promise<Search> {
  const known = searches.get(locale)
  if (known && !import.meta.dev) return known
  const making = placesIn(locale, words).then((places) => {
    // Languages that nothing is written in are not remembered: anybody may name one.
    if (places.length === 0) searches.delete(locale)
    return searchOver(places)
  })
  searches.set(locale, making)
  making.catch(() => searches.delete(locale))
  return making
}

/** One guide or lesson at a time, with answers between them. */
async function placesIn(locale: string, words: Words): Promise<Place[]> {
  const { prose: { guides } } = await appRows()
  const { lessons } = await appLibrary()
  const places: Place[] = []
  for (const guide of guides.filter(({ path }) => path.startsWith(`/guides/${locale}/`))) {
    places.push(...guidePlaces(guide))
    await othersFirst()
  }
  for (const { value } of lessons.filter(({ value }) => value.locale === locale)) {
    places.push(...lessonPlaces(value, words))
    await othersFirst()
  }
  return places
}

const guidePlaces = (guide: ProseRow): Place[] => sectionsOf(guide).map(({ id, title, text }) =>
  ({ path: `/guides/${slugOf(guide.path)}${id === undefined ? '' : `#${id}`}`, title, page: guide.title, kind: 'guide', text }))

const lessonPlaces = (lesson: Lesson, words: Words): Place[] => lessonText(lesson, words).map(({ id, title, blocks }) =>
  ({ path: `/lessons/${lesson.id}/text#${id}`, title, page: lesson.title, kind: 'lesson', text: blocks.map(textOf).join(' ') }))

function textOf(block: Block): string {
  if (block.kind === 'points') return block.points.map(plainText).join(' ')
  if (block.kind === 'options') return block.options.map(({ text, feedback = '' }) => plainText(`${text} ${feedback}`)).join(' ')
  return plainText(block.text)
}
