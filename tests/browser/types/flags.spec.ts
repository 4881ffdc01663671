import { expect, test } from '@playwright/test'
import { exampleFor } from '../support/example.ts'
import { keyboardAlone } from '../support/hand.ts'

test('flags is done by keyboard alone, and says what is flagged, each message, and that the clues are there', async ({ page }) => {
  // Without movement all messages are there at once.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const example = await exampleFor(page, 'flags')
  const log = example.root.locator('[role="log"]')
  await expect(log.locator('.line')).toHaveCount(7)
  await expect(log).toContainText('Answer me today')
  await keyboardAlone.press(example.root.locator('[data-flag="secret"]'))
  await expect(example.live.last()).toHaveText('Flagged.')
  await keyboardAlone.press(example.root.locator('[data-flag="secret"]'))
  await expect(example.live.last()).toHaveText('The flag is gone.')
  await keyboardAlone.press(example.root.locator('[data-flag="secret"]'))
  await keyboardAlone.press(example.root.locator('[data-action="check"]'))
  await expect(example.live.last()).toHaveText('What there was to notice')
  await expect(page.locator('h2:focus')).toHaveText('What there was to notice')
  expect(await example.isComplete()).toBe(true)
})
