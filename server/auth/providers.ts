/** Sign-in with a school's own Google or Microsoft account (OpenID Connect), where the server is configured for it. */
import type { BetterAuthOptions } from 'better-auth'

export type Providers = Pick<NonNullable<BetterAuthOptions['socialProviders']>, 'google' | 'microsoft'>
export type ProviderName = keyof Providers

/** Tenants that let any company in: an address in their tokens may have been typed by anybody's admin. */
const openTenants: readonly string[] = ['common', 'organizations', 'consumers']

/**
 * Only accounts that exist here are let in, found by their e-mail address.
 * @throws with a sentence for whoever runs the server
 */
export function configuredProviders(env: Readonly<Record<string, string | undefined>>): Providers {
  const { GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET, MICROSOFT_CLIENT_ID, MICROSOFT_CLIENT_SECRET, MICROSOFT_TENANT_ID, PUBLIC_URL } = env
  const google = GOOGLE_CLIENT_ID && GOOGLE_CLIENT_SECRET ? { clientId: GOOGLE_CLIENT_ID, clientSecret: GOOGLE_CLIENT_SECRET, disableSignUp: true } : undefined
  const microsoft = MICROSOFT_CLIENT_ID && MICROSOFT_CLIENT_SECRET ? { clientId: MICROSOFT_CLIENT_ID, clientSecret: MICROSOFT_CLIENT_SECRET, tenantId: MICROSOFT_TENANT_ID, disableSignUp: true, disableProfilePhoto: true } : undefined
  if ((google || microsoft) && !PUBLIC_URL) throw new Error('Sign-in with Google or Microsoft needs PUBLIC_URL, the address at which people reach this server.')
  if (microsoft && (!microsoft.tenantId || openTenants.includes(microsoft.tenantId))) throw new Error('Sign-in with Microsoft needs MICROSOFT_TENANT_ID, the id of your school\'s own tenant.')
  return { ...(google ? { google } : {}), ...(microsoft ? { microsoft } : {}) }
}
