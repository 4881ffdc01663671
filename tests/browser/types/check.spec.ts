import { expect, test } from '@playwright/test'
import { exampleFor } from '../support/example.ts'
import { keyboardAlone } from '../support/hand.ts'

test('check is done by keyboard alone, and does not say which answer it wanted', async ({ page }) => {
  const example = await exampleFor(page, 'check')
  for (let item = 0; item < 3; item++) {
    const asksHowSure = await example.root.locator('input').count() > 0
    if (asksHowSure) await keyboardAlone.choose(example.root.locator('input').last())
    await keyboardAlone.press(example.root.locator('button[data-option]').last())
  }
  await expect(example.live).toContainText('Keep these questions in mind')
  expect(await example.isComplete()).toBe(true)
})
