import { expect, test } from '@playwright/test'
import { exampleFor } from '../support/example.ts'
import { keyboardAlone } from '../support/hand.ts'

test('gap is done by keyboard alone, and says the sentence and what the word leads to', async ({ page }) => {
  const example = await exampleFor(page, 'gap')
  for (const [word, sentence, feedback] of [
    ['like', 'Leo can like Ben\'s jokes', 'Liking someone is quick'],
    ['know', 'he needs to know them', 'Dad can help Leo decide'],
  ] as const) {
    await keyboardAlone.press(example.root.locator(`[data-option="${word}"]`))
    await expect(example.live.first()).toContainText(sentence)
    await expect(example.live.last()).toContainText(feedback)
    const next = example.root.locator('[data-action="next"]')
    if ((await next.count()) > 0) await keyboardAlone.press(next)
  }
  expect(await example.isComplete()).toBe(true)
})
