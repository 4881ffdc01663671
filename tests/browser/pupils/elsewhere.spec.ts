/** A pupil comes in with an account elsewhere, at a real OpenID provider on this machine. */
import { expect, test } from '@playwright/test'
import { goTo } from '../support/alive.ts'
import { listFor, pupilsIn } from '../support/class-list'
import { client, startOpenIdProvider } from '../../support/sign-in/openid-provider'
import { freePort } from '../../support/network/free-port'
import { expectAccessible } from '../support/axe'
import { startSchoolServer } from '../support/school-server'

let stop: () => Promise<unknown> = async () => undefined
test.afterEach(() => stop())

const person = (sub: string) => ({ sub, email: `${sub}@example.org`, email_verified: true })

test('a pupil joins an account once and comes in with it, and it is nobody else\'s', async ({ browser }) => {
  const port = await freePort()
  const address = `http://localhost:${port}`
  const provider = await startOpenIdProvider(`${address}/join/elsewhere/oidc/back`)
  const school = await startSchoolServer({
    PORT: String(port),
    PUBLIC_URL: address,
    OIDC_ISSUER: provider.address,
    OIDC_CLIENT_ID: client.id,
    OIDC_CLIENT_SECRET: client.secret,
    OIDC_NAME: 'Oakfield',
    PUPIL_SIGN_IN: 'oidc',
  })
  stop = () => Promise.all([school.stop(), provider.stop()])
  const staff = await school.setUp(browser, { baseURL: address })
  const post = async (path: string, data: object, method: 'post' | 'put' = 'post') => {
    const answer = await staff.request[method](`${address}${path}`, { data, headers: { 'sec-fetch-site': 'same-origin' } })
    expect(answer.status()).toBe(200)
    return await answer.json() as never
  }
  const { id: classId } = await post('/api/classes', { name: '5B' }) as { id: string }
  const pupils = pupilsIn(await post('/api/class-lists', listFor(classId, ['Ali', 'Bo'])))
  await post(`/api/classes/${classId}/open`, { minutes: 60 }, 'put')
  const { code } = await (await staff.request.get(`${address}/api/classes/${classId}`)).json() as { code: string }
  const comeIn = async (name: string) => {
    const page = await (await browser.newContext({ baseURL: address, viewport: { width: 360, height: 740 } })).newPage()
    const { id: pupilId, pictures } = pupils.find(pupil => pupil.name === name) ?? { id: '', pictures: [] }
    await page.request.post(`${address}/api/join`, { data: { classCode: code, pupilId, pictures } })
    await page.goto('/my')
    return page
  }

  // Off until an admin says so.
  const visitor = await (await browser.newContext({ baseURL: address, viewport: { width: 360, height: 740 } })).newPage()
  await visitor.goto('/join')
  await expect(visitor.locator('[data-action="account-oidc"]')).toHaveCount(0)
  await goTo(staff, '/teach/school')
  await staff.getByLabel('Pupils may come in with their school account').check()
  await staff.getByRole('button', { name: 'Save' }).click()
  await expect(staff.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible()

  provider.isAsked(person('ali'))
  await visitor.goto('/join')
  await expectAccessible(visitor, 'join with an account')
  await visitor.getByRole('link', { name: 'Come in with Oakfield' }).click()
  await expect(visitor.getByText('We don\'t know this account yet')).toBeVisible()

  const ali = await comeIn('Ali')
  await ali.getByRole('link', { name: 'Come in with Oakfield next time' }).click()
  await expect(ali.getByText('Next time you can come in with that account')).toBeVisible()
  await expect(ali.locator('[data-action="account-oidc"]')).toHaveCount(0)
  await expectAccessible(ali, 'joined')

  await visitor.goto('/join')
  await visitor.getByRole('link', { name: 'Come in with Oakfield' }).click()
  await expect(visitor.getByRole('heading', { name: 'Hello, Ali' })).toBeVisible()

  // Another child with Ali's account, and somebody who brings back what this browser did not begin.
  const bo = await comeIn('Bo')
  await bo.getByRole('link', { name: 'Come in with Oakfield next time' }).click()
  await expect(bo.getByText('belongs to another name already')).toBeVisible()
  const stranger = await (await browser.newContext({ baseURL: address })).newPage()
  await stranger.goto('/join/elsewhere/oidc/back?code=guessed&state=guessed')
  await expect(stranger).toHaveURL(/\/join\?account=failed/)
  await stranger.goto('/join/elsewhere/google')
  await expect(stranger).toHaveURL(/\/join\?account=failed/)

  // A teacher takes it off, whoever is in with it is out, and it brings nobody in any more.
  await goTo(staff, `/teach/classes/${classId}/pupils/${pupils[0]?.id}`)
  await staff.locator('[data-action="part-account"]').click()
  await expect(staff.getByRole('status').filter({ hasText: 'The account is off' })).toBeVisible()
  await visitor.goto('/my')
  await expect(visitor).toHaveURL(/\/join$/)
  await visitor.getByRole('link', { name: 'Come in with Oakfield' }).click()
  await expect(visitor.getByText('We don\'t know this account yet')).toBeVisible()

  // Ali goes to join an account, and Bo comes in on that device before Ali is back: it is nobody's.
  const shared = await comeIn('Ali')
  const away = await shared.request.get(`${address}/join/elsewhere/oidc?for=join`, { maxRedirects: 0, headers: { 'sec-fetch-site': 'same-origin' } })
  const { id: pupilId = '', pictures = [] } = pupils.find(({ name }) => name === 'Bo') ?? {}
  await shared.request.post(`${address}/api/join`, { data: { classCode: code, pupilId, pictures } })
  await shared.goto(away.headers().location ?? '')
  await expect(shared.getByRole('heading', { name: 'Hello, Bo' })).toBeVisible()
  await expect(shared.getByText('That did not work')).toBeVisible()
  await expect(shared.locator('[data-action="account-oidc"]')).toBeVisible()
})
