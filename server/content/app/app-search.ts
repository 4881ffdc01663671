/** The running app's search over guides and lesson texts: its index is made when it is first needed. */
import { lessonText, type Words } from '#activities/full-text'
import type { Block } from '#activities/full-text-blocks'
import { plainText } from '#shared/text/inline-text'
import { appLibrary } from './app-library.ts'
import { sectionsOf } from '../prose/prose.ts'
import { slugOf } from './app-prose.ts'
import { appRows } from './app-rows.ts'
import { searchOver, type Place, type Search } from '../prose/search.ts'

const searches = new Map<string, Promise<Search>>()

/** @param words the player's own words in the language; @returns the search in it */
export function appSearch(locale: string, words: Words): Promise<Search> {
  const known = searches.get(locale)
  if (known && !import.meta.dev) return known
  const making = Promise.all([guidePlaces(locale), lessonPlaces(locale, words)]).then((places) => {
    // Languages that nothing is written in are not remembered: anybody may name one.
    if (places.flat().length === 0) searches.delete(locale)
    return searchOver(places.flat())
  })
  searches.set(locale, making)
  making.catch(() => searches.delete(locale))
  return making
}

async function guidePlaces(locale: string): Promise<Place[]> {
  const { prose: { guides } } = await appRows()
  return guides.filter(({ path }) => path.startsWith(`/guides/${locale}/`)).flatMap(guide => sectionsOf(guide).map(({ id, title, text }) =>
    ({ path: `/guides/${slugOf(guide.path)}${id === undefined ? '' : `#${id}`}`, title, page: guide.title, kind: 'guide', text })))
}

async function lessonPlaces(locale: string, words: Words): Promise<Place[]> {
  const { lessons } = await appLibrary()
  return lessons.map(({ value }) => value).filter(lesson => lesson.locale === locale).flatMap(lesson =>
    lessonText(lesson, words).map(({ id, title, blocks }) =>
      ({ path: `/lessons/${lesson.id}/text#${id}`, title, page: lesson.title, kind: 'lesson', text: blocks.map(textOf).join(' ') })))
}

function textOf(block: Block): string {
  if (block.kind === 'points') return block.points.map(plainText).join(' ')
  if (block.kind === 'options') return block.options.map(({ text, feedback = '' }) => plainText(`${text} ${feedback}`)).join(' ')
  return plainText(block.text)
}
