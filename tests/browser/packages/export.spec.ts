/** An LMS admin chooses, checks and downloads packages. */
import { readFile } from 'node:fs/promises'
import { expect, test, type Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { goTo } from '../support/alive.ts'
import { expectAccessible } from '../support/axe.ts'

const sizes = [[360, 740], [768, 1024], [1366, 768]] as const

const open = (page: Page, address = '/export') => goTo(page, address)

const download = (page: Page) => page.locator('[data-action="download"]')

async function downloaded(page: Page) {
  const [file] = await Promise.all([page.waitForEvent('download'), download(page).click()])
  return { name: file.suggestedFilename(), bytes: new Uint8Array(await readFile(await file.path())) }
}

test('one package: what is in it and its size are shown before, and it is what comes', async ({ page }) => {
  await open(page)
  const result = page.locator('.result')
  await expect(result).toContainText('Self-check passed')
  const shown = await result.locator('code').first().innerText()
  const { name, bytes } = await downloaded(page)
  expect(name).toBe(shown)
  const files = Object.keys(unzipSync(bytes))
  expect(files).toContain('imsmanifest.xml')
  await result.locator('summary').click()
  await expect(result.locator('tbody tr')).toHaveCount(files.length)
  await expect(result.locator('[role="status"]')).toContainText(name)
})

test('a package is chosen and downloaded by keyboard alone, and the focus stays where it was', async ({ page }) => {
  await open(page)
  await expect(page.locator('.result')).toContainText('Awaiting expert review')
  const focused = (selector: string) => page.evaluate(selector => document.activeElement?.matches(selector) ?? false, selector)
  for (let presses = 0; presses < 40 && !await focused('[name="formats"][value="web"]'); presses++) await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  for (let presses = 0; presses < 60 && !await focused('[data-action="download"]'); presses++) await page.keyboard.press('Tab')
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  expect(file.suggestedFilename()).toMatch(/\.zip$/)
  await expect(download(page)).toBeFocused()
})

test('many packages come as one zip with a README and SHA-256 sums', async ({ page }) => {
  await open(page)
  await page.getByRole('button', { name: 'Choose all' }).click()
  await page.getByText('Web page', { exact: true }).click()
  const lessons = await page.locator('[name="lessons"]:checked').count()
  await expect(download(page)).toContainText(String(lessons * 2))
  await expect(page.locator('.result')).toContainText('more packages like it')
  const { bytes } = await downloaded(page)
  const files = unzipSync(bytes)
  const zips = Object.keys(files).filter(name => name.endsWith('.zip'))
  expect(zips).toHaveLength(lessons * 2)
  const text = (name: string) => new TextDecoder().decode(files[name])
  expect(Object.keys(files).filter(name => /README/.test(name))).toHaveLength(1)
  expect(text('SHA256SUMS.txt').trim().split('\n')).toHaveLength(zips.length)
  for (const zip of zips) {
    const digest = Buffer.from(await crypto.subtle.digest('SHA-256', Uint8Array.from(files[zip] ?? []))).toString('hex')
    expect(text('SHA256SUMS.txt')).toContain(`${digest}  ${zip}`)
  }
})

test('a download that is cut off saves nothing, says so, and works again', async ({ page }) => {
  await open(page)
  await expect(page.locator('.result')).toContainText('Self-check passed')
  const saved: string[] = []
  page.on('download', file => saved.push(file.suggestedFilename()))
  // An answer that promises more than it brings, as when the connection breaks.
  await page.route('**/api/export', (route, request) => request.method() === 'POST' ? route.abort('connectionreset') : route.continue())
  await download(page).click()
  await expect(page.locator('.result [role="status"]')).toContainText('nothing was saved')
  expect(saved).toEqual([])
  await page.unroute('**/api/export')
  expect((await downloaded(page)).bytes.length).toBeGreaterThan(50_000)
})

const openMore = (page: Page) => page.locator('.bench').getByText('More options').click()

test('bad input is named beside its field, and nothing can be made until it is right', async ({ page }) => {
  await open(page)
  await openMore(page)
  await page
    .locator('[name="school-logo"]')
    .setInputFiles({
      name: 'logo.svg',
      mimeType: 'image/svg+xml',
      buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    })
  await expect(page.getByRole('alert')).toContainText('SVG is not taken')
  // The same under a picture's name: the server looks at the bytes.
  await page
    .locator('[name="school-logo"]')
    .setInputFiles({
      name: 'logo.png',
      mimeType: 'image/png',
      buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    })
  await expect(page.getByRole('alert').first()).toBeVisible()
  await page.getByRole('button', { name: 'Take the logo away' }).click()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await page.locator('[name="school-logo"]').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.alloc(100_000) })
  await expect(page.getByRole('alert')).toContainText('at most')
  await page.locator('[name="finish"]').selectOption('address')
  await page.locator('[name="finish-address"]').fill('javascript:alert(1)')
  await expect(page.locator('[name="finish-address"]')).toHaveAttribute('aria-invalid', 'true')
  await expect(download(page)).toBeDisabled()
})

