/** A lesson on the whiteboard: the whole of it by clicker, choices by hand, and the teacher's notes in a second window. */
import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from '../support/axe.ts'
import { untilAlive } from '../support/open-lesson.ts'

async function openBoard(page: Page) {
  await page.goto('/lessons/meeting-strangers-9-11/present')
  await untilAlive(page)
}

test('a clicker takes a class through the whole lesson, line by line, to the help routes; nothing is kept', async ({ page }) => {
  await openBoard(page)
  const screen = page.locator('[data-screen]')
  await expect(screen).toHaveAttribute('data-screen', 'opening')
  const seen = new Set<string>()
  const last = await page.locator('[data-action="where"] option').count()
  for (let presses = 0; presses < 400; presses++) {
    seen.add(await screen.getAttribute('data-screen') ?? '')
    if (await page.locator('[data-action="continue"]').isDisabled()) break
    // A clicker's key reads a long slide to its end first.
    await page.keyboard.press('PageDown')
  }
  expect(seen.size).toBe(last)
  await expect(page.locator('.never')).toBeVisible()
  await expect(page.locator('main')).toContainText('0800 1111')
  expect(await page.evaluate(() => [localStorage.length, document.cookie])).toEqual([0, ''])
})

test('choices are pressed for the class, looked at one after the other, and begin anew on the next visit', async ({ page }) => {
  await openBoard(page)
  const where = page.locator('[data-action="where"]')
  // The last question of the quiz stands before the ending.
  await where.selectOption(String(await where.locator('option').count() - 2))
  const options = page.locator('main [data-option]')
  await expect(page.locator('main')).toContainText('as many fingers')
  await options.first().click()
  await page.locator('main [data-action="check"]').click()
  await expect(page.locator('[data-feedback]')).toBeVisible()
  await page.locator('[data-action="restart"]').click()
  await expect(page.locator('[data-feedback]')).toHaveCount(0)
})

test('the notes in a second window follow the board and turn its pages, and say when it has gone', async ({ page }) => {
  await openBoard(page)
  const opened = page.waitForEvent('popup')
  await page.locator('[data-action="notes"]').click()
  const notes = await opened
  await expect(notes.locator('[data-notes]')).toHaveAttribute('data-notes', 'opening')
  await page.locator('[data-action="where"]').selectOption('3')
  await expect(page.locator('[data-screen]')).not.toHaveAttribute('data-screen', 'opening')
  const here = await page.locator('[data-screen]').getAttribute('data-screen') ?? ''
  await expect(notes.locator('[data-notes]')).toHaveAttribute('data-notes', here)
  await notes.locator('[data-action="back"]').click()
  await expect(page.locator('[data-screen]')).not.toHaveAttribute('data-screen', here)
  await expectAccessible(notes, 'notes')
  await page.close()
  await notes.locator('[data-action="continue"]').click()
  await expect(notes.getByRole('main').getByRole('status')).toContainText('The board does not answer')
})

test('the board is accessible and nothing scrolls sideways at every size; it can be covered at once', async ({ page }) => {
  await openBoard(page)
  for (const width of [360, 768, 1366]) {
    await page.setViewportSize({ width, height: 768 })
    await expectAccessible(page, `board at ${width} px`)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await page.keyboard.press('b')
    await expect(page.getByRole('dialog')).toBeVisible()
    await expect(page.locator('[data-action="uncover"]')).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(page.locator('main h1')).toBeInViewport()
  }
})
