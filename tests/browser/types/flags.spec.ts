import { expect, test } from '@playwright/test'
import { exampleFor } from '../support/example.ts'
import { keyboardAlone } from '../support/hand.ts'

test('flags is done by keyboard alone, and says what happens', async ({ page }) => {
  const example = await exampleFor(page, 'flags')
  await keyboardAlone.press(example.root.locator('[data-option="tell-gran"]'))
  await expect(example.live).toContainText('Gran can help with the rest.')
  await keyboardAlone.press(example.root.locator('[data-option="unsure"]'))
  await expect(example.live).toContainText('So is asking.')
  expect(await example.isComplete()).toBe(true)
})
