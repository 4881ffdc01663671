import { expect, test } from '@playwright/test'
import { exampleFor } from '../support/example.ts'
import { keyboardAlone } from '../support/hand.ts'

test('order is done by keyboard alone, and says where a step is now and whether it fits', async ({ page }) => {
  const example = await exampleFor(page, 'order')
  const cards = example.root.locator('[data-card]')
  const steps = ['stop', 'keep', 'tell', 'report']
  for (const [place, id] of steps.entries()) {
    for (let from = (await cards.evaluateAll(list => list.map(card => card.getAttribute('data-card')))).indexOf(id); from > place; from--) {
      await keyboardAlone.press(example.root.locator(`[data-card="${id}"] .up`))
      await expect(example.live.first()).toContainText(`is now ${from} of 4`)
    }
  }
  await keyboardAlone.press(example.root.locator('[data-action="check"]'))
  await expect(example.root.locator('.note strong')).toHaveText(['Fits here', 'Fits here', 'Fits here', 'Fits here'])
  await expect(example.root.locator('[data-feedback]')).toContainText('fit')
  expect(await example.isComplete()).toBe(true)
})

test('a step can be dragged by its handle as well', async ({ page }) => {
  const example = await exampleFor(page, 'order')
  const cards = example.root.locator('[data-card]')
  const first = await cards.first().getAttribute('data-card') ?? ''
  await cards.last().scrollIntoViewIfNeeded()
  const from = await cards.first().locator('.grip').boundingBox()
  const to = await cards.last().boundingBox()
  if (!from || !to) throw new Error('no cards')
  await page.mouse.move(from.x + 8, from.y + 12)
  await page.mouse.down()
  await page.mouse.move(to.x + 40, to.y + to.height / 2, { steps: 12 })
  await page.mouse.up()
  await expect(cards.last()).toHaveAttribute('data-card', first)
})
