/**
 * The page that plays packages of other makers may frame the host on which they are, and tell it that one is left; no other page may.
 */
import { defineEventHandler } from 'h3'
import { previewOrigin } from '../edge/packages/preview-host.ts'

export default defineEventHandler((event) => {
  if (!/^\/export\/preview(?:\?|$)/.test(event.path)) return
  const headers = event.context.security?.rules?.headers
  const policy = headers ? headers.contentSecurityPolicy : undefined
  const origin = previewOrigin(event)
  if (origin === null || typeof policy !== 'object') return
  policy['frame-src'] = ['\'self\'', origin]
  policy['connect-src'] = ['\'self\'', origin]
})
