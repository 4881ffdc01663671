/**
 * Who may frame what stands under `/lti`: the pages of the LMS that somebody came from, and nobody else. All other pages of the app
 * are framed by itself alone (nuxt.config.ts).
 */
import { removeResponseHeader, type H3Event } from 'h3'
import { appDatabase } from '../../platform/database/app-database.ts'
import { platformOfSession } from '../../lti/sessions.ts'
import { cameWith } from './cookies.ts'

const PAGES = /^\/lti\/(?:lesson|kept|certificate|board|insight|pick)\/([\w-]{22})(?:[/?]|$)/

/** @returns who may frame a page, as the header wants it */
export const ancestorsOf = (platform: { readonly origins: string } | null | undefined): string[] =>
  ['\'self\'', ...platform ? platform.origins.split(' ') : []]

/** Lets a page of somebody's session be framed where they came from, and post back there what they have chosen. */
export async function allowFrame(event: H3Event): Promise<void> {
  const [, key = ''] = PAGES.exec(event.path) ?? []
  const came = cameWith(event, key)
  if (!came) return
  const { db } = await appDatabase()
  const platform = await platformOfSession(db, came)
  const headers = event.context.security?.rules?.headers
  const policy = headers ? headers.contentSecurityPolicy : undefined
  if (!platform || !headers || typeof policy !== 'object') return
  headers.xFrameOptions = false
  policy['frame-ancestors'] = ancestorsOf(platform)
  if (event.path.startsWith('/lti/pick/')) policy['form-action'] = ancestorsOf(platform)
  removeResponseHeader(event, 'x-frame-options')
}
