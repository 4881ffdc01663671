/** A school's first day: set-up, sign-in, a colleague, and what an admin can take away again. On a server and database of its own. */
import { expect, test, type Locator, type Page } from '@playwright/test'
import { totp } from '../../support/sign-in/totp'
import { goTo, untilAlive } from '../support/alive.ts'
import { expectAccessible } from '../support/axe'
import { PNG } from '../support/logo'
import { admin, startSchoolServer, type SchoolServer } from '../support/school-server'

const colleague = { name: 'Cleo Colleague', email: 'cleo@oakfield.example', password: 'mud violin otter lamp' }
const sizes = [{ width: 360, height: 740 }, { width: 768, height: 1024 }, { width: 1366, height: 768 }] as const

let school: SchoolServer
test.beforeEach(async () => {
  school = await startSchoolServer()
})
test.afterEach(() => school.stop())

async function signIn(page: Page, { email, password }: { email: string, password: string }) {
  await goTo(page, `${school.address}/teach/sign-in`)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** @param codes the part of a page that sets an app up */
async function setUpApp(codes: Locator, password: string) {
  await codes.getByLabel('Current password').fill(password)
  await codes.getByRole('button', { name: 'Set up a second step' }).click()
  await codes.getByLabel('Code from the app').fill(totp(await codes.locator('code.secret').innerText()))
  await codes.getByRole('button', { name: 'Switch the second step on' }).click()
  await expect(codes.getByText('Note these backup codes')).toBeVisible()
}

/** At every size; axe-core looks at the smallest and the largest. */
async function looksRight(page: Page, where: string) {
  const before = page.viewportSize()
  await untilAlive(page)
  for (const [index, size] of sizes.entries()) {
    await page.setViewportSize(size)
    await expect.poll(
      () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      `${where} is no wider than a screen of ${size.width} px`,
    ).toBe(0)
    if (index !== 1) await expectAccessible(page, `${where} at ${size.width} px`)
  }
  if (before) await page.setViewportSize(before)
}

test('an admin sets the school up, adds a colleague and takes the account away, on a phone; each page looks right at every size', async ({
  browser,
}) => {
  const viewport = sizes[0]
  const mine = await (await browser.newContext({ baseURL: school.address, viewport })).newPage()
  await mine.goto('/setup')
  await expect(mine.getByText('you need the link that the server printed')).toBeVisible()
  await mine.goto(school.setupLink)
  await looksRight(mine, 'set-up')
  await mine.getByLabel('Name of your school').fill(admin.school)
  await mine.getByLabel('Your name').fill(admin.name)
  await mine.getByLabel('E-mail address').fill(admin.email)
  await mine.getByLabel('Password', { exact: true }).fill(admin.password)
  await mine.getByRole('button', { name: 'Set up the school' }).click()
  await expect(mine.getByRole('button', { name: 'Sign out', exact: true })).toBeVisible()
  await mine.goto(school.setupLink)
  await expect(mine.getByText('the link no longer works')).toBeVisible()

  await goTo(mine, '/teach/staff')
  await expect(mine.getByText('You are the only one so far')).toBeVisible()
  await mine.getByLabel('Name', { exact: true }).fill(colleague.name)
  await mine.getByLabel('E-mail address').fill(colleague.email.toUpperCase())
  await mine.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(mine.getByText(`Pass this link on to ${colleague.email}`)).toBeVisible()
  const link = await mine.getByLabel('Link to set a password').inputValue()
  await looksRight(mine, 'staff')

  const theirs = await (await browser.newContext({ viewport })).newPage()
  await goTo(theirs, link)
  await theirs.getByLabel('New password', { exact: true }).fill('oakfieldprimary')
  await expect(theirs.getByRole('status').filter({ hasText: 'Leave out your name' })).toBeVisible()
  await looksRight(theirs, 'set password')
  await theirs.getByRole('button', { name: 'Save the password' }).click()
  await expect(theirs.getByRole('alert')).toContainText('Leave out your name')
  await theirs.getByLabel('New password', { exact: true }).fill(colleague.password)
  await theirs.getByRole('button', { name: 'Save the password' }).click()
  await expect(theirs.getByText('Your password is set')).toBeVisible()
  await theirs.goto(link)
  await expect(theirs.getByText('This link was used already')).toBeVisible()

  await theirs.goto(`${school.address}/teach/account`)
  await expect(theirs).toHaveURL(/\/teach\/sign-in\?next=/)
  await untilAlive(theirs)
  await looksRight(theirs, 'sign-in')
  await theirs.getByLabel('E-mail address').fill(colleague.email)
  await theirs.getByLabel('Password', { exact: true }).fill('something else entirely')
  await theirs.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(theirs.getByRole('alert')).toContainText('do not belong together')
  await theirs.getByLabel('Password', { exact: true }).fill(colleague.password)
  await theirs.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(theirs).toHaveURL(`${school.address}/teach/account`)
  // The page before stays until this one has come, under its address already.
  await expect(theirs.getByRole('heading', { name: 'Your account', level: 1 })).toBeVisible()
  await expect(theirs.getByRole('link', { name: 'Staff' })).toHaveCount(0)
  await looksRight(theirs, 'account')
  await theirs.goto(`${school.address}/teach/staff`)
  await expect(theirs.getByText('This page is for admins of your school')).toBeVisible()

  await mine.reload()
  await untilAlive(mine)
  await mine.getByRole('button', { name: `Change ${colleague.name}` }).click()
  await looksRight(mine, 'what can be changed about a colleague')
  await mine.getByRole('button', { name: 'Switch the account off' }).click()
  await expect(mine.getByRole('button', { name: 'Switch the account on' })).toBeVisible()
  await theirs.goto(`${school.address}/teach/account`)
  await expect(theirs).toHaveURL(/\/teach\/sign-in/)
  await signIn(theirs, colleague)
  await expect(theirs.getByRole('alert')).toContainText('do not belong together')

  await mine.getByRole('button', { name: 'Close' }).click()
  await mine.getByRole('button', { name: `Change ${admin.name}` }).click()
  await mine.getByRole('button', { name: 'Make a teacher' }).click()
  await expect(mine.getByRole('dialog').getByRole('alert')).toContainText('nobody could look after the school')
  await mine.goto('/teach/audit')
  await expect(mine.locator('tbody tr').first()).toContainText('Switched an account off')
  await looksRight(mine, 'what staff did')
  await goTo(mine, '/teach/school')
  await mine.getByLabel('Who pupils can turn to').fill('Mrs Okoye in room 12')
  await mine.getByLabel('Logo').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from(PNG, 'base64') })
  await mine.getByRole('button', { name: 'Save' }).click()
  await expect(mine.getByText('Saved.')).toBeVisible()
  await expect(mine.locator('header .brand img')).toHaveJSProperty('naturalWidth', 1)
  await looksRight(mine, 'school')
  await mine.goto('/teach/system')
  await expect(mine.getByText('There is no backup yet')).toBeVisible()
  await looksRight(mine, 'this server')
  await goTo(mine, '/teach/school')
  await mine.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(mine.getByRole('heading', { name: 'Sign in for staff' })).toBeVisible()
  await mine.goto('/teach/school')
  await expect(mine).toHaveURL(/\/teach\/sign-in/)
})

