/** `GET /api/search?q=words`: places in guides and lesson texts, best first. Nothing that is searched for is kept or logged. */
import { defineEventHandler, getQuery } from 'h3'
import { DEFAULT_LOCALE } from '#shared/text/languages'
import { spokenLocale } from '../platform/readers-locale.ts'
import { searchQuery } from '#shared/api/content'
import type { Found } from '#shared/api/prose'
import { appSearch } from '../content/app/app-search.ts'
import { localeIn } from '../edge/request/locale-in.ts'
import { Refusal } from '../platform/refusal.ts'
import { playerMessages } from '../scorm/package/player-messages.ts'

export default defineEventHandler(async (event): Promise<Found> => {
  const query = getQuery(event)
  const { success, data } = searchQuery.safeParse(query)
  if (!success) throw new Refusal('invalid', 'search-too-long')
  const search = await appSearch(spokenLocale(localeIn(query)) ?? DEFAULT_LOCALE, playerMessages)
  return { q: data.q, hits: search(data.q) }
})
