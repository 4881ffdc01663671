/** The awareness day: found, shared, printed, with and without scripts. */
import { printedPages } from '../support/print.ts'
import { goTo } from '../support/alive.ts'
import { expect, test } from '@playwright/test'

const parts = ['assembly', 'poster', 'family']

test('is found from the home page, the page for parents and every footer, and its address is copied in one press', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/parents')
  await expect(page.getByRole('link', { name: 'An activity for the kitchen table' })).toHaveAttribute('href', '/awareness#family')
  await expect(page.locator('footer').getByRole('link', { name: 'Awareness day' })).toHaveAttribute('href', '/awareness')
  await goTo(page, '/')
  await page.getByRole('link', { name: /Safer Internet Day/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('An awareness day')
  await expect(page.locator('[data-share]')).toHaveText(`${baseURL}/awareness`)
  await page.locator('[data-action="copy-link"]').click()
  await expect(page.getByText('Copied. Paste it')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${baseURL}/awareness`)
})

test('whoever shares it shows a picture and a line: whole addresses, and the picture is there', async ({ page, request, baseURL }) => {
  await page.goto('/awareness')
  const meta = (name: string) => page.locator(`meta[property="${name}"], meta[name="${name}"]`).first().getAttribute('content')
  expect(await meta('og:url')).toBe(`${baseURL}/awareness`)
  expect(await meta('og:title')).toContain('Do you know who\'s there?')
  expect((await meta('og:description'))?.length).toBeGreaterThan(40)
  const picture = await request.get(await meta('og:image') ?? '')
  expect(picture.headers()['content-type']).toBe('image/png')
  const bytes = await picture.body()
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630])
  expect(bytes.length).toBeLessThan(120_000)
})

test('takes ten minutes, has a poster of every lesson, and claims nobody\'s endorsement', async ({ page, request }) => {
  await page.goto('/awareness')
  const minutes = await page.locator('[data-sheet="assembly"] dt').allInnerTexts()
  expect(minutes.reduce((sum, text) => sum + Number.parseInt(text), 0)).toBe(10)
  const lessons: { id: string }[] = await (await request.get('/api/lessons')).json()
  const posters = await page.locator('.posters a').evaluateAll(all => all.map(one => one.getAttribute('href')))
  expect(posters).toEqual(lessons.map(({ id }) => `/lessons/${id}?part=poster`))
  await expect(page.locator('main')).toContainText('have endorsed it')
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('its address can be selected, and each part opens alone and prints on one page', async ({ page }) => {
    await page.goto('/awareness')
    await expect(page.locator('[data-share]')).toContainText('/awareness')
    await expect(page.locator('[data-action="copy-link"]')).toHaveCount(0)
    for (const part of parts) {
      await page.goto('/awareness')
      await page.locator(`[data-sheet="${part}"] > .ways a`).click()
      await expect(page).toHaveURL(new RegExp(`part=${part}$`))
      await expect(page.locator('[data-sheet]:visible')).toHaveCount(1)
      expect(await printedPages(page), part).toBe(1)
    }
    await page.goto('/awareness?part=nothing')
    await expect(page.locator('[data-sheet]:visible')).toHaveCount(parts.length)
    expect(await printedPages(page), 'all of it').toBeLessThanOrEqual(parts.length + 1)
  })
})
