import { describe, expect, it } from 'vitest'
import { readSettings } from '../../platform/settings'
import { providersOf } from './providers'

const PUBLIC_URL = 'https://lessons.example'

describe('sign-in with an account elsewhere', () => {
  it('is not there where nothing is configured', () => expect(providersOf(readSettings({}))).toEqual({}))

  it('makes no accounts', () => {
    const both = readSettings({
      PUBLIC_URL,
      MICROSOFT_CLIENT_ID: 'id',
      MICROSOFT_CLIENT_SECRET: 'secret',
      MICROSOFT_TENANT_ID: 'a-tenant',
      GOOGLE_CLIENT_ID: 'id',
      GOOGLE_CLIENT_SECRET: 'secret',
    })
    expect(providersOf(both)).toMatchObject({ google: { disableSignUp: true }, microsoft: { disableSignUp: true, tenantId: 'a-tenant' } })
  })

  it('knows any OpenID provider by its address, and calls it as the school does', () => {
    const oidc = {
      OIDC_ISSUER: 'https://id.oakfield.example/realms/staff/',
      OIDC_CLIENT_ID: 'id',
      OIDC_CLIENT_SECRET: 'secret',
      PUBLIC_URL,
    }
    expect(providersOf(readSettings(oidc))).toMatchObject({
      oidc: {
        name: 'id.oakfield.example',
        discoveryUrl: 'https://id.oakfield.example/realms/staff/.well-known/openid-configuration',
        disableSignUp: true,
        requireIdTokenVerification: true,
      },
    })
    expect(providersOf(readSettings({ ...oidc, OIDC_NAME: 'Oakfield' })).oidc?.name).toBe('Oakfield')
  })
})
