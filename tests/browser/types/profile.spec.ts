import { expect, test } from '@playwright/test'
import { exampleFor } from '../support/example.ts'
import { keyboardAlone } from '../support/hand.ts'

test('profile is done by keyboard alone, and says what a part shows and what was true', async ({ page }) => {
  const example = await exampleFor(page, 'profile')
  await keyboardAlone.press(example.root.locator('[data-detail="age"]'))
  await expect(example.live.first()).toContainText('Anyone can type 10')
  for (const [place, said] of [
    'a grown-up who lied about being 10',
    'a girl of ten from the next town',
    'That was not a coach',
  ].entries()) {
    await keyboardAlone.press(example.root.locator('[data-option="cannot-tell"]'))
    await expect(example.live.last()).toContainText(said)
    if (place < 2) await keyboardAlone.press(example.root.locator('[data-action="next"]'))
  }
  expect(await example.isComplete()).toBe(true)
})
