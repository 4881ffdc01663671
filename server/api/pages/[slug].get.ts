/** A page of content/pages. */
import { createError, defineEventHandler, getQuery, getRouterParam } from 'h3'
import { localeIn } from '../../edge/request/locale-in.ts'
import { appPage } from '../../content/app-prose.ts'

export default defineEventHandler(async (event) => {
  const page = await appPage(getRouterParam(event, 'slug') ?? '', localeIn(getQuery(event)))
  if (!page) throw createError({ statusCode: 404, statusMessage: 'There is no such page.' })
  return page
})
