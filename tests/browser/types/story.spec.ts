import { expect, test } from '@playwright/test'
import { exampleFor } from '../support/example.ts'
import { keyboardAlone } from '../support/hand.ts'

test('story is done by keyboard alone, and says what a choice leads to; each new scene gets the focus', async ({ page }) => {
  const example = await exampleFor(page, 'story')
  await keyboardAlone.press(example.root.locator('[data-action="next"]'))
  await expect(example.root.locator(':focus')).toContainText('Later there is a message')
  await keyboardAlone.press(example.root.locator('[data-option="say-yes"]'))
  await expect(example.live).toContainText('Nobody knows who waits at the park')
  await keyboardAlone.press(example.root.locator('[data-action="next"]'))
  await expect(example.root.locator(':focus')).toContainText('On the bus Maya thinks about the dog')
  await keyboardAlone.press(example.root.locator('[data-option="tell-now"]'))
  await expect(example.live).toContainText('It is never too late')
  expect(await example.isComplete()).toBe(true)
})
