import { describe, expect, it } from 'vitest'
import { configuredProviders } from './providers'

const microsoft = { MICROSOFT_CLIENT_ID: 'id', MICROSOFT_CLIENT_SECRET: 'secret', PUBLIC_URL: 'https://lessons.example' }

describe('sign-in with an account elsewhere', () => {
  it('is not there where nothing is configured', () => expect(configuredProviders({})).toEqual({}))

  it('makes no accounts', () => {
    const both = configuredProviders({ ...microsoft, MICROSOFT_TENANT_ID: 'a-tenant', GOOGLE_CLIENT_ID: 'id', GOOGLE_CLIENT_SECRET: 'secret' })
    expect(both).toMatchObject({ google: { disableSignUp: true }, microsoft: { disableSignUp: true, tenantId: 'a-tenant' } })
  })

  it('knows any OpenID provider by its address, and calls it as the school does', () => {
    const oidc = { OIDC_ISSUER: 'https://id.oakfield.example/realms/staff/', OIDC_CLIENT_ID: 'id', OIDC_CLIENT_SECRET: 'secret', PUBLIC_URL: 'https://lessons.example' }
    expect(configuredProviders(oidc)).toMatchObject({ oidc: { name: 'id.oakfield.example', discoveryUrl: 'https://id.oakfield.example/realms/staff/.well-known/openid-configuration', disableSignUp: true, requireIdTokenVerification: true } })
    expect(configuredProviders({ ...oidc, OIDC_NAME: 'Oakfield' }).oidc?.name).toBe('Oakfield')
    for (const OIDC_ISSUER of ['http://id.oakfield.example', 'id.oakfield.example']) expect(() => configuredProviders({ ...oidc, OIDC_ISSUER })).toThrow('https://')
  })

  it.each([undefined, 'common', 'organizations', 'consumers'])('refuses Microsoft for everybody (%s), where an address proves nothing', (tenant) => {
    expect(() => configuredProviders({ ...microsoft, MICROSOFT_TENANT_ID: tenant })).toThrow('MICROSOFT_TENANT_ID')
  })

  it('needs the address of the server', () => {
    expect(() => configuredProviders({ GOOGLE_CLIENT_ID: 'id', GOOGLE_CLIENT_SECRET: 'secret' })).toThrow('PUBLIC_URL')
  })
})
