import { expect, test } from '@playwright/test'
import { exampleFor } from '../support/example.ts'
import { keyboardAlone } from '../support/hand.ts'

test('a recap is answered by keyboard alone, one press each, and is done without', async ({ page }) => {
  const example = await exampleFor(page, 'recap')
  expect(await example.isComplete()).toBe(true)
  const gran = example.root.locator('[data-option="gran"]')
  await keyboardAlone.press(gran)
  await expect(gran).toHaveAttribute('aria-pressed', 'true')
})
