import { expect, test } from '@playwright/test'
import { exampleFor } from '../support/example.ts'
import { keyboardAlone } from '../support/hand.ts'

test('chat is done by keyboard alone, and says each new message and what a choice leads to', async ({ page }) => {
  const example = await exampleFor(page, 'chat')
  const log = example.root.locator('[role="log"]')
  // Nothing waits for messages: a reply can be picked before the last has come.
  await keyboardAlone.press(example.root.locator('[data-option="first-name"]'))
  await expect(example.live).toContainText('It is friendly to answer.')
  await expect(log).toContainText('I\'m Leo.')
  await keyboardAlone.press(example.root.locator('[data-action="next"]'))
  await expect(log).toContainText('It\'s a secret club')
  await keyboardAlone.press(example.root.locator('[data-option="stop"]'))
  await expect(example.live).toContainText('A secret from your family is a clue')
  await expect(page.locator('[data-ending]:focus')).toContainText('Getting help')
  expect(await example.isComplete()).toBe(true)
})