test('a password change signs every other browser out, and a second step asks for a code', async ({ browser }) => {
  const page = await school.setUp(browser)
  const other = await (await browser.newContext()).newPage()
  await signIn(other, admin)
  await expect(other.getByRole('button', { name: 'Sign out', exact: true })).toBeVisible()

  await goTo(other, `${school.address}/teach/classes`)

  await goTo(page, '/teach/account')
  await expect(page.getByRole('button', { name: 'Sign out everywhere else' })).toBeVisible()
  await page.getByLabel('New password', { exact: true }).fill(colleague.password)
  await expect(page.getByText('This password will do.')).toBeVisible()
  await page.getByLabel('Current password').first().fill(admin.password)
  await page.getByRole('button', { name: 'Change the password' }).click()
  await expect(page.getByText('Everywhere else you are signed out.')).toBeVisible()
  await other.getByLabel('Name of the class').fill('5B')
  await other.getByRole('button', { name: 'Make it' }).click()
  await expect(other.getByRole('alert')).toContainText('What you typed is still here.')
  await expect(other.getByLabel('Name of the class')).toHaveValue('5B')
  await looksRight(other, 'a page whose session is over')
  const [newTab] = await Promise.all([other.waitForEvent('popup'), other.getByRole('link', { name: 'Sign in in a new tab' }).click()])
  await untilAlive(newTab)
  await signIn(newTab, { ...admin, password: colleague.password })
  await expect(newTab).toHaveURL(/\/teach$/)
  await other.getByRole('button', { name: 'Make it' }).click()
  await expect(other.getByRole('heading', { name: '5B' })).toBeVisible()
  await other.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(other).toHaveURL(/\/teach\/sign-in/)
  await untilAlive(other)

  await page.getByRole('region', { name: 'Second step' }).getByLabel('Current password').fill(colleague.password)
  await page.getByRole('button', { name: 'Set up a second step' }).click()
  await expect(page.getByRole('img', { name: 'QR code' })).toBeVisible()
  const key = await page.locator('code.secret').innerText()
  await page.getByLabel('Code from the app').fill(totp(key))
  await page.getByRole('button', { name: 'Switch the second step on' }).click()
  await expect(page.getByText('Note these backup codes')).toBeVisible()
  await expectAccessible(page, 'account with backup codes')
  const backup = await page.locator('.codes code').first().innerText()

  await signIn(other, { ...admin, password: colleague.password })
  await expect(other.getByLabel('Code from your authenticator app')).toBeFocused()
  await other.goto(`${school.address}/teach/account`)
  await expect(other, 'the password alone is not enough').toHaveURL(/\/teach\/sign-in/)
  await signIn(other, { ...admin, password: colleague.password })
  await other.getByRole('button', { name: 'Use a backup code' }).click()
  await other.getByLabel('One of your backup codes').fill(backup)
  await other.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(other.getByRole('button', { name: 'Sign out', exact: true })).toBeVisible()
})

