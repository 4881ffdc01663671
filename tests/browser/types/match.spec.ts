import { expect, test } from '@playwright/test'
import { exampleFor } from '../support/example.ts'
import { keyboardAlone } from '../support/hand.ts'

test('match is done by keyboard alone, with a hint, why two belong together, and a line that goes by a press', async ({ page }) => {
  const example = await exampleFor(page, 'match')
  const left = (id: string) => example.root.locator(`[data-left="${id}"]`)
  const right = (id: string) => example.root.locator(`[data-right="${id}"]`)
  await expect(left('secret')).toHaveAttribute('aria-pressed', 'true')
  await keyboardAlone.press(right('gift'))
  await expect(example.live.last()).toContainText('Look at the words "don\'t tell"')
  for (const [id, said] of [
    ['secret', 'A friend does not mind'],
    ['hurry', 'goes with Makes her hurry. 1 left.'],
    ['gift', 'Maya owes nothing'],
  ] as const) {
    if ((await left(id).getAttribute('aria-pressed')) !== 'true') await keyboardAlone.press(left(id))
    await keyboardAlone.press(right(id))
    await expect(example.live.filter({ hasText: said })).toHaveCount(1)
  }
  expect(await example.isComplete()).toBe(true)
  await expect(example.root.locator('.lines path')).toHaveCount(3)
  await keyboardAlone.press(right('gift'))
  expect(await example.isComplete()).toBe(false)
})
