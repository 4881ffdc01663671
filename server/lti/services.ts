/** What we ask of an LMS in our own name: a token, kept as long as it is good, and then what it opens. */
import { z } from 'zod'
import type { Db } from '../platform/database/client.ts'
import { ask, askForJson, LmsError, type Answered, type Asked } from './fetching.ts'
import { signed } from './keys.ts'
import type { Platform } from './platforms.ts'

/** Seconds that our request for a token is good for, and that a token is given up before it ends. */
const [ASKED_FOR, SPARE] = [60, 30]

const tokenAnswer = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive().default(60) })

/** By platform and scope: one token for many scores. */
const tokens = new Map<string, { readonly token: string, readonly until: number }>()

async function freshToken(db: Db, platform: Platform, scope: string): Promise<string> {
  const assertion = await signed(
    db,
    { iss: platform.client_id, sub: platform.client_id, aud: platform.token_audience ?? platform.token_url },
    ASKED_FOR,
  )
  const { json } = await askForJson(platform.token_url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
      scope,
    }).toString(),
  })
  const read = tokenAnswer.safeParse(json)
  if (!read.success) throw new LmsError('unreadable')
  const { access_token: token, expires_in: seconds } = read.data
  tokens.set(`${platform.id} ${scope}`, { token, until: Date.now() + (seconds - SPARE) * 1000 })
  return token
}

/**
 * Asks with a token; one that the LMS takes no longer is replaced, once.
 * @returns whatever it answered. @throws {LmsError} where no token is to be had, or nobody answers
 */
export async function askWithToken(db: Db, platform: Platform, scope: string, address: string, asked: Asked): Promise<Answered> {
  const kept = tokens.get(`${platform.id} ${scope}`)
  const withToken = (token: string) => ask(address, { ...asked, headers: { ...asked.headers, authorization: `Bearer ${token}` } })
  if (kept && kept.until > Date.now()) {
    const answer = await withToken(kept.token)
    if (answer.status !== 401) return answer
  }
  return withToken(await freshToken(db, platform, scope))
}
