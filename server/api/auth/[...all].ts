/** What Better Auth answers itself: the way to an account elsewhere and back. Its other routes are ours, or closed. */
import { createError, defineEventHandler, toWebRequest } from 'h3'
import { appAuth } from '../../auth/in-app.ts'
import { ensureSafeAddress } from '../../security/transport.ts'

const open: readonly string[] = ['POST /api/auth/sign-in/social', 'GET /api/auth/callback/google', 'GET /api/auth/callback/microsoft', 'GET /api/auth/callback/oidc']

export default defineEventHandler(async (event) => {
  if (!open.includes(`${event.method} ${event.path.split('?')[0]}`)) throw createError({ statusCode: 404, statusMessage: 'There is nothing at this address.' })
  ensureSafeAddress(event)
  return (await appAuth()).elsewhere.handler(toWebRequest(event))
})
