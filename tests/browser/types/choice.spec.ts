import { expect, test } from '@playwright/test'
import { exampleFor } from '../support/example.ts'
import { keyboardAlone } from '../support/hand.ts'

test('choice is done by keyboard alone, says what each answer leads to, and can be tried again', async ({ page }) => {
  const example = await exampleFor(page, 'choice')
  for (const [id, said] of [['swap', 'What might happen next'], ['tell-gran', 'Gran can help with the rest']] as const) {
    await keyboardAlone.press(example.root.locator(`[data-option="${id}"]`))
    await expect(example.live).toContainText(said)
    if (id === 'swap') await keyboardAlone.press(example.root.locator('[data-action="retry"]'))
  }
  expect(await example.isComplete()).toBe(true)
})
