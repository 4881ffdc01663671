/** Guides and the search over them and the lessons: for every size, by keyboard, without scripts. */
import { expect, test, type Page } from '@playwright/test'
import { goTo, untilAlive } from '../support/alive.ts'
import { expectAccessible } from '../support/axe.ts'

const sizes = [{ width: 360, height: 740 }, { width: 768, height: 1024 }, { width: 1366, height: 768 }]
const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

for (const address of ['/guides', '/guides?q=gift', '/guides/first-lesson', '/guides/lms/moodle', '/guides/deployment']) {
  test(`${address}: axe-core finds nothing and nothing scrolls sideways, at every size`, async ({ page }) => {
    await goTo(page, address)
    for (const size of sizes) {
      await page.setViewportSize(size)
      await expect.poll(() => overflow(page), `${size.width} px`).toBeLessThanOrEqual(0)
      if (size !== sizes[1]) await expectAccessible(page, `${address} at ${size.width} px`)
    }
  })
}

test('every guide in the list opens, and every link in it to another guide and heading leads there', async ({ page, request }) => {
  await page.goto('/guides')
  const guides = await page.locator('main a.way').evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))
  expect(guides.length).toBeGreaterThan(15)
  const linked = new Set<string>()
  const headings = new Map<string, string>()
  for (const guide of guides) {
    const html = await (await request.get(guide)).text()
    headings.set(guide, html)
    for (const [, href = ''] of html.matchAll(/href="(\/guides\/[^"]+)"/g)) linked.add(href)
    for (const [, hash = ''] of html.matchAll(/href="(#[^"]+)"/g)) linked.add(guide + hash)
  }
  // From a guide to another, to one of the project's documents, and from document to document.
  expect([...linked]).toEqual(
    expect.arrayContaining(['/guides/classes', '/guides/lms/moodle', '/guides/pedagogy', '/guides/deployment#the-log']),
  )
  const nowhere = [...linked].filter((href) => {
    const [path = '', hash] = href.split('#')
    const html = headings.get(path)
    return html === undefined || (hash !== undefined && !html.includes(`id="${hash}"`))
  })
  expect(nowhere).toEqual([])
})

test('somebody finds a place by keyboard alone: the number is announced, and a result leads to its heading', async ({ page }) => {
  await goTo(page, '/guides')
  await page.getByLabel('Search guides and lessons').focus()
  await page.keyboard.type('backups')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-found][role="status"]')).toHaveText(/^\d+ places found for "backups"$|^The 20 best places/)
  await expect(page).toHaveURL(/\/guides\?q=backups$/)
  await untilAlive(page)
  const first = page.locator('.hits a').first()
  await expect(first).toHaveText('Backups')
  for (let presses = 0; presses < 5 && !(await first.evaluate(link => link === document.activeElement)); presses++)
    await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/guides\/deployment#backups$/)
  await expect(page.locator('#backups')).toBeInViewport()
  await page.goBack()
  await untilAlive(page)
  await expect(page.getByLabel('Search guides and lessons')).toHaveValue('backups')
  await page.getByLabel('Search guides and lessons').fill('xyzzyplugh')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-found]')).toHaveText('Nothing found for "xyzzyplugh". Try other words, or fewer.')
})

test('a lesson\'s words lead to the screen in its full text', async ({ page }) => {
  await goTo(page, '/guides?q=Kicka')
  await page.locator('.hits a[href^="/lessons/"]').first().click()
  await expect(page).toHaveURL(/\/lessons\/[\w-]+\/text#[\w-]+$/)
  const id = new URL(page.url()).hash.slice(1)
  await expect(page.locator(`[id="${id}"] h2`)).toBeInViewport()
})

test('what is too long or no text is refused with a sentence, or cut where a person types it', async ({ page, request }) => {
  const answer = await request.get(`/api/search?q=${'a'.repeat(101)}`)
  expect(answer.status()).toBe(400)
  expect(await answer.json()).toMatchObject({ statusMessage: 'Search for at most 100 letters.' })
  expect((await request.get('/api/search?q=a&q=b')).status()).toBe(400)
  await page.goto(`/guides?q=${'a'.repeat(200)}`)
  await expect(page.locator('[data-found]')).toContainText('Nothing found')
})

test('guides are found from the footer, from the page for LMSs, and from the staff pages', async ({ page }) => {
  for (const address of ['/', '/export', '/teach/sign-in']) {
    await page.goto(address)
    await expect(page.locator('a[href="/guides"]').first(), address).toBeVisible()
  }
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the search answers, and guides and pages can be read whole', async ({ page }) => {
    await page.goto('/guides')
    await page.getByLabel('Search guides and lessons').fill('safeguarding lead')
    await page.getByRole('button', { name: 'Search', exact: true }).click()
    await expect(page).toHaveURL(/\/guides\?q=safeguarding/)
    await expect(page.locator('.hits li').first()).toBeVisible()
    await page.goto('/guides/lms/moodle')
    await expect(page.getByRole('table').first()).toBeVisible()
    for (const [address, heading] of [
      ['/privacy', 'The details, for schools'],
      ['/accessibility', 'What we know is not good enough yet'],
    ] as const) {
      await page.goto(address)
      await expect(page.getByRole('heading', { name: heading })).toBeVisible()
    }
  })
})
