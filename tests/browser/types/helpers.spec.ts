import { expect, test } from '@playwright/test'
import { exampleFor } from '../support/example.ts'
import { keyboardAlone } from '../support/hand.ts'

test('helpers is done by keyboard alone, and says who it could be, also when nobody comes to mind', async ({ page }) => {
  const example = await exampleFor(page, 'helpers')
  for (const [id, said] of [
    ['family', 'a parent, a gran, an aunt'],
    ['school', 'Can I talk to you after class?'],
    ['helpline', '0800 1111'],
    ['no_body', 'it is not your fault'],
  ] as const) {
    await keyboardAlone.press(example.root.locator(`[data-option="${id}"]`))
    await expect(example.live).toContainText(said)
  }
})
