/** Sign-in with an account that staff have elsewhere (OpenID Connect), where the server is configured for it. */
import type { BetterAuthOptions } from 'better-auth'
import type { GenericOAuthConfig } from 'better-auth/plugins/generic-oauth'

export type Providers = Pick<NonNullable<BetterAuthOptions['socialProviders']>, 'google' | 'microsoft'> & { readonly oidc?: GenericOAuthConfig & { readonly name: string } }

type Environment = Readonly<Record<string, string | undefined>>

/** Tenants that let any company in: an address in their tokens may have been typed by anybody's admin. */
const openTenants: readonly string[] = ['common', 'organizations', 'consumers']

/**
 * Only accounts that exist here are let in, found by their e-mail address.
 * @throws with a sentence for whoever runs the server
 */
export function configuredProviders(env: Environment): Providers {
  const { GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET, MICROSOFT_CLIENT_ID, MICROSOFT_CLIENT_SECRET, MICROSOFT_TENANT_ID, PUBLIC_URL } = env
  const google = GOOGLE_CLIENT_ID && GOOGLE_CLIENT_SECRET ? { clientId: GOOGLE_CLIENT_ID, clientSecret: GOOGLE_CLIENT_SECRET, disableSignUp: true } : undefined
  const microsoft = MICROSOFT_CLIENT_ID && MICROSOFT_CLIENT_SECRET ? { clientId: MICROSOFT_CLIENT_ID, clientSecret: MICROSOFT_CLIENT_SECRET, tenantId: MICROSOFT_TENANT_ID, disableSignUp: true, disableProfilePhoto: true } : undefined
  const oidc = configuredIssuer(env)
  if ((google || microsoft || oidc) && !PUBLIC_URL) throw new Error('Sign-in with an account elsewhere needs PUBLIC_URL, the address at which people reach this server.')
  if (microsoft && (!microsoft.tenantId || openTenants.includes(microsoft.tenantId))) throw new Error('Sign-in with Microsoft needs MICROSOFT_TENANT_ID, the id of your school\'s own tenant.')
  return { ...(google ? { google } : {}), ...(microsoft ? { microsoft } : {}), ...(oidc ? { oidc } : {}) }
}

/** Any other OpenID provider, by its own description of itself (OpenID Connect Discovery 1.0). */
function configuredIssuer({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME }: Environment): Providers['oidc'] {
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return undefined
  const issuer = URL.canParse(OIDC_ISSUER) ? new URL(OIDC_ISSUER) : undefined
  // What comes over a line that others can change proves nothing.
  if (!issuer || (issuer.protocol !== 'https:' && issuer.hostname !== 'localhost')) throw new Error('OIDC_ISSUER has to be an address that begins with https://.')
  return {
    providerId: 'oidc',
    name: OIDC_NAME || issuer.hostname,
    discoveryUrl: `${issuer.href.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    scopes: ['openid', 'email', 'profile'],
    requireIdTokenVerification: true,
    disableSignUp: true,
  }
}
