import { expect, test } from '@playwright/test'
import { exampleFor } from '../support/example.ts'
import { keyboardAlone } from '../support/hand.ts'

test('spread is done by keyboard alone, says where the picture is, and that taking it back leaves the others', async ({ page }) => {
  const example = await exampleFor(page, 'spread')
  const press = (selector: string) => keyboardAlone.press(example.root.locator(selector))
  await press('[data-option="send-ivy"]')
  await expect(example.live.last()).toContainText('she can send it on')
  await press('[data-action="next"]')
  await expect(example.live.first()).toContainText('2 places: Omar, Ivy')
  await press('[data-take-back]')
  await expect(example.live.first()).toContainText('Ivy')
  await expect(example.live.last()).toContainText('The others still have theirs')
  await press('[data-option="do-not-mind"]')
  await press('[data-action="next"]')
  await expect(example.live.first()).toContainText('3 places: Ivy, The class group, Kit')
  await press('[data-option="tell-bell"]')
  await expect(example.root.locator('.helps')).toContainText('Tell an adult you trust')
  expect(await example.isComplete()).toBe(true)
})
