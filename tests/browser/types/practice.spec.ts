import { expect, test } from '@playwright/test'
import { exampleFor } from '../support/example.ts'
import { keyboardAlone } from '../support/hand.ts'

test('practice is done by keyboard alone, and the app says what each tool does and what goes first', async ({ page }) => {
  const example = await exampleFor(page, 'practice')
  const option = (id: string) => example.root.locator(`[data-option="${id}"]`)
  const focused = page.locator(':focus')
  await example.root.locator('[role="log"]').press('Enter')
  await keyboardAlone.press(option('secret'))
  await page.keyboard.press('ArrowUp')
  await expect(focused).toHaveAttribute('data-option', 'block')
  await page.keyboard.press('Enter')
  await expect(example.live.first()).toContainText('Keep them first')
  await page.keyboard.press('Escape')
  await expect(focused).toHaveAttribute('data-option', 'secret')
  await page.keyboard.press('Enter')
  for (const deed of ['keep', 'tell', 'report', 'leave', 'block']) {
    await page.keyboard.press('ArrowDown')
    await expect(focused).toHaveAttribute('data-option', deed)
    await page.keyboard.press('Enter')
    if (deed !== 'block') await expect(option(deed)).toHaveAttribute('aria-pressed', 'true')
  }
  await expect(focused).toContainText('Aunt Jo helps him with the rest')
  expect(await example.isComplete()).toBe(true)
})
