import { expect, test } from '@playwright/test'
import { exampleFor } from '../support/example.ts'
import { keyboardAlone } from '../support/hand.ts'

test('reveal is done by keyboard alone, and says how much has been looked at', async ({ page }) => {
  const example = await exampleFor(page, 'reveal')
  for (const [index, id] of ['age', 'picture', 'likes'].entries()) {
    const opener = example.root.locator(`[data-option="${id}"]`)
    if (index > 0) await keyboardAlone.press(opener)
    await expect(opener).toHaveAttribute('aria-expanded', 'true')
    await expect(example.root.locator('.count')).toContainText(`${index + 1} of 3 looked at`)
  }
  expect(await example.isComplete()).toBe(true)
})
