/**
 * The first half of a launch: the LMS says that somebody is coming, and we send them back to prove it. One row a login, with a
 * secret that lies in a cookie of that browser alone, so that nobody ends what another one has begun.
 */
import { loginAsked } from '#shared/api/lti'
import { hashOf, isSame, newToken } from '../platform/security/tokens.ts'
import type { Db } from '../platform/database/client.ts'
import type { Row } from '../platform/database/schema.ts'
import { LtiRefusal, type LoginAsked } from './lti-refusal.ts'
import { platformOf, type Platform } from './platforms.ts'

/** Milliseconds for signing in at the LMS on the way. */
const LASTS = 10 * 60_000

/** Where everything of ours lies for an LMS. @param base our own address, without a slash at its end */
export const toolAddresses = (base: string) => ({
  login: `${base}/lti/login`,
  launch: `${base}/lti/launch`,
  keys: `${base}/lti/jwks`,
})

/** @returns whether a launch is meant for us: our launch address, and after it only a question that we ask ourselves */
export const isOurs = (target: string, base: string) => target === toolAddresses(base).launch
  || target.startsWith(`${toolAddresses(base).launch}?`)

/**
 * @returns where to send whoever comes, the state that they carry, and the secret for their cookie
 * @throws `forbidden` where it is nobody we know, or not meant for us; nothing is kept then
 */
export async function beginLogin(
  db: Db,
  asked: LoginAsked,
  base: string,
  now = new Date(),
): Promise<{ address: string, state: string, secret: string, platform: Platform }> {
  const platform = await platformOf(db, asked.iss, asked.client_id)
  if (!platform) throw new LtiRefusal('forbidden', 'lti-unknown', 'platform')
  if (platform.state !== 'connected') throw new LtiRefusal('forbidden', 'lti-not-connected', platform.state, { platform })
  if (!isOurs(asked.target_link_uri, base)) throw new LtiRefusal('forbidden', 'lti-not-proved', 'target', { platform })
  const [state, nonce, secret] = [newToken(), newToken(), newToken()]
  await db
    .insertInto('lti_login')
    .values({
      state_hash: hashOf(state),
      school_id: platform.school_id,
      platform_id: platform.id,
      nonce,
      secret_hash: hashOf(secret),
      asked: JSON.stringify(asked),
      expires_at: new Date(now.getTime() + LASTS).toISOString(),
    })
    .execute()
  const address = new URL(platform.auth_url)
  const given = {
    scope: 'openid', response_type: 'id_token', response_mode: 'form_post', prompt: 'none', client_id: platform.client_id,
    redirect_uri: toolAddresses(base).launch, login_hint: asked.login_hint, state, nonce,
    ...(asked.lti_message_hint === undefined ? {} : { lti_message_hint: asked.lti_message_hint }),
  }
  for (const [name, value] of Object.entries(given)) address.searchParams.set(name, value)
  return { address: address.href, state, secret, platform }
}

export interface Login {
  readonly platform: Platform
  readonly nonce: string
  readonly asked: LoginAsked
}

/**
 * Takes a login out: it is good once.
 * @param secret from the cookie of the browser that has come back; undefined where it brought none
 * @throws `gone` where it is unknown, over or used; `forbidden` with what was asked where the browser kept no cookie, and without
 * where another one began
 */
export async function takeLogin(db: Db, state: string, secret: string | undefined, now = new Date()): Promise<Login> {
  const row: Row<'lti_login'> | undefined = await db
    .deleteFrom('lti_login')
    .where('state_hash', '=', hashOf(state))
    .where('expires_at', '>', now.toISOString())
    .returningAll()
    .executeTakeFirst()
  if (!row) throw new LtiRefusal('gone', 'lti-over', 'state')
  const asked: LoginAsked = loginAsked.parse(JSON.parse(row.asked))
  const platform = await db.selectFrom('lti_platform').selectAll().where('id', '=', row.platform_id).executeTakeFirstOrThrow()
  if (platform.state !== 'connected') throw new LtiRefusal('forbidden', 'lti-not-connected', platform.state, { platform })
  if (secret === undefined) throw new LtiRefusal('forbidden', 'lti-no-cookie', 'no-cookie', { platform, asked })
  if (!isSame(hashOf(secret), row.secret_hash)) throw new LtiRefusal('forbidden', 'lti-over', 'other-browser', { platform })
  return { platform, nonce: row.nonce, asked }
}
