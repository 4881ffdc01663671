/** Sign-in with an account elsewhere, against a real OpenID provider on this machine. */
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { client, startOpenIdProvider, type Person } from '../../../tests/support/sign-in/openid-provider'
import { engines, freshDatabase, seededSchool } from '../../../tests/support/databases/databases'
import { readSettings } from '../../platform/settings'
import { providersOf } from './providers'
import { staffAuth, type StaffAuth } from './staff-auth'

const HERE = 'http://localhost:3000'
afterEach(() => vi.unstubAllGlobals())

/** A browser that keeps cookies by host and goes where it is sent, here to the app and there to the provider. */
function browser(auth: StaffAuth, rewrite: (url: URL) => URL = url => url) {
  const jars = new Map<string, Map<string, string>>()
  async function ask(url: URL, init: RequestInit = {}): Promise<Response> {
    const jar = jars.get(url.host) ?? new Map<string, string>()
    jars.set(url.host, jar)
    const headers = new Headers(init.headers)
    headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '))
    const response
      = url.origin === HERE
        ? await auth.handler(new Request(url, { ...init, headers }))
        : await fetch(url, { ...init, headers, redirect: 'manual' })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (value === '' || /max-age=0/i.test(cookie)) jar.delete(name)
      else jar.set(name, value)
    }
    return response
  }
  return {
    ask,
    /** @returns the address to go to at the provider */
    async begin(provider: string): Promise<URL> {
      const response = await ask(new URL(`${HERE}/api/auth/sign-in/social`), {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: HERE },
        body: JSON.stringify({ provider, callbackURL: '/teach/classes', errorCallbackURL: '/teach/sign-in' }),
      })
      const { url } = await response.json() as { url: string }
      return new URL(url)
    },
    /** Follows from one address to the next. @returns the first one that `until` wants, by default a page of the app */
    async follow(from: URL, until: (url: URL) => boolean = url => url.pathname.startsWith('/teach/')): Promise<URL> {
      let url = rewrite(from)
      for (let steps = 0; steps < 15; steps += 1) {
        if (until(url)) return url
        const next = (await ask(url)).headers.get('location')
        if (next === null) throw new Error(`${url.href} leads nowhere`)
        url = rewrite(new URL(next, url))
      }
      throw new Error('too many steps')
    },
    async whoIsIn() {
      const cookie = [...jars.get(new URL(HERE).host) ?? []].map(([name, value]) => `${name}=${value}`).join('; ')
      return (await auth.api.getSession({ headers: new Headers({ cookie }) }))?.user.id
    },
  }
}

const person = (email: string, more: Partial<Person> = {}): Person => ({ sub: 'person-1', email, email_verified: true, ...more })

describe.each(engines)('an account at another OpenID provider on %s', (engine) => {
  async function school() {
    const opened = await freshDatabase(engine)
    const { staff } = await seededSchool(opened.db)
    const provider = await startOpenIdProvider(`${HERE}/api/auth/callback/oidc`)
    onTestFinished(provider.stop)
    const providers = providersOf(
      readSettings({ PUBLIC_URL: HERE, OIDC_ISSUER: provider.address, OIDC_CLIENT_ID: client.id, OIDC_CLIENT_SECRET: client.secret }),
    )
    const auth = staffAuth({ ...opened, secret: 'a'.repeat(40), baseURL: HERE, providers })
    const enter = async (who: Person) => {
      provider.isAsked(who)
      const tab = browser(auth)
      return { at: await tab.follow(await tab.begin('oidc')), tab }
    }
    return { ...opened, staff, provider, auth, enter }
  }

  it('lets in whoever has an account here, the second time too, when their address there is another', async () => {
    const { db, staff, enter } = await school()
    const { at, tab } = await enter(person(staff.email.toUpperCase()))
    expect(at.pathname).toBe('/teach/classes')
    expect(await tab.whoIsIn()).toBe(staff.id)
    expect(await db.selectFrom('staff_session').select('way').execute(), 'whose second step is the provider\'s').toEqual([
      { way: 'elsewhere' },
    ])
    expect(await (await enter(person('married@example.org'))).tab.whoIsIn()).toBe(staff.id)
    expect(await db.selectFrom('staff').select('email').execute()).toEqual([{ email: staff.email }])
  })

  it.each<[string, (email: string) => Person, string]>([
    ['an address that nobody has here', () => person('stranger@example.org'), 'signup_disabled'],
    ['an address that the provider has not verified', email => person(email, { email_verified: false }), 'account_not_linked'],
  ])('refuses %s', async (_, who, why) => {
    const { db, staff, enter } = await school()
    const { at, tab } = await enter(who(staff.email))
    expect(`${at.pathname} ${at.searchParams.get('error')}`).toBe(`/teach/sign-in ${why}`)
    expect(await tab.whoIsIn()).toBeUndefined()
    expect(await db.selectFrom('staff').select('id').execute()).toHaveLength(1)
    expect(await db.selectFrom('staff_session').select('id').execute()).toEqual([])
  })

  it('refuses an account that is switched off, known there or not', async () => {
    const { db, staff, enter } = await school()
    const refused = async () => {
      const { at, tab } = await enter(person(staff.email))
      expect(at.pathname).toBe('/teach/sign-in')
      expect(at.searchParams.get('error')).not.toBeNull()
      expect(await tab.whoIsIn()).toBeUndefined()
    }
    const switchOff = () => db.updateTable('staff').set({ disabled_at: new Date().toISOString() }).where('id', '=', staff.id).execute()
    await switchOff()
    await refused()
    await db.updateTable('staff').set({ disabled_at: null }).where('id', '=', staff.id).execute()
    await enter(person(staff.email))
    await switchOff()
    await refused()
  })

  it('refuses an answer that was asked for in another browser, or was used already', async () => {
    const { staff, provider, auth } = await school()
    provider.isAsked(person(staff.email))
    const [mine, other] = [browser(auth), browser(auth)]
    const answer = await mine.follow(await mine.begin('oidc'), ({ pathname }) => pathname.startsWith('/api/auth/callback'))
    await other.begin('oidc')
    expect((await other.follow(answer)).searchParams.get('error')).toBe('state_mismatch')
    expect(await other.whoIsIn()).toBeUndefined()
    expect((await mine.follow(answer)).pathname).toBe('/teach/classes')
    expect((await mine.follow(answer)).searchParams.get('error')).toBe('state_mismatch')
    const bare = new URL(answer)
    bare.searchParams.delete('state')
    expect((await other.follow(bare)).href).toBe(`${HERE}/teach/sign-in?error=state_not_found`)
  })

  it('refuses a statement that was made for another question (nonce)', async () => {
    const { staff, provider, auth } = await school()
    provider.isAsked(person(staff.email))
    const tab = browser(auth)
    const question = await tab.begin('oidc')
    expect(question.searchParams.get('nonce')).toMatch(/.{30}/)
    question.searchParams.set('nonce', 'that of somebody else')
    expect((await tab.follow(question)).searchParams.get('error')).toBe('unable_to_get_user_info')
    expect(await tab.whoIsIn()).toBeUndefined()
  })
})

