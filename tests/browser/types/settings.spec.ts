import { expect, test } from '@playwright/test'
import { exampleFor } from '../support/example.ts'
import { keyboardAlone } from '../support/hand.ts'

test('settings is done by keyboard alone, and says who can see what as it changes', async ({ page }) => {
  const example = await exampleFor(page, 'settings')
  const option = (text: string, setting: string) =>
    example.root.locator(`fieldset:has(legend:has-text("${setting}")) [data-option="${text}"]`)
  const next = () => keyboardAlone.press(example.root.locator('[data-action="next"]'))
  await keyboardAlone.press(option('friends', 'videos'))
  await expect(example.live.first()).toContainText('Somebody Ivy has never met can no longer see: Ivy\'s videos.')
  await next()
  await keyboardAlone.press(option('nobody', 'where Ivy is'))
  await expect(example.live.first()).toContainText('A friend of a friend can no longer see: where Ivy is.')
  await expect(example.root.locator('[data-viewer="anyone"] .seen')).toHaveText(['Can see: a way to write to her'])
  await expect(example.live.last()).toContainText('Nobody else needs to')
  await next()
  await keyboardAlone.press(option('everyone', 'write to Ivy'))
  await next()
  await expect(example.live.last()).toContainText('Ivy decides who sees what')
  expect(await example.isComplete()).toBe(true)
})
