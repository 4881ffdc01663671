/** How pupils get in: by code and name, or by card, then by three pictures; by touch and by keyboard. */
import { expect, test, type Page } from '@playwright/test'
import type { PupilPictures } from '#shared/api/classes'
import { NEUTRAL_PAGE } from '../../../server/platform/settings.ts'
import { goTo, untilAlive } from '../support/alive.ts'
import { expectAccessible } from '../support/axe.ts'
import { startClassServer, type ClassServer } from '../support/class-server.ts'

// One server for the whole file.
test.describe.configure({ mode: 'default' })
let server: ClassServer
test.beforeAll(async () => {
  server = await startClassServer()
})
test.afterAll(() => server.stop())

async function openJoin(page: Page, hash = '') {
  // A scanned card is a new visit, even where the page is open already.
  await page.goto('about:blank')
  await goTo(page, `${server.origin}/join${hash}`)
}

const codeField = (page: Page) => page.getByRole('textbox', { name: 'Type your class code' })
const go = (page: Page) => page.getByRole('button', { name: 'Go', exact: true })
const picture = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const wrong = ({ pictures }: PupilPictures) => [...pictures].reverse()

async function give(page: Page, pictures: readonly string[]) {
  for (const name of pictures) await picture(page, name).click()
  await go(page).click()
}

const sizes = [[1366, 768], [768, 1024], [360, 740], [320, 568]] as const

/** At every size; axe-core looks at the largest and the smallest. Leaves the page at the smallest. */
async function expectFits(page: Page, where: string) {
  for (const [index, [width, height]] of sizes.entries()) {
    await page.setViewportSize({ width, height })
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(overflow, `${where} at ${width} px`).toBeLessThanOrEqual(0)
    const small = await page.locator('main button').evaluateAll(buttons =>
      buttons
        .map(button => ({ name: button.textContent, box: button.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && Math.min(box.width, box.height) < 44)
        .map(({ name }) => name),
    )
    expect(small, `${where} at ${width} px: too small for a finger`).toEqual([])
    if (index === 0 || index === sizes.length - 1) await expectAccessible(page, `${where} at ${width} px`)
  }
}

test('what is typed and pressed before the page works counts, once; leaving blanks the page at once', async ({ page }) => {
  const { code } = await server.addClass('5E', ['Ali'])
  let early = Promise.resolve()
  let release = () => {}
  await page.route('**/_nuxt/**', async (route) => {
    if (route.request().resourceType() === 'script') await early
    await route.continue()
  })
  let asked = 0
  page.on('request', request => void (request.method() === 'POST' && request.url().endsWith('/api/auth/sign-in') && asked++))
  async function openEarly(address: string) {
    early = new Promise(resolve => (release = resolve))
    await page.goto(`${server.origin}${address}`, { waitUntil: 'commit' })
  }
  async function typeEarly(address: string, texts: Readonly<Record<string, string>>) {
    await openEarly(address)
    for (const [name, text] of Object.entries(texts)) await page.getByLabel(name, { exact: true }).pressSequentially(text)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    release()
  }
  await typeEarly('/teach/sign-in', { 'E-mail address': 'a.teacher@school.example', Password: 'typed too early' })
  await expect(page.getByRole('alert')).toContainText('do not belong together')
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('typed too early')
  expect(asked, 'pressed twice, sent once').toBe(1)
  await typeEarly('/join', { 'Type your class code': code.replace('-', '') })
  await expect(page.getByRole('button', { name: 'Ali', exact: true })).toBeVisible()

  await openEarly('/export')
  await page.getByLabel('Complete when').selectOption('screens')
  await page.getByRole('checkbox', { name: 'SCORM 2004, 3rd Edition' }).check({ force: true })
  release()
  await untilAlive(page)
  await expect(page.getByLabel('Complete when')).toHaveValue('screens')
  await expect(page.getByRole('checkbox', { name: 'SCORM 2004, 3rd Edition' })).toBeChecked()

  await page.route(NEUTRAL_PAGE, route => route.fulfill({ body: 'a page like any other' }))
  await openEarly('/join')
  await page.getByRole('button', { name: 'Leave this page' }).click()
  await expect(page.locator('html')).toBeHidden()
  expect(await page.title()).toBe('')
  release()
  await expect(page.getByText('a page like any other')).toBeVisible()
})

test.describe('by touch', () => {
  test.use({ hasTouch: true })
  test('code, name, pictures, each step accessible and big enough for a finger at every size', async ({ page }) => {
    const { code, pupils: [ali] } = await server.addClass('5B', ['Ali', 'Zoë', 'Bartholomew-Christopher'])
    await openJoin(page)
    await expectFits(page, 'code')
    await codeField(page).tap()
    await codeField(page).fill(code.toLowerCase().replace('-', ''))
    await go(page).tap()
    await expect(page.getByRole('heading', { name: 'Tap your name' })).toBeFocused()
    await expectFits(page, 'names')
    await page.getByRole('button', { name: 'Ali' }).tap()
    await expect(page.getByRole('heading', { name: 'Hello Ali' })).toBeFocused()
    for (const name of ali?.pictures ?? []) await picture(page, name).tap()
    await expectFits(page, 'pictures')
    await go(page).tap()
    await page.waitForURL('**/my')
    expect((await page.context().cookies()).find(({ name }) => name === 'whos-there-pupil')).toMatchObject({
      httpOnly: true,
      sameSite: 'Lax',
      expires: -1,
    })
  })
})

test('by keyboard alone, with a focus that can be seen, and each choice said aloud', async ({ page }) => {
  const { code, pupils: [ali] } = await server.addClass('Keys', ['Ali', 'Zoë'])
  await openJoin(page)
  await codeField(page).focus()
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Tap your name' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Ali' })).toBeFocused()
  await expect(page.getByRole('button', { name: 'Ali' })).toHaveCSS('outline-width', '4px')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Hello Ali' })).toBeFocused()
  for (const [index, name] of (ali?.pictures ?? []).entries()) {
    await picture(page, name).focus()
    await page.keyboard.press('Space')
    await expect(page.getByRole('main').getByRole('status')).toHaveText(`${name}. ${index + 1} of 3 chosen`)
    await expect(picture(page, name)).toHaveAttribute('aria-pressed', 'true')
  }
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(page.getByRole('main').getByRole('status')).toHaveText('2 of 3 chosen')
  await picture(page, ali?.pictures[2] ?? '').press('Enter')
  await go(page).press('Enter')
  await page.waitForURL('**/my')
})

