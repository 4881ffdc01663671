import { expect, test } from '@playwright/test'
import { exampleFor } from '../support/example.ts'
import { keyboardAlone } from '../support/hand.ts'

test('scale is set by the arrow keys, and says where it stands and a kind word', async ({ page }) => {
  const example = await exampleFor(page, 'scale')
  const slider = example.root.locator('input[type="range"]')
  await slider.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(slider).toHaveAttribute('aria-valuetext', 'Very hard')
  await expect(example.live.first()).toContainText('Very hard')
  await page.keyboard.press('ArrowRight')
  await expect(example.live.first()).toContainText('A bit hard')
  await keyboardAlone.press(example.root.locator('[data-action="check"]'))
  await expect(example.live.last()).toContainText('Many people feel like that')
  await expect(example.live.last()).toContainText('People see this differently')
})
