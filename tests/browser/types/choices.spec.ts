import { expect, test } from '@playwright/test'
import { exampleFor } from '../support/example.ts'
import { keyboardAlone } from '../support/hand.ts'

test('choices is done by keyboard alone, and says what each pick leads to', async ({ page }) => {
  const example = await exampleFor(page, 'choices')
  for (const id of ['secret', 'good-game']) await keyboardAlone.tick(example.root.locator(`[data-option="${id}"] input`))
  await keyboardAlone.press(example.root.locator('[data-action="check"]'))
  for (const words of ['One clue is enough', 'Asking for a secret is a clue', 'It is about the game', 'A gift with a price'])
    await expect(example.live).toContainText(words)
  expect(await example.isComplete()).toBe(true)
})
