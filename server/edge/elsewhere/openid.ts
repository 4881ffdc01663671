/**
 * The way to a provider and back for a pupil (OpenID Connect Core 1.0, authorization code flow with PKCE), on openid-client. Scope
 * `openid` alone: who they are at the provider, and nothing about them.
 */
import { deleteCookie, getCookie, getRequestURL, setCookie, type H3Event } from 'h3'
import * as client from 'openid-client'
import type { JoinPurpose } from '#shared/api/join'
import type { Provider } from '#shared/api/school/sign-in'
import type { Identity } from '../../classes/pupil-accounts.ts'
import { Refusal } from '../../platform/refusal.ts'
import { settings, type Settings } from '../../platform/settings.ts'
import { cookiePath, isHttps } from '../request/transport.ts'

const COOKIE = 'whos-there-elsewhere'
/** Seconds for the whole way there and back. */
const LONGEST = 10 * 60
/** Seconds that a provider may take for one answer. */
const PATIENCE = 8

interface Known {
  readonly name: string
  readonly issuer: URL
  readonly clientId: string
  readonly clientSecret: string
  /** On a tablet that children share, the one before may be signed in there still: whoever comes says who they are. */
  readonly prompt: string
}

/** Providers as they describe themselves (OpenID Connect Discovery 1.0). */
function known({ google, microsoft, oidc }: Settings): Partial<Record<Provider['id'], Known>> {
  return {
    ...google && { google: { ...google, name: 'Google', issuer: new URL('https://accounts.google.com'), prompt: 'select_account' } },
    ...microsoft && {
      microsoft: {
        ...microsoft, name: 'Microsoft', prompt: 'select_account',
        issuer: new URL(`https://login.microsoftonline.com/${encodeURIComponent(microsoft.tenantId)}/v2.0`),
      },
    },
    ...oidc && { oidc: { ...oidc, prompt: 'login' } },
  }
}

/** @returns the providers that pupils may come in with on this server, once their school wants it */
export function pupilProviders(): Provider[] {
  const all = known(settings())
  return settings().pupilSignIn.flatMap(id => all[id] ? [{ id, name: all[id].name }] : [])
}

/** Milliseconds for which what a provider says of itself is believed: its addresses may change while this server runs. */
const BELIEVED_FOR = 60 * 60_000

const configurations = new Map<string, Promise<client.Configuration>>()

/** Asked once in a while; after a failure again, at the next try. */
function configurationOf(id: Provider['id'], { issuer, clientId, clientSecret }: Known): Promise<client.Configuration> {
  const found = configurations.get(id) ?? client.discovery(issuer, clientId, undefined, client.ClientSecretPost(clientSecret), {
    timeout: PATIENCE,
    // The settings take plain http from this machine alone.
    execute: issuer.protocol === 'http:' ? [client.allowInsecureRequests] : [],
  }).catch((error: unknown) => {
    configurations.delete(id)
    throw error
  })
  if (!configurations.has(id)) setTimeout(() => configurations.delete(id), BELIEVED_FOR).unref()
  configurations.set(id, found)
  return found
}

function providerOf(id: string): readonly [id: Provider['id'], provider: Known] {
  const name = settings().pupilSignIn.find(one => one === id)
  const provider = name && known(settings())[name]
  if (!name || !provider) throw new Refusal('not-found', 'no-provider', { reason: 'no-provider' })
  return [name, provider]
}

const backTo = (id: Provider['id']) => `${settings().ownUrl}/join/elsewhere/${id}/back`

/** What this browser has to bring back; it is of nobody else's use. */
interface Begun {
  readonly id: string
  readonly purpose: JoinPurpose
  /** Who joins: on a device that children share, somebody else may have come in before they are back. Empty for who comes in. */
  readonly pupilId: string
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

function begunIn(text: string | undefined): Begun | undefined {
  const [id, purpose, pupilId, state, nonce, verifier, ...more] = text?.split('~') ?? []
  if (!id || (purpose !== 'come-in' && purpose !== 'join') || pupilId === undefined) return undefined
  if (!state || !nonce || !verifier || more.length > 0) return undefined
  return { id, purpose, pupilId, state, nonce, verifier }
}

/** @returns what somebody who comes back had gone for, as their browser says; to come in, where it says nothing */
export const purposeOf = (event: H3Event): JoinPurpose => begunIn(getCookie(event, COOKIE))?.purpose ?? 'come-in'

const cookie = (event: H3Event) =>
  ({ httpOnly: true, sameSite: 'lax', path: cookiePath(), secure: isHttps(event) } as const)

/**
 * @param pupilId who joins; empty for whoever comes in
 * @returns where the browser goes; @throws `not-found` for a provider that is not there, `unavailable` where it does not answer
 */
export async function begin(event: H3Event, name: string, purpose: JoinPurpose, pupilId: string): Promise<URL> {
  const [id, provider] = providerOf(name)
  const configuration = await configurationOf(id, provider)
  const [state, nonce, verifier] = [client.randomState(), client.randomNonce(), client.randomPKCECodeVerifier()]
  setCookie(event, COOKIE, [id, purpose, pupilId, state, nonce, verifier].join('~'), { ...cookie(event), maxAge: LONGEST })
  return client.buildAuthorizationUrl(configuration, {
    redirect_uri: backTo(id),
    scope: 'openid',
    prompt: provider.prompt,
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  })
}

/** @returns who it is and what they came for; @throws where it is not what this browser began, or the provider says no */
export async function finish(event: H3Event, name: string): Promise<Pick<Begun, 'purpose' | 'pupilId'> & { readonly identity: Identity }> {
  const begun = begunIn(getCookie(event, COOKIE))
  // Good for one way, whatever comes of it.
  deleteCookie(event, COOKIE, cookie(event))
  const [id, provider] = providerOf(name)
  if (begun?.id !== id) throw new Refusal('invalid', 'account-failed', { reason: 'account-failed' })
  const tokens = await client.authorizationCodeGrant(
    await configurationOf(id, provider),
    new URL(`${backTo(id)}${getRequestURL(event).search}`),
    { pkceCodeVerifier: begun.verifier, expectedState: begun.state, expectedNonce: begun.nonce, idTokenExpected: true },
  )
  const claims = tokens.claims()
  if (!claims) throw new Refusal('invalid', 'account-failed', { reason: 'account-failed' })
  return { purpose: begun.purpose, pupilId: begun.pupilId, identity: { issuer: claims.iss, subject: claims.sub } }
}
