/** A guide: of content/guides, or one of the project's own documents. */
import { createError, defineEventHandler, getQuery, getRouterParam } from 'h3'
import { localeIn } from '../../edge/request/locale-in.ts'
import { appGuide } from '../../content/app-prose.ts'

export default defineEventHandler(async (event) => {
  const guide = await appGuide(getRouterParam(event, 'slug') ?? '', localeIn(getQuery(event)))
  if (!guide) throw createError({ statusCode: 404, statusMessage: 'There is no such guide. The list of guides shows the ones there are.' })
  return guide
})
