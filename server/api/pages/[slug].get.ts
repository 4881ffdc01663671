/** A page of content/pages. */
import { defineEventHandler, getQuery, getRouterParam } from 'h3'
import type { ProsePage } from '#shared/api/prose'
import { localeIn } from '../../edge/request/locale-in.ts'
import { appPage } from '../../content/app/app-prose.ts'
import { Refusal } from '../../platform/refusal.ts'

export default defineEventHandler(async (event): Promise<ProsePage> => {
  const page = await appPage(getRouterParam(event, 'slug') ?? '', localeIn(getQuery(event)))
  if (!page) throw new Refusal('not-found', 'no-page')
  return page
})
