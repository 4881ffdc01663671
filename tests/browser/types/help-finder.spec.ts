import { expect, test } from '@playwright/test'
import { exampleFor } from '../support/example.ts'
import { keyboardAlone } from '../support/hand.ts'

test('help-finder is done by keyboard alone, says each question, and reaches 999 in one press', async ({ page }) => {
  const example = await exampleFor(page, 'help-finder')
  await expect(example.live).toContainText('Is someone in danger right now?')
  await keyboardAlone.press(example.root.locator('[data-option="danger-yes"]'))
  await expect(example.live).toContainText('Call 999 now')
  await expect(example.root.locator('[data-help-route]').first()).toHaveAttribute('data-help-route', 'emergency')
  await keyboardAlone.press(example.root.locator('[data-action="previous"]'))
  await keyboardAlone.press(example.root.locator('[data-option="danger-no"]'))
  await expect(example.live).toContainText('What is it about?')
  await keyboardAlone.press(example.root.locator('[data-option="about-feeling"]'))
  await expect(example.live).toContainText('Any worry is big enough')
  await expect(page.locator('h2:focus')).toHaveText('Talk to someone')
})
