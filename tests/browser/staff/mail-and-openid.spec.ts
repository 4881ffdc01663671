/**
 * The running server with a mail server and an OpenID provider beside it, both real; asked without a browser's page, for which
 * staff.spec.ts is.
 */
import { expect, test } from '@playwright/test'
import { startMailServer } from '../../support/sign-in/mail-server'
import { client, startOpenIdProvider } from '../../support/sign-in/openid-provider'
import { admin, startSchoolServer } from '../support/school-server'

const PUBLIC_URL = 'http://localhost:3999'
const NEW = 'mud violin otter lamp'

let stop: () => Promise<unknown> = async () => undefined
test.afterEach(() => stop())

test('a forgotten password is set anew by a link that was mailed, and an OpenID provider is offered', async ({ request }) => {
  const [mail, provider] = await Promise.all([startMailServer(), startOpenIdProvider(`${PUBLIC_URL}/api/auth/callback/oidc`)])
  const school = await startSchoolServer({
    PUBLIC_URL,
    SMTP_URL: mail.url,
    MAIL_FROM: 'lessons@oakfield.example',
    OIDC_ISSUER: provider.address,
    OIDC_CLIENT_ID: client.id,
    OIDC_CLIENT_SECRET: client.secret,
    OIDC_NAME: 'Oakfield',
  })
  stop = () => Promise.all([school.stop(), mail.stop(), provider.stop()])
  const post = (path: string, data: object, headers = {}) => request.post(`${school.address}${path}`, { data, headers })
  const { email, password } = admin
  expect((await post('/api/setup', { key: new URL(school.setupLink).searchParams.get('key'), ...admin })).status()).toBe(200)

  const answers = [await post('/api/auth/forgotten', { email }), await post('/api/auth/forgotten', { email: 'nobody@oakfield.example' })]
  expect(answers.map(answer => answer.status())).toEqual([200, 200])
  expect(await answers[0]?.text()).toBe(await answers[1]?.text())
  await expect.poll(() => mail.mails.length).toBe(1)
  // The address in the mail is the school's own, whatever the request said of itself.
  const key = new RegExp(`${PUBLIC_URL}/teach/set-password\\?key=([\\w-]+)`).exec(mail.mails[0]?.text ?? '')?.[1]
  expect((await post('/api/set-password', { key, password: NEW })).status()).toBe(200)
  await expect.poll(() => mail.mails.map(({ subject }) => subject)).toContain('A change to your account at Who\'s There?')
  expect((await post('/api/auth/sign-in', { email, password })).status()).toBe(401)
  expect((await post('/api/auth/sign-in', { email, password: NEW })).status()).toBe(200)

  expect(await (await request.get(`${school.address}/api/auth/me`)).json()).toMatchObject({
    providers: [{ id: 'oidc', name: 'Oakfield' }],
    mailsLinks: true,
  })
  const { url } = (await (
    await post(
      '/api/auth/sign-in/social',
      { provider: 'oidc', callbackURL: '/teach/classes', errorCallbackURL: '/teach/sign-in' },
      { origin: PUBLIC_URL, 'sec-fetch-site': 'same-origin' },
    )
  ).json()) as { url: string }
  expect(url.startsWith(`${provider.address}/auth?`)).toBe(true)
  const forged = await request.get(`${school.address}/api/auth/callback/oidc?state=guessed&code=guessed`, { maxRedirects: 0 })
  expect(forged.headers().location).toContain('/teach/sign-in?error=state_mismatch')
})
