/** What Better Auth answers itself: the way to an account elsewhere and back. Its other routes are ours, or closed. */
import { defineEventHandler, toWebRequest } from 'h3'
import { Refusal } from '../../platform/refusal.ts'
import { appAuth } from '../../accounts/sign-in/app-sign-in.ts'
import { appDatabase } from '../../platform/database/app-database.ts'
import { noteWhoIsIn } from '../../edge/people/staff-sign-in.ts'
import { noteRefusal } from '../../edge/log/security-events.ts'
import { ensureSafeAddress } from '../../edge/request/transport.ts'

const open: readonly string[] = [
  'POST /api/auth/sign-in/social',
  'GET /api/auth/callback/google',
  'GET /api/auth/callback/microsoft',
  'GET /api/auth/callback/oidc',
]

export default defineEventHandler(async (event): Promise<Response> => {
  if (!open.includes(`${event.method} ${event.path.split('?')[0]}`)) throw new Refusal('not-found', 'no-address')
  ensureSafeAddress(event)
  const { elsewhere } = await appAuth()
  const answer = await elsewhere.handler(toWebRequest(event))
  // Whoever comes back and is let in has a session with this answer's cookies.
  const cookie = answer.headers.getSetCookie().map(set => set.split(';')[0]).join('; ')
  if (event.method === 'GET') {
    const session = await elsewhere.api.getSession({ headers: new Headers({ cookie }) })
    if (session) await noteWhoIsIn(event, (await appDatabase()).db, session.user.id)
    else noteRefusal({ statusCode: 401, data: { reason: 'elsewhere' } }, event)
  }
  return answer
})
