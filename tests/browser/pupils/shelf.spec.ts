/** The lessons' shelf: covers by age, without script too; the age is in the address and nowhere else. */
import { goTo } from '../support/alive.ts'
import { expect, test } from '@playwright/test'

const agesShown = () => [...document.querySelectorAll<HTMLElement>('[data-band]')].map(({ dataset }) => dataset.band)

test('an age is chosen by keyboard, and only its lessons stand there; nothing remembers it', async ({ page }) => {
  await goTo(page, '/lessons')
  expect((await page.evaluate(agesShown)).length).toBeGreaterThan(1)
  const tabs = page.getByRole('navigation', { name: 'Choose an age' })
  await tabs.getByRole('link', { name: 'Ages 9–11' }).focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/[?&]age=11-14/)
  await expect(tabs.locator('[aria-current="page"]')).toHaveText('Ages 11–14')
  await expect.poll(() => page.evaluate(agesShown)).toEqual(['11-14'])
  expect(await page.evaluate(() => [localStorage.length, document.cookie])).toEqual([0, ''])
  await page.goto('/lessons')
  expect((await page.evaluate(agesShown)).length).toBeGreaterThan(1)
})

test('every book has its cover, its minutes and its module, and opens its lesson wherever it is pressed', async ({ page }) => {
  await goTo(page, '/lessons?age=9-11')
  for (const book of await page.locator('.book').all()) {
    await book.scrollIntoViewIfNeeded()
    await expect.poll(() => book.locator('.lesson-cover').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
    await expect(book).toContainText(/About \d+ minutes, or two sittings/)
    await expect(book.locator('.module')).not.toBeEmpty()
  }
  const book = page.locator('.book').first()
  const id = await book.getAttribute('data-lesson')
  // On the cover: the title's link lies over the whole book.
  await book.click({ position: { x: 60, y: 60 } })
  await expect(page).toHaveURL(new RegExp(`/lessons/${id}/play`))
})

test('without script the tabs lead to their ages, and on a phone the books stand in one column', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 }, baseURL })
  const page = await context.newPage()
  await page.goto('/lessons')
  await page.getByRole('link', { name: 'Ages 11–14' }).click()
  await expect(page.locator('.shelf')).toHaveCount(1)
  await page.waitForLoadState()
  const lefts = await page.locator('.book').evaluateAll(books => books.map(book => Math.round(book.getBoundingClientRect().left)))
  expect(new Set(lefts).size).toBe(1)
  await context.close()
})