interface Service {
  readonly name: string
  readonly issuer: string
  readonly claims: Readonly<Record<string, string>>
  readonly env: Readonly<Record<string, string>>
  /** Microsoft's own tenant vouches for its addresses. */
  readonly needsVerified: boolean
}

/** The app speaks with their fixed addresses; the network leads them to this machine. */
describe.each<Service>([
  {
    name: 'google',
    issuer: 'https://accounts.google.com',
    claims: {},
    env: { GOOGLE_CLIENT_ID: client.id, GOOGLE_CLIENT_SECRET: client.secret },
    needsVerified: true,
  },
  {
    name: 'microsoft',
    issuer: 'https://login.microsoftonline.com/a-tenant/v2.0',
    claims: { oid: 'person-1', tid: 'a-tenant' },
    env: { MICROSOFT_CLIENT_ID: client.id, MICROSOFT_CLIENT_SECRET: client.secret, MICROSOFT_TENANT_ID: 'a-tenant' },
    needsVerified: false,
  },
])('an account at $name', ({ name, issuer, claims, env, needsVerified }) => {
  async function school() {
    const opened = await freshDatabase('sqlite')
    const { staff } = await seededSchool(opened.db)
    const provider = await startOpenIdProvider(`${HERE}/api/auth/callback/${name}`, { issuer, claims })
    onTestFinished(provider.stop)
    const endings: readonly [RegExp, string][] = [
      [/\/(?:auth|authorize)$/, '/auth'],
      [/\/token$/, '/token'],
      [/\/(?:certs|keys)$/, '/jwks'],
    ]
    const rewrite = (url: URL) => {
      const [, path] = endings.find(([ending]) => ending.test(url.pathname)) ?? []
      return /google|microsoft/.test(url.hostname) ? new URL(`${path ?? url.pathname}${url.search}`, provider.address) : url
    }
    const real = fetch
    vi.stubGlobal('fetch', (input: string | URL, init?: RequestInit) => real(rewrite(new URL(input)), init))
    const auth = staffAuth({
      ...opened,
      secret: 'a'.repeat(40),
      baseURL: HERE,
      providers: providersOf(readSettings({ PUBLIC_URL: HERE, ...env })),
    })
    const enter = async (who: Person) => {
      provider.isAsked(who)
      const tab = browser(auth, rewrite)
      return { at: await tab.follow(await tab.begin(name)), tab }
    }
    return { ...opened, staff, enter }
  }

  it('lets in whoever has an account here, and nobody else', async () => {
    const { db, staff, enter } = await school()
    expect((await enter(person('stranger@example.org'))).at.searchParams.get('error')).toBe('signup_disabled')
    const unverified = await enter(person(staff.email, { email_verified: false }))
    expect(await unverified.tab.whoIsIn()).toBe(needsVerified ? undefined : staff.id)
    const { at, tab } = await enter(person(staff.email))
    expect(at.pathname).toBe('/teach/classes')
    expect(await tab.whoIsIn()).toBe(staff.id)
    await db.updateTable('staff').set({ disabled_at: new Date().toISOString() }).where('id', '=', staff.id).execute()
    expect((await enter(person(staff.email))).at.pathname).toBe('/teach/sign-in')
  })
})
