/** Sign-in with an account that staff have elsewhere (OpenID Connect), where the server is set up for it. */
import type { BetterAuthOptions } from 'better-auth'
import type { GenericOAuthConfig } from 'better-auth/plugins/generic-oauth'
import type { Settings } from '../../platform/settings.ts'

export type Providers = Pick<NonNullable<BetterAuthOptions['socialProviders']>, 'google' | 'microsoft'> & {
  readonly oidc?: GenericOAuthConfig & { readonly name: string }
}

/** @returns what Better Auth is told of each. Only accounts that exist here are let in, found by their e-mail address. */
export function providersOf({ google, microsoft, oidc }: Pick<Settings, 'google' | 'microsoft' | 'oidc'>): Providers {
  return {
    ...(google ? { google: { ...google, disableSignUp: true } } : {}),
    ...(microsoft ? { microsoft: { ...microsoft, disableSignUp: true, disableProfilePhoto: true } } : {}),
    ...(oidc ? { oidc: byDiscovery(oidc) } : {}),
  }
}

/** Any other OpenID provider, by its own description of itself (OpenID Connect Discovery 1.0). */
function byDiscovery({ issuer, name, clientId, clientSecret }: NonNullable<Settings['oidc']>): NonNullable<Providers['oidc']> {
  return {
    providerId: 'oidc',
    name,
    discoveryUrl: `${issuer.href.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    scopes: ['openid', 'email', 'profile'],
    requireIdTokenVerification: true,
    disableSignUp: true,
  }
}
