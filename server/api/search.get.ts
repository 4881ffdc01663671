/** `GET /api/search?q=words`: places in guides and lesson texts, best first. Nothing that is searched for is kept or logged. */
import { createError, defineEventHandler, getQuery } from 'h3'
import { z } from 'zod'
import { localeIn } from '../content/locale-in.ts'
import { appSearch } from '../content/app-search.ts'
import { playerMessages } from '../scorm/package/player-messages.ts'

const Query = z.object({ q: z.string().trim().max(100) })

export default defineEventHandler(async (event) => {
  const query = getQuery(event)
  const { success, data } = Query.safeParse(query)
  if (!success) throw createError({ statusCode: 400, statusMessage: 'Search for at most 100 letters.' })
  const locale = localeIn(query)
  const search = await appSearch(locale, playerMessages(locale))
  return { q: data.q, hits: search(data.q) }
})
