/** A guide: of content/guides, or one of the project's own documents. */
import { defineEventHandler, getQuery, getRouterParam } from 'h3'
import type { Prose } from '#shared/api/prose'
import { localeIn } from '../../edge/request/locale-in.ts'
import { appGuide } from '../../content/app/app-prose.ts'
import { Refusal } from '../../platform/refusal.ts'

export default defineEventHandler(async (event): Promise<Prose> => {
  const guide = await appGuide(getRouterParam(event, 'slug') ?? '', localeIn(getQuery(event)))
  if (!guide) throw new Refusal('not-found', 'no-guide')
  return guide
})
