/** Finds places in guides and lesson texts. Pure: what is searched is handed over. */
import MiniSearch from 'minisearch'
import type { SearchHit } from '#shared/api/prose'

/** A place that can be found: a part of a guide below one heading, or a screen of a lesson. */
export interface Place extends Omit<SearchHit, 'excerpt'> {
  readonly text: string
}

/** How many places are shown at most: more would be read by nobody, and more words find fewer. */
export const MOST_HITS = 20

/** Signs of an excerpt, and how many of them stand before what was found. */
const EXCERPT = 200
const BEFORE = 60

/** Words that stand in nearly every text. */
const common = new Set(
  'a an and are as at be by can do for from has have how i if in is it my not of on or that the this to was we what when where which who with you your'.split(
    ' ',
  ),
)

const term = (word: string) => {
  const plain = word.toLowerCase().normalize('NFKD').replace(/\p{Mark}/gu, '')
  return common.has(plain) ? null : plain
}

export type Search = (words: string) => SearchHit[]

/** How many places go into the index at a time. With a lesson's screens or a guide's parts that is a few milliseconds. */
const AT_A_TIME = 5

/**
 * Makes the index a few places at a time, so that answers go between them.
 * @returns a search over these places, best first, at most `MOST_HITS`
 */
export async function searchOver(places: readonly Place[]): Promise<Search> {
  const index = new MiniSearch<Place & { id: number }>({
    fields: ['title', 'page', 'text'],
    processTerm: term,
    searchOptions: {
      boost: { title: 3, page: 2 },
      prefix: word => word.length > 2,
      fuzzy: word => (word.length > 4 ? 0.2 : false),
      combineWith: 'AND',
    },
  })
  await index.addAllAsync(places.map((place, id) => ({ ...place, id })), { chunkSize: AT_A_TIME })
  return words => index.search(words).slice(0, MOST_HITS).flatMap(({ id, terms }) => {
    const place = places[Number(id)]
    if (!place) return []
    const { text, ...hit } = place
    return [{ ...hit, excerpt: excerptOf(text, terms) }]
  })
}

/** @param terms words of the text that were found @returns some of the text around the first of them, cut between words */
function excerptOf(text: string, terms: readonly string[]): string {
  const whole = text.replace(/\s+/g, ' ').trim()
  const plain = whole.toLowerCase()
  const found = terms.map(word => plain.indexOf(word)).filter(at => at >= 0)
  const from = Math.max(0, Math.min(...found, whole.length) - BEFORE)
  const start = found.length === 0 || from === 0 ? 0 : whole.indexOf(' ', from) + 1
  const end = start + EXCERPT >= whole.length ? whole.length : Math.max(whole.lastIndexOf(' ', start + EXCERPT), start + 1)
  return `${start > 0 ? '… ' : ''}${whole.slice(start, end)}${end < whole.length ? ' …' : ''}`
}
