import { expect, test } from '@playwright/test'
import { exampleFor } from '../support/example.ts'
import { keyboardAlone } from '../support/hand.ts'

test('hotspots is done by keyboard alone, and says what there is to think about each place', async ({ page }) => {
  const example = await exampleFor(page, 'hotspots')
  for (const [id, said] of [
    ['window', 'close the curtains'],
    ['poster', 'It shows what Sam likes'],
    ['shelf', 'a name and a school'],
    ['laptop', 'Only its back'],
  ] as const) {
    await keyboardAlone.press(example.root.locator(`[data-option="${id}"]`))
    await expect(example.live).toContainText(said)
  }
  expect(await example.isComplete()).toBe(true)
})
