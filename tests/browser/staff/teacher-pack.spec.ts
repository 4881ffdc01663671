/** The teacher pack and the curriculum map: to read on a phone, to print, to paste. */
import { expect, test } from '@playwright/test'
import { folderSource } from '../../../server/content/sources/folder-source.ts'
import { readLibrary } from '../../../server/content/library/library.ts'
import { goTo } from '../support/alive.ts'
import { expectAccessible } from '../support/axe.ts'
import { printedPages } from '../support/print.ts'
import type { LessonPack } from '#shared/api/packs'

const { lessons } = await readLibrary(folderSource('content'))
const lesson = '/lessons/lying-online-9-11'
/** Of a pack that lacks none. */
const PARTS = 18

for (const path of [lesson, `${lesson}?part=cards`, `${lesson}?part=evidence`, '/curriculum']) {
  test(`axe-core finds nothing and nothing scrolls sideways on ${path}, on a phone and on a laptop`, async ({ page }) => {
    await page.goto(path)
    for (const width of [360, 1366]) {
      await page.setViewportSize({ width, height: 768 })
      await expectAccessible(page, `${path} at ${width} px`)
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
  })
}

test.describe('on paper, as the server sends it', () => {
  // Some forty pages, whose scripts would only take over what is there.
  test.use({ javaScriptEnabled: false })

  for (const { value: { id } } of lessons) {
    test(`${id}: what is given out or signed prints on one A4 page, the cards six on a page, without the site around them`, async ({
      page,
      request,
    }) => {
      const { pack }: LessonPack = await (await request.get(`/api/lessons/${id}/pack`)).json()
      const newer = [...pack?.organiser ? ['organiser'] : [], ...pack?.exitTicket ? ['exit-ticket'] : [], ...pack?.assembly ? ['assembly'] : []]
      for (const part of ['start', ...newer, 'dsl', 'letter', 'poster', 'certificate', 'evidence', 'checklist']) {
        await page.goto(`/lessons/${id}?part=${part}`)
        expect(await printedPages(page), part).toBe(1)
      }
      if (pack?.cards) {
        await page.goto(`/lessons/${id}?part=cards`)
        expect(await printedPages(page), 'six cards on a sheet').toBe(Math.ceil(pack.cards.length / 6))
      }
      await page.emulateMedia({ media: 'print' })
      await expect(page.locator('.site-header')).toBeHidden()
      await expect(page.locator('footer')).toBeHidden()
    })
  }
})

test('the whole pack begins with the five-minute start, each part on pages of its own', async ({ page }) => {
  await page.goto(`${lesson}?part=all`)
  await expect(page.locator('.part').first()).toHaveAttribute('id', 'start')
  const parts = await page.locator('.part').count()
  expect(parts).toBe(PARTS)
  expect(await printedPages(page)).toBeGreaterThanOrEqual(parts)
})

test('the page about a lesson is a few screens long, and each part of its pack is one press away', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await goTo(page, lesson)
  // 35,000 px while all parts stood below one another.
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(8_000)
  await page.locator('#parts').getByRole('link', { name: 'Briefing for the safeguarding lead' }).click()
  await expect(page.locator('.part')).toHaveAttribute('id', 'dsl')
  await page.getByRole('link', { name: 'All parts of the pack' }).click()
  await page.locator('[data-action="whole-pack"]').click()
  await expect(page.locator('.part')).toHaveCount(PARTS)
})

test('the pack says at its top, and on its first page of paper, that it awaits review', async ({ page }) => {
  await page.goto(lesson)
  await expect(page.locator('#parts [data-review]')).toContainText('This pack is awaiting expert review')
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('#start [data-review]')).toBeVisible()
})

test('every word card has its picture, and nobody has signed the evidence page yet', async ({ page }) => {
  await page.goto(`${lesson}?part=cards`)
  const pictures = page.locator('[data-card] img')
  expect(await pictures.count()).toBeGreaterThanOrEqual(8)
  for (const picture of await pictures.all())
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
  await page.goto(`${lesson}?part=evidence`)
  await expect(page.locator('[data-sign] dd')).toHaveText(['Name and date', 'Name and date', 'Name and date'])
  await expect(page.locator('#evidence')).toContainText('Not checked yet by a teacher who knows it.')
})

test('the letter to parents is copied as clean HTML', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await goTo(page, `${lesson}?part=letter`)
  await page.locator('[data-action="copy-letter"]').click()
  await expect(page.getByText('Copied. Paste it')).toBeVisible()
  const html = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    return item ? (await item.getType('text/html')).text() : ''
  })
  expect(html).toContain('<li>')
  expect(html).toContain('<h3>')
  expect(html).toContain('Dear parents and carers')
  expect(html).not.toMatch(/data-v-|class=|<!--/)
})

test('the curriculum map can be scrolled by keyboard and downloaded as CSV', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await goTo(page, '/curriculum')
  const region = page.getByRole('region', { name: /at a glance/i }).first()
  await region.focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => region.evaluate(element => element.scrollLeft)).toBeGreaterThan(0)
  const response = await page.request.get('/api/curriculum.csv')
  expect(response.headers()['content-type']).toContain('text/csv')
  const text = (await response.body()).toString('utf8')
  expect(text.startsWith('\uFEFFLesson id,')).toBe(true)
  expect(text.split('\r\n').length).toBeGreaterThan(20)
})
