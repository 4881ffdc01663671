/** Help by situation, and the page for parents and carers: for every size, by keyboard, without scripts, on paper. */
import { expect, test, type Page } from '@playwright/test'
import { goTo } from '../support/alive.ts'
import { expectAccessible, expectContrast } from '../support/axe.ts'
import { printedPages } from '../support/print.ts'

const sizes = [{ width: 360, height: 740 }, { width: 768, height: 1024 }, { width: 1366, height: 768 }]
const pages = ['/help', '/help?age=7-9', '/help?age=14-16', '/help?age=adults', '/parents?nation=scotland', '/awareness']

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

for (const address of pages) {
  test(`${address}: axe-core finds nothing and nothing scrolls sideways, at every size, with everything open`, async ({ page }) => {
    await goTo(page, address)
    await page.evaluate(() => document.querySelectorAll('details').forEach(details => (details.open = true)))
    for (const size of sizes) {
      await page.setViewportSize(size)
      await expect.poll(() => overflow(page), `${size.width} px`).toBeLessThanOrEqual(0)
      if (size !== sizes[1]) await expectAccessible(page, `${address} at ${size.width} px`)
    }
  })
}

for (const contrast of ['dark', 'high']) {
  test(`everything has contrast in ${contrast} colours`, async ({ page }) => {
    for (const address of ['/help?age=14-16', '/parents', '/awareness']) {
      await goTo(page, address)
      await page.evaluate((contrast) => {
        document.documentElement.dataset.contrast = contrast
        document.querySelectorAll('details').forEach(details => (details.open = true))
      }, contrast)
      await expectContrast(page, `${address}, ${contrast}`)
    }
  })
}

test('every situation can be reached and opened by keyboard alone, each big enough to press', async ({ page }) => {
  await goTo(page, '/help?age=14-16')
  const situations = page.locator('[data-situation]')
  const ids = await situations.evaluateAll(all => all.map(one => one.getAttribute('data-situation') ?? ''))
  expect(ids).toHaveLength(7)
  const reached: string[] = []
  for (let presses = 0; presses < 60 && reached.length < ids.length; presses++) {
    await page.keyboard.press('Tab')
    const id = await page.evaluate(() =>
      document.activeElement?.matches('summary') ? document.activeElement.parentElement?.dataset.situation : undefined,
    )
    if (!id) continue
    reached.push(id)
    await page.keyboard.press('Enter')
    const situation = page.locator(`[data-situation="${id}"]`)
    await expect(situation.locator('[data-help-route]').first()).toBeVisible()
    expect((await situation.locator('summary').boundingBox())?.height).toBeGreaterThanOrEqual(44)
    await page.keyboard.press('Enter')
  }
  expect(reached).toEqual(ids)
})

test('the age is chosen in one press, changes the words, and leaves no cookie and nothing in local storage', async ({ page }) => {
  await goTo(page, '/lessons')
  await page.locator('header').getByRole('link', { name: 'Get help' }).click()
  await page.locator('[data-age="11-14"]').click()
  await expect(page.locator('[data-age="11-14"]')).toHaveAttribute('aria-current', 'true')
  await expect(page).toHaveURL(/\/help\?age=11-14$/)
  await expect(page.locator('[data-situation="own-behaviour"]')).toBeVisible()
  await page.locator('[data-age="7-9"]').click()
  await expect(page.locator('[data-situation="own-behaviour"]')).toHaveCount(0)
  await expect(page.locator('main')).not.toContainText(/nude|sexual|Stop It Now/)
  expect(await page.evaluate(() => [localStorage.length, document.cookie])).toEqual([0, ''])
  // The router keeps how far down a page was, for Back, in this tab.
  await expect.poll(() => page.evaluate(() => Object.keys(sessionStorage))).toEqual(['vue-router:scroll'])
  await page.goBack()
  await expect(page).toHaveURL(/\/lessons$/)
})

