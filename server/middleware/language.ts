/**
 * A page says its language in its address alone, `?lang=`. What it asks the server for while it is rendered is asked in that
 * language: in the place of what the browser is set to, which is not looked at.
 */
import { defineEventHandler, getQuery } from 'h3'
import { DEFAULT_LOCALE } from '#shared/text/languages'
import { spokenLocale } from '../platform/readers-locale.ts'

export default defineEventHandler((event) => {
  if (event.path.startsWith('/api/')) return
  const locale = spokenLocale(getQuery(event).lang) ?? DEFAULT_LOCALE
  event.context.pageLocale = locale
  event.node.req.headers['accept-language'] = locale
})