test('options are kept as a file and taken back from it; one that cannot be used says why', async ({ page }) => {
  await open(page)
  await openMore(page)
  await page.locator('[name="school-name"]').fill('St "Ann" & <Co> 😀')
  await page.locator('[name="nation"]').selectOption('scotland')
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('[data-action="save-options"]').click()])
  const saved = await readFile(await file.path())
  await open(page)
  await page.locator('[name="options-file"]').setInputFiles({ name: 'options.json', mimeType: 'application/json', buffer: saved })
  await expect(page.locator('[name="school-name"]')).toHaveValue('St "Ann" & <Co> 😀')
  await expect(page.locator('[name="nation"]')).toHaveValue('scotland')
  for (const [text, said] of [
    ['{"passMark":700}', 'passMark'],
    ['not json', 'does not hold saved options'],
    ['{"help":{"nation":"france"}}', 'help.nation'],
  ] as const) {
    await page
      .locator('[name="options-file"]')
      .setInputFiles({ name: 'options.json', mimeType: 'application/json', buffer: Buffer.from(text) })
    await expect(page.locator('.saved [role="status"]')).toContainText(said)
  }
  await expect(page.locator('[name="school-name"]')).toHaveValue('St "Ann" & <Co> 😀')
})

for (const format of ['scorm12', 'scorm2004-4'] as const) {
  test(`the check before import (${format}): every call, the data model, trouble, and coming back`, async ({ page }) => {
    const initialize = format === 'scorm12' ? 'LMSInitialize' : 'Initialize'
    await open(page, `/export/preview?lesson=lying-online-9-11&format=${format}&locale=en`)
    const lesson = page.frameLocator('iframe').frameLocator('iframe')
    const calls = page.locator('.calls table')
    await expect(calls).toContainText(initialize)
    await expect(page.locator('.watch')).toContainText('cmi.suspend_data')
    const policy = await lesson.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')
    expect(policy).toContain('default-src \'self\'')

    await page.locator('[data-trouble="fails"]').check()
    await lesson.locator('main [data-action="continue"]').click()
    await expect(lesson.locator('[data-saving="retrying"]')).toBeVisible()
    await page.locator('[data-trouble="fails"]').uncheck()
    await expect(lesson.locator('[data-saving="retrying"]')).toHaveCount(0)
    const screen = await lesson.locator('[data-screen]').getAttribute('data-screen')

    await page.locator('[data-action="resume"]').click()
    await expect(lesson.locator('[data-screen]')).toHaveAttribute('data-screen', screen ?? '')
    await expect(page.locator('.state')).toContainText('resumed')
    await page.locator('[data-trouble="truncated"]').check()
    await page.locator('[data-action="relaunch"]').click()
    await expect(lesson.locator('[role="status"]').filter({ hasText: 'could not' })).toBeVisible()
    await page.locator('[data-trouble="truncated"]').uncheck()
    await page.locator('[data-trouble="no-api"]').check()
    await page.locator('[data-action="start-over"]').click()
    await expect(lesson.locator('[data-saving="not-recorded"]')).toBeVisible()
  })
}

for (const address of ['/export', '/export/preview?lesson=lying-online-9-11&format=scorm12&locale=en']) {
  test(`${address}: axe-core finds nothing and nothing scrolls sideways, at every size`, async ({ page }) => {
    await open(page, address)
    await expect(page.getByText('Self-check').first()).toBeVisible()
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height })
      // The lesson in the frame has its own header and main, as in an LMS.
      await expectAccessible(page, `${address} at ${width} px`, ['landmark-unique'])
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
    // The window is a laptop's now: an admin chooses and sees what comes of it without going down the page.
    for (const card of await page.locator('.bench:has(.result) > *').all()) {
      const end = async () => {
        const { y, height } = await card.boundingBox() ?? { y: Number.NaN, height: 0 }
        return y + height
      }
      await expect.poll(end, await card.innerText()).toBeLessThanOrEqual(768)
    }
  })
}
