import { expect, test } from '@playwright/test'
import { exampleFor } from '../support/example.ts'
import { keyboardAlone } from '../support/hand.ts'

test('quiz is done by keyboard alone, says what each answer leads to, and the result', async ({ page }) => {
  const example = await exampleFor(page, 'quiz')
  const right = { gift: 'secret', photo: 'little', fault: 'liar' } as const
  const said = { gift: 'A gift with a secret is a clue', photo: 'Photos can be copied', fault: 'has chosen to lie' } as const
  await keyboardAlone.press(example.root.locator('[data-action="start"]'))
  for (let asked = 0; asked < 3; asked++) {
    const item = await example.root.locator('[data-item]').getAttribute('data-item') as keyof typeof right
    await keyboardAlone.press(example.root.locator(`[data-option="${right[item]}"]`))
    await expect(example.live).toContainText(said[item])
    await keyboardAlone.press(example.root.locator('[data-action="continue"]'))
  }
  await expect(example.live).toContainText('You got 3 out of 3')
  expect(await example.isComplete()).toBe(true)
})
