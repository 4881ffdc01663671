/** `GET /api/search?q=words`: places in guides and lesson texts, best first. Nothing that is searched for is kept or logged. */
import { defineEventHandler, getQuery } from 'h3'
import { z } from 'zod'
import { appSearch } from '../content/app-search.ts'
import { localeIn } from '../edge/request/locale-in.ts'
import { Refusal } from '../platform/refusal.ts'
import { playerMessages } from '../scorm/package/player-messages.ts'

const Query = z.object({ q: z.string().trim().max(100) })

export default defineEventHandler(async (event) => {
  const query = getQuery(event)
  const { success, data } = Query.safeParse(query)
  if (!success) throw new Refusal('invalid', 'search-too-long')
  const locale = localeIn(query)
  const search = await appSearch(locale, playerMessages(locale))
  return { q: data.q, hits: search(data.q) }
})