test('help that exists in one nation only is shown to nobody else, and says so in its name', async ({ page }) => {
  const ofNations = () => page.locator('[data-help-route] h3').filter({ hasText: /only in/ }).allInnerTexts()
  await goTo(page, '/help?age=14-16')
  expect(await ofNations()).toEqual([])
  await page.locator('[data-nation="wales"]').click()
  await expect(page).toHaveURL(/age=14-16&nation=wales$/)
  await expect(page.locator('[data-help-route="meic"] h3')).toHaveText('Meic (only in Wales)')
  await expect(page.locator('[data-nation-facts]')).toContainText('the designated safeguarding person is the person whose job')
  await expect.poll(ofNations).toEqual(['Meic (only in Wales)'])
  await expect(page.locator('[data-nation-law]')).toHaveCount(0)
  await page.locator('[data-nation="scotland"]').click()
  await expect(page.locator('[data-nation-facts]')).toContainText('the child protection coordinator')
  await expect.poll(ofNations).toEqual(['Rape Crisis Scotland helpline (only in Scotland)'])
  await goTo(page, '/help?age=adults')
  await page.locator('[data-nation="northern-ireland"]').click()
  await expect(page.locator('[data-nation-law]')).toContainText('the Gateway team')
  await expect(page.locator('[data-nation-law]')).toContainText('Not checked yet')
  await expect.poll(async () => (await ofNations()).filter(name => !name.endsWith('(only in Northern Ireland)'))).toEqual([])
})

test('whoever worries about what they did finds whom to turn to without choosing an age, each with whom it is for', async ({ page }) => {
  const routes = () => page.locator('[data-behaviour] [data-help-route]').evaluateAll(all => all.map(one => (one as HTMLElement).dataset.helpRoute))
  await page.goto('/help')
  expect(await routes()).toEqual(['childline', 'shore', 'stop-it-now'])
  await expect(page.locator('[data-behaviour]')).toContainText(/Under 13:.*From 13:.*Adults:/s)
  for (const [age, ids] of [['9-11', ['childline']], ['11-14', ['childline', 'shore']], ['14-16', ['shore']], ['adults', ['stop-it-now']]] as const) {
    await page.goto(`/help?age=${age}`)
    expect(await routes()).toEqual(ids)
  }
  await page.goto('/help?age=7-9')
  await expect(page.locator('[data-behaviour]')).toHaveCount(0)
})

test('adults are told that the words await review, and children are not', async ({ page }) => {
  for (const address of ['/help', '/help?age=adults', '/parents']) {
    await page.goto(address)
    await expect(page.locator('[data-review]')).toContainText('awaiting expert review')
  }
  await page.goto('/help?age=9-11')
  await expect(page.locator('[data-review]')).toHaveCount(0)
})

test('an age that does not exist is as good as none', async ({ page }) => {
  await page.goto('/help?age=5&age=7-9')
  await expect(page.locator('[data-situation]')).toHaveCount(6)
  await expect(page.locator('[data-age][aria-current="true"]')).toHaveCount(0)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the situations can be opened and read, for each age, and the date of the last check', async ({ page }) => {
    await page.goto('/help')
    await page.locator('[data-age="9-11"]').click()
    await expect(page).toHaveURL(/age=9-11/)
    // Its address is there before all of the page is.
    await page.waitForLoadState()
    for (const situation of await page.locator('[data-situation]').all()) {
      await situation.locator('summary').click()
      await expect(situation.locator('li').first()).toBeVisible()
      await expect(situation.locator('[data-help-route]').first()).toBeVisible()
    }
    await expect(page.getByText('last checked on')).toBeVisible()
  })

  test('the page for parents can be read whole', async ({ page }) => {
    await page.goto('/parents')
    const folds = page.locator('main details')
    expect(await folds.count()).toBeGreaterThanOrEqual(9)
    for (const fold of await folds.all()) {
      await fold.locator('summary').click()
      await expect(fold.locator('.within > *').first()).toBeVisible()
    }
    await expect(page.getByRole('button', { name: /print/i })).toHaveCount(0)
    await page.locator('[data-nation="wales"]').click()
    await expect(page.locator('[data-help-route="live-fear-free"] h3')).toHaveText('Live Fear Free (only in Wales)')
  })
})