test('nobody is named in the page before the teacher\'s class is open and the code is right, nor by a card', async ({ page, request }) => {
  const { keys } = await server.addClass('Owls', ['Quentin'], 0)
  expect(await (await request.get(`${server.origin}/join`)).text()).not.toMatch(/Quentin|Owls/)
  await openJoin(page, `#${keys.Quentin}`)
  await expect(page.getByRole('heading', { name: 'Tap your 3 pictures' })).toBeVisible()
  expect(page.url()).toBe(`${server.origin}/join`)
  expect(await page.content()).not.toMatch(/Quentin|Owls/)
  expect(await page.content()).not.toContain(keys.Quentin)
})

test('by card, also while the class is shut; wrong pictures first, and the browser\'s Back shows no names afterwards', async ({ page }) => {
  const { keys, pupils: [maya] } = await server.addClass('Foxes', ['Maya'], 0)
  if (!maya) throw new Error('no pupil')
  await openJoin(page, `#${keys.Maya}`)
  await give(page, wrong(maya))
  await expect(page.getByRole('alert')).toContainText('Try again')
  await expectAccessible(page, 'wrong pictures')
  await give(page, maya.pictures)
  await page.waitForURL('**/my')
  await page.goBack()
  await expect(page.locator('body')).not.toContainText('Maya')
})

test('a code that is wrong or of a class that is shut is said kindly, and nothing is shown', async ({ page }) => {
  const { code } = await server.addClass('Shut', ['Ali'], 0)
  await openJoin(page)
  await codeField(page).fill('cccc 2222')
  await go(page).click()
  await expect(page.getByRole('alert')).toContainText('that code did not work')
  await codeField(page).fill(code)
  await go(page).click()
  await expect(page.getByRole('alert')).toContainText('ask your teacher to open the class')
  await expect(page.locator('body')).not.toContainText('Ali')
  await expectAccessible(page, 'shut')
  // Of an earlier release.
  await codeField(page).fill('ktr 482')
  await go(page).click()
  await expect(page.getByRole('alert')).toContainText('Codes have 8 letters and numbers now')
})

test('an old card says so, and the way by code is still there', async ({ page }) => {
  await openJoin(page, '#not-a-key-any-more')
  await give(page, ['fish', 'duck', 'frog'])
  await expect(page.getByRole('alert')).toContainText('does not work any more')
  await page.getByRole('button', { name: 'Start again' }).click()
  await expect(codeField(page)).toBeVisible()
})

