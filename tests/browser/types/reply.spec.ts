import { expect, test } from '@playwright/test'
import { exampleFor } from '../support/example.ts'
import { keyboardAlone } from '../support/hand.ts'

test('reply is done by keyboard alone, and says what the words lead to', async ({ page }) => {
  const example = await exampleFor(page, 'reply')
  await keyboardAlone.press(example.root.locator('[data-option="no-share"]'))
  await expect(example.live).toContainText('Maya does not have to give a reason')
  await expect(example.root.locator('[role="log"] .mine .bubble')).toHaveText('You: I don\'t share that.')
  await keyboardAlone.press(example.root.locator('[data-action="next"]'))
  await expect(example.root.locator('h2:focus')).toHaveText('2 of 2')
  await keyboardAlone.press(example.root.locator('[data-option="something"]'))
  await expect(example.live.filter({ hasText: 'The bus can wait' })).toBeVisible()
  await expect(example.live.filter({ hasText: 'She puts her coat down' })).toBeVisible()
  expect(await example.isComplete()).toBe(true)
})
