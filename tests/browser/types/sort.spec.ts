import { expect, test } from '@playwright/test'
import { exampleFor } from '../support/example.ts'
import { keyboardAlone } from '../support/hand.ts'

test('sort is done by keyboard alone, and says what the place of a card leads to, and that all are sorted', async ({ page }) => {
  const example = await exampleFor(page, 'sort')
  for (const [place, said] of [
    'It is about the game',
    'A secret from people who care',
    'Leo owes nothing',
    'That is a surprise',
  ].entries()) {
    await keyboardAlone.press(example.root.locator(`[data-option="${place === 0 ? 'fine' : 'clue'}"]`))
    await expect(example.live.first()).toContainText(said)
    if (place < 3) await keyboardAlone.press(example.root.locator('[data-action="next"]'))
  }
  await expect(example.live.last()).toContainText('All the cards are sorted')
  expect(await example.isComplete()).toBe(true)
})
