/** What Better Auth answers itself: the way to Google or Microsoft and back. Its other routes are ours, or closed. */
import { createError, defineEventHandler, toWebRequest } from 'h3'
import { authFor } from '../../auth/in-app.ts'
import { ensureSafeAddress } from '../../security/transport.ts'

const open: readonly string[] = ['POST /api/auth/sign-in/social', 'GET /api/auth/callback/google', 'GET /api/auth/callback/microsoft']

export default defineEventHandler(async (event) => {
  if (!open.includes(`${event.method} ${event.path.split('?')[0]}`)) throw createError({ statusCode: 404, statusMessage: 'There is nothing at this address.' })
  ensureSafeAddress(event)
  return (await authFor(event)).handler(toWebRequest(event))
})