test('ten wrong tries: a break, until the teacher lets the class in; a friend gets in meanwhile, and a device that was there before', async ({
  page,
  playwright,
}) => {
  const {
    code,
    pupils: [ali, zoe],
    letIn,
  } = await server.addClass('Tries', ['Ali', 'Zoë'])
  if (!ali || !zoe) throw new Error('no pupils')
  const joining = (pupil: PupilPictures, pictures: readonly string[]) =>
    page.request.post(`${server.origin}/api/join`, { data: { classCode: code, pupilId: pupil.id, pictures } })
  // By the same address, from a device that nobody has come in from.
  const stranger = await playwright.request.newContext()
  for (let count = 0; count < 12; count++) {
    const tried = await stranger.post(`${server.origin}/api/join`, { data: { classCode: code, pupilId: ali.id, pictures: wrong(ali) } })
    expect(tried.status()).toBe(count < 10 ? 401 : 429)
  }
  await stranger.dispose()
  await openJoin(page)
  await codeField(page).fill(code)
  await go(page).click()
  await page.getByRole('button', { name: 'Ali' }).click()
  await give(page, ali.pictures)
  await expect(page.getByRole('alert')).toContainText('taking a break')
  await expectAccessible(page, 'break')
  expect((await joining(zoe, zoe.pictures)).status()).toBe(200)
  // The page comes in by itself when the teacher has pressed.
  await letIn()
  await page.waitForURL('**/my')
  const device = (await page.context().cookies()).find(({ name }) => name === 'whos-there-device')
  expect(device).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
  const again = await playwright.request.newContext()
  for (let count = 0; count < 40; count++)
    await again.post(`${server.origin}/api/join`, { data: { classCode: code, pupilId: ali.id, pictures: wrong(ali) } })
  await again.dispose()
  expect((await joining(ali, ali.pictures)).status()).toBe(200)
  // Cleared, it is as any other.
  await page.request.post(`${server.origin}/api/device/forget`)
  expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('whos-there-device')
  expect((await joining(ali, ali.pictures)).status()).toBe(429)
})

test('more than thirty names are found by their first letter', async ({ page }) => {
  const { code } = await server.addClass('Many', [...Array.from({ length: 30 }, (_, index) => `A${index}`), 'Émile', 'Eva'])
  await openJoin(page)
  await codeField(page).fill(code)
  await go(page).click()
  await page.getByRole('button', { name: 'E', exact: true }).click()
  await expect(page.locator('[data-action="pick-name"]')).toHaveText(['Émile', 'Eva'])
  await expectAccessible(page, 'letters')
})

test('in forced colours and without movement everything can be told apart', async ({ page }) => {
  const { code, pupils: [ali] } = await server.addClass('Forced', ['Ali'])
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
  await openJoin(page)
  await expectAccessible(page, 'code')
  await codeField(page).fill(code)
  await go(page).click()
  await page.getByRole('button', { name: 'Ali' }).click()
  await picture(page, ali?.pictures[0] ?? '').click()
  await expectAccessible(page, 'pictures')
  await expect(picture(page, ali?.pictures[0] ?? '').locator('.place')).toHaveText('1')
})

test('whoever signs in next takes the place of the last, and signing out ends it', async ({ page }) => {
  const { code, pupils: [ali, zoe] } = await server.addClass('Shared', ['Ali', 'Zoë'])
  const cookie = async () => (await page.context().cookies()).find(({ name }) => name === 'whos-there-pupil')?.value
  for (const pupil of [ali, zoe]) {
    const before = await cookie()
    await page.request.post(`${server.origin}/api/join`, { data: { classCode: code, pupilId: pupil?.id, pictures: pupil?.pictures } })
    expect(await cookie()).not.toBe(before)
  }
  await page.request.post(`${server.origin}/api/join/leave`)
  expect(await cookie()).toBeUndefined()
})

test('the front page of a school leads its pupils and its staff in', async ({ page }) => {
  for (const [name, path] of [['Join my class', '/join'], ['Sign in to my classes', '/teach/sign-in']] as const) {
    await page.goto(server.origin)
    await page.getByRole('link', { name }).click()
    await page.waitForURL(`**${path}`)
  }
})

test('where a browser runs no scripts, pages that need them say so', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  for (const path of ['/join', '/teach/sign-in', '/lessons/lying-online-9-11/play']) {
    await page.goto(`${server.origin}${path}`)
    await expect(page.locator('.no-script')).toBeVisible()
  }
  await context.close()
})
