/**
 * An LMS that registers by itself (IMS LTI Dynamic Registration 1.0). It makes this server ask the LMS, so it stands behind a link
 * that an admin makes for one address: it works once, for a day, and only for what lies there. What comes of it waits for the
 * admin's yes.
 */
import { z } from 'zod'
import type { LmsInvite } from '#shared/api/school/lms'
import { audit } from '../platform/security/audit.ts'
import type { Staff } from '../accounts/staff/staff-member.ts'
import { Refusal } from '../platform/refusal.ts'
import { hashOf, newToken } from '../platform/security/tokens.ts'
import type { Db } from '../platform/database/client.ts'
import type { Row } from '../platform/database/schema.ts'
import { scope } from './claims.ts'
import { allowedAddress, askForJson, LmsError } from './fetching.ts'
import { toolAddresses } from './logins.ts'
import { addPlatform } from './platforms.ts'

/** Milliseconds. */
const A_DAY = 86_400_000
const TOOL = 'https://purl.imsglobal.org/spec/lti-tool-configuration'

/**
 * @param home where the LMS lies, as people open it
 * @param base our own address
 * @returns the link for the LMS's admin
 */
export async function makeInvite(
  db: Db,
  by: Pick<Staff, 'id' | 'schoolId'>,
  home: string,
  base: string,
  now = new Date(),
): Promise<LmsInvite> {
  const origin = originIn(home)
  const token = newToken()
  const until = new Date(now.getTime() + A_DAY).toISOString()
  await db.transaction().execute(async (all) => {
    await all.insertInto('lti_invite').values({ token_hash: hashOf(token), school_id: by.schoolId, origin, expires_at: until }).execute()
    await audit(all, by, 'lms.invite', by.schoolId)
  })
  return { address: `${base}/lti/register/${token}`, until }
}

function originIn(home: string): string {
  try {
    return allowedAddress(home).origin
  }
  catch (error) {
    if (!(error instanceof LmsError)) throw error
    throw new Refusal('invalid', 'lti-address', { issues: [{ field: 'home', message: { key: 'lti-address' } }] })
  }
}

/** What an LMS says of itself, as far as it is used. */
const configuration = z.object({
  issuer: z.string().min(1),
  authorization_endpoint: z.string(),
  token_endpoint: z.string(),
  jwks_uri: z.string(),
  registration_endpoint: z.string(),
  authorization_server: z.string().optional(),
})
const registered = z.object({
  client_id: z.string().min(1),
  [TOOL]: z.object({ deployment_id: z.string().optional() }).optional(),
})

/** @returns the invitation of a link, for who may frame the answer; it is good no longer */
export async function takeInvite(db: Db, token: string, now = new Date()): Promise<Row<'lti_invite'>> {
  const invite = await db
    .deleteFrom('lti_invite')
    .where('token_hash', '=', hashOf(token))
    .where('expires_at', '>', now.toISOString())
    .returningAll()
    .executeTakeFirst()
  if (!invite) throw new Refusal('gone', 'lti-invite-over')
  return invite
}

/**
 * Asks the LMS what it is and registers there.
 * @throws `forbidden` where it lies elsewhere than the admin said, `unavailable` where it does not answer as it should
 */
export async function register(
  db: Db,
  invite: Row<'lti_invite'>,
  asked: { readonly openid_configuration: string, readonly registration_token?: string | undefined },
  base: string,
): Promise<void> {
  const isThere = (address: string) => URL.canParse(address) && new URL(address).origin === invite.origin
  if (!isThere(asked.openid_configuration)) throw new Refusal('forbidden', 'lti-other-lms')
  const tool = toolAddresses(base)
  try {
    const lms = configuration.safeParse((await askForJson(asked.openid_configuration)).json)
    if (!lms.success) throw new LmsError('unreadable')
    if (!isThere(lms.data.registration_endpoint)) throw new Refusal('forbidden', 'lti-other-lms')
    const { json } = await askForJson(lms.data.registration_endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(asked.registration_token === undefined ? {} : { authorization: `Bearer ${asked.registration_token}` }),
      },
      body: JSON.stringify({
        application_type: 'web',
        response_types: ['id_token'],
        grant_types: ['implicit', 'client_credentials'],
        initiate_login_uri: tool.login,
        redirect_uris: [tool.launch],
        client_name: 'Who\'s There?',
        jwks_uri: tool.keys,
        token_endpoint_auth_method: 'private_key_jwt',
        scope: `${scope.score} ${scope.members}`,
        [TOOL]: {
          domain: new URL(base).host,
          target_link_uri: tool.launch,
          // No name and no address.
          claims: ['iss', 'sub'],
          messages: [{ type: 'LtiDeepLinkingRequest', target_link_uri: tool.launch }],
        },
      }),
    })
    const answer = registered.safeParse(json)
    if (!answer.success) throw new LmsError('unreadable')
    const deployment = answer.data[TOOL]?.deployment_id
    await addPlatform(db, { id: null, schoolId: invite.school_id }, {
      name: new URL(invite.origin).host,
      issuer: lms.data.issuer,
      clientId: answer.data.client_id,
      authUrl: lms.data.authorization_endpoint,
      tokenUrl: lms.data.token_endpoint,
      tokenAudience: lms.data.authorization_server ?? null,
      jwksUrl: lms.data.jwks_uri,
      home: invite.origin,
      deploymentIds: deployment === undefined ? [] : [deployment],
    }, 'waiting')
  }
  catch (error) {
    if (error instanceof LmsError) throw new Refusal('unavailable', 'lti-not-registered')
    throw error
  }
}
