import { expect, test } from '@playwright/test'
import { exampleFor } from '../support/example.ts'
import { keyboardAlone } from '../support/hand.ts'

test('content has nothing to do; a glossary term opens by keyboard, and its meaning is said', async ({ page }) => {
  const example = await exampleFor(page, 'content')
  expect(await example.isComplete()).toBe(true)
  const term = example.root.getByRole('button', { name: 'profile' })
  await keyboardAlone.press(term)
  await expect(term).toHaveAttribute('aria-expanded', 'true')
  await expect(example.live.first()).toContainText('This means:')
})
