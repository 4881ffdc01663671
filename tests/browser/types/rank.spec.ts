import { expect, test } from '@playwright/test'
import { exampleFor } from '../support/example.ts'
import { keyboardAlone } from '../support/hand.ts'

test('rank is done by keyboard alone, and says where a thing is now and what others say', async ({ page }) => {
  const example = await exampleFor(page, 'rank')
  const card = example.root.locator('[data-card]').last()
  await keyboardAlone.press(card.locator('.up'))
  await expect(example.live.first()).toContainText('Third of four')
  await keyboardAlone.press(example.root.locator('[data-action="check"]'))
  await expect(example.live.last()).toContainText('There is more than one good order')
  expect(await example.isComplete()).toBe(true)
})