/** Words that stand on the page now, apart from header and footer. */
const words = (page: Page) => page.locator('main').evaluate(main => (main as HTMLElement).innerText.split(/\s+/).filter(Boolean).length)

test('a parent with a phone sees 999, 101 and what to do today without scrolling, and at most 700 words before anything opens', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await goTo(page, '/parents')
  const box = await page.locator('main .panel').first().boundingBox()
  await expect(page.locator('main .panel').first()).toContainText(/999.*101/s)
  expect((box?.y ?? 740) + (box?.height ?? 0)).toBeLessThan(740)
  const today = page.locator('main ol').first().locator('> li')
  expect(await today.count()).toBe(6)
  const second = await today.nth(1).boundingBox()
  expect((second?.y ?? 740) + (second?.height ?? 0)).toBeLessThan(740)
  expect(await words(page)).toBeLessThanOrEqual(700)
  await page.evaluate(() => document.querySelectorAll('details').forEach(details => (details.open = true)))
  expect(await words(page)).toBeGreaterThan(1_200)
})

test('a worry is found by its name, opens by a link to it, and says whom it is for', async ({ page }) => {
  await goTo(page, '/parents')
  await page.getByRole('link', { name: 'Something has happened' }).click()
  await expect(page.locator('#if-something-has-happened')).toHaveAttribute('open', '')
  await expect(page.locator('#if-something-has-happened [data-help-route="ceop"]')).toBeVisible()
  for (const [id, routes] of [
    ['somebody-known', ['police', 'nspcc', 'stop-it-now']],
    ['own-child', ['stop-it-now', 'childline', 'shore']],
    ['yourself', ['stop-it-now', 'samaritans']],
    ['restrictions', ['safer-internet-centre', 'ceop-education']],
  ] as const) {
    const shown = page.locator(`#${id} [data-help-route]`)
    expect(await shown.evaluateAll(all => all.map(one => (one as HTMLElement).dataset.helpRoute)), id).toEqual(routes)
  }
})

test('the nation chosen on the help page goes along to the page for parents, and no other nation\'s number stands there', async ({ page }) => {
  await goTo(page, '/help?age=adults&nation=scotland')
  await page.getByRole('link', { name: 'More for parents and carers' }).click()
  await expect(page).toHaveURL(/\/parents\?nation=scotland/)
  await page.locator('#who-to-call summary').click()
  const ofNations = () => page.locator('[data-help-route] h3').filter({ hasText: /only in/ }).allInnerTexts()
  await expect(page.locator('[data-help-route="children-first"]')).toBeVisible()
  await expect.poll(async () => (await ofNations()).filter(name => !name.includes('only in Scotland'))).toEqual([])
  await page.locator('[data-nation="northern-ireland"]').click()
  await expect(page.locator('[data-help-route="gateway-teams"]')).toBeVisible()
  await expect.poll(async () => (await ofNations()).filter(name => !name.includes('only in Northern Ireland'))).toEqual([])
  await page.locator('[data-nation="uk"]').click()
  await expect(page.locator('[data-help-route="gateway-teams"]')).toHaveCount(0)
  await expect.poll(ofNations).toEqual([])
})

test('parents find their page from the home page and from every footer', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'I\'m a parent or carer' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('For parents and carers')
  await page.goto('/help')
  await page.locator('footer').getByRole('link', { name: 'Parents and carers' }).click()
  await expect(page).toHaveURL(/\/parents$/)
})

test('the page for parents fits on four sheets of A4, without the site around it', async ({ page }) => {
  await goTo(page, '/parents')
  expect(await printedPages(page)).toBeLessThanOrEqual(4)
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.site > header')).toBeHidden()
  await expect(page.locator('.site > footer')).toBeHidden()
  await expect(page.getByRole('button', { name: /print/i })).toBeHidden()
  await expect(page.locator('[data-help-route="stop-it-now"]').last()).toBeVisible()
  await expect(page.getByText('Promise to keep it secret')).toBeVisible()
})
