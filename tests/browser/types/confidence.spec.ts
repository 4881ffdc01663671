import { expect, test } from '@playwright/test'
import { exampleFor } from '../support/example.ts'
import { keyboardAlone } from '../support/hand.ts'

test('confidence is done by keyboard alone, and says the reason, however sure somebody was', async ({ page }) => {
  const example = await exampleFor(page, 'confidence')
  for (const [place, said] of ['nyone can copy a photo', 'it is never their fault', 'It is never too late'].entries()) {
    await keyboardAlone.press(example.root.locator('[data-option="true-very"]'))
    await expect(example.live).toContainText(said)
    await expect(example.live).not.toContainText(/wrong|sure but/i)
    if (place < 2) await keyboardAlone.press(example.root.locator('[data-action="next"]'))
  }
  expect(await example.isComplete()).toBe(true)
})