test('an admin asks for a second step only once she has one, and whoever has none is led to it, and to nothing else before', async ({
  browser,
}) => {
  const page = await school.setUp(browser)
  const { link } = await (await page.request.post('/api/staff', { data: { name: colleague.name, email: colleague.email, role: 'teacher' } }))
    .json() as { link: string }
  await page.goto('/teach/system')
  await page.getByRole('link', { name: 'Who needs a second step' }).click()
  await expect(page.getByRole('radio', { name: 'Everybody' })).toBeDisabled()
  await looksRight(page, 'a second step of her own comes first')
  await page.getByRole('link', { name: 'Set up mine' }).click()
  await untilAlive(page)
  const codes = page.getByRole('region', { name: 'Second step' })
  await setUpApp(codes, admin.password)
  await goTo(page, '/teach/school')
  await page.getByRole('radio', { name: 'Everybody' }).check()
  await expect(page.getByText(`${colleague.name} has none yet.`)).toBeVisible()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await page.getByRole('link', { name: 'Who has none yet' }).click()
  await expect(page.locator('tbody tr')).toHaveCount(1)

  const theirs = await (await browser.newContext()).newPage()
  await goTo(theirs, link)
  await theirs.getByLabel('New password', { exact: true }).fill(colleague.password)
  await theirs.getByRole('button', { name: 'Save the password' }).click()
  await theirs.getByText('Your password is set').waitFor()
  await signIn(theirs, colleague)
  await expect(theirs.getByRole('heading', { name: 'One more step to sign in' })).toBeVisible()
  await looksRight(theirs, 'a second step is asked for')
  await goTo(theirs, `${school.address}/teach/classes`)
  await expect(theirs).toHaveURL(/\/teach\/second-step\?next=/)
  expect((await theirs.request.get(`${school.address}/api/classes`)).status()).toBe(403)
  await setUpApp(theirs.getByRole('region', { name: 'Second step' }), colleague.password)
  await looksRight(theirs, 'a second step is set up')
  await theirs.getByRole('link', { name: 'Go on' }).click()
  await expect(theirs).toHaveURL(/\/teach\/classes$/)
})

test('a passkey is added, signs its owner in without a code, and is removed', async ({ browser }) => {
  const page = await school.setUp(browser)
  const device = await page.context().newCDPSession(page)
  await device.send('WebAuthn.enable')
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await goTo(page, '/teach/account')
  const mine = page.getByRole('region', { name: 'Passkeys' })
  await mine.getByLabel('Name of the device').fill('My phone')
  await mine.getByLabel('Current password').fill('something else entirely')
  await mine.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(mine.getByRole('alert').filter({ hasText: 'The current password is not right' })).toBeVisible()
  await mine.getByLabel('Current password').fill(admin.password)
  await mine.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(mine.getByRole('status')).toContainText('Added.')
  await expectAccessible(page, 'account with a passkey')

  const codes = page.getByRole('region', { name: 'Second step' })
  await setUpApp(codes, admin.password)

  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page).toHaveURL(/\/teach$/)
  await goTo(page, '/teach/account')
  await mine.getByRole('button', { name: 'Remove the passkey My phone' }).click()
  await expect(mine.getByRole('table')).toHaveCount(0)
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page.getByRole('alert')).toContainText('does not open an account here')
})

test('nothing of the sign-in is open that is not needed, and no cookie can be read by scripts', async ({ browser }) => {
  const page = await school.setUp(browser)
  for (const path of [
    'sign-up/email',
    'list-sessions',
    'get-session',
    'update-user',
    'delete-user',
    'two-factor/get-totp-uri',
    'change-email',
    'passkey/generate-register-options',
    'passkey/list-user-passkeys',
    'passkey/delete-passkey',
  ]) {
    expect(
      (
        await page.request.fetch(`/api/auth/${path}`, {
          method: path.startsWith('list') || path.startsWith('get') ? 'GET' : 'POST',
          data: {},
        })
      ).status(),
      path,
    ).toBe(404)
  }
  const cookies = await page.context().cookies()
  expect(cookies.filter(({ name }) => name.startsWith('whos-there')).map(({ httpOnly, sameSite }) => [httpOnly, sameSite])).toEqual([
    [true, 'Lax'],
    [true, 'Lax'],
  ])
  const elsewhere = await page.request.post('/api/auth/sign-in', {
    data: { email: admin.email, password: admin.password },
    headers: { host: 'lessons.example' },
  })
  expect(elsewhere.status()).toBe(403)
  const { request } = await browser.newContext({ baseURL: school.address })
  expect(
    (await request.post('/api/password-advice', { data: { password: 'guess', names: [] } })).status(),
    'nobody else makes the server judge passwords',
  ).toBe(401)
  expect((await request.post('/api/auth/forgotten', { data: { email: admin.email } })).status(), 'no mail server is set').toBe(404)
  const foreign = await page.request.post('/api/auth/sign-out', { headers: { origin: 'https://evil.example' } })
  expect(foreign.status()).toBe(403)
})
