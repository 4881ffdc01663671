import { expect, test } from '@playwright/test'
import { exampleFor } from '../support/example.ts'
import { keyboardAlone } from '../support/hand.ts'

test('match is done by keyboard alone, and says what is picked, a hint, and why two belong together', async ({ page }) => {
  const example = await exampleFor(page, 'match')
  const left = (id: string) => example.root.locator(`[data-left="${id}"]`)
  const right = (id: string) => example.root.locator(`[data-right="${id}"]`)
  await keyboardAlone.press(left('secret'))
  await expect(example.live.first()).toContainText('Don\'t tell your gran')
  await keyboardAlone.press(right('gift'))
  await expect(example.live.last()).toContainText('Look at the words "don\'t tell"')
  for (const [id, said] of [
    ['secret', 'A friend does not mind'],
    ['hurry', 'all the time she needs'],
    ['gift', 'Maya owes nothing'],
  ] as const) {
    if ((await left(id).getAttribute('aria-pressed')) !== 'true') await keyboardAlone.press(left(id))
    await keyboardAlone.press(right(id))
    await expect(example.live.last()).toContainText(said)
  }
  expect(await example.isComplete()).toBe(true)
})
