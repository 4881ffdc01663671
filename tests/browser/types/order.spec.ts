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
      await expect(example.live.first()).toContainText(`${['First', 'Second', 'Third'][from - 1]} of four`)
    }
  }
  await keyboardAlone.press(example.root.locator('[data-action="check"]'))
  await expect(example.root.locator('.fit')).toHaveText(['Fits here', 'Fits here', 'Fits here', 'Fits here'])
  await expect(example.root.locator('[data-feedback]')).toContainText('fit')
  expect(await example.isComplete()).toBe(true)
})

test('a step is dragged as a whole, and the others make room', async ({ page }) => {
  const example = await exampleFor(page, 'order')
  const cards = example.root.locator('[data-card]')
  const first = await cards.first().getAttribute('data-card') ?? ''
  await cards.last().scrollIntoViewIfNeeded()
  const from = await cards.first().boundingBox()
  const to = await cards.last().boundingBox()
  if (!from || !to) throw new Error('no cards')
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 12 })
  await page.mouse.up()
  await expect(cards.last()).toHaveAttribute('data-card', first)
})

test('a step is lifted by Space, moved by the arrow keys, and put down by Space', async ({ page }) => {
  const example = await exampleFor(page, 'order')
  const cards = example.root.locator('[data-card]')
  const first = await cards.first().getAttribute('data-card') ?? ''
  await cards.first().locator('.hold').focus()
  await page.keyboard.press('Space')
  await expect(example.live.first()).toContainText('Lifted. First of four')
  for (const place of ['Second', 'Third']) {
    await page.keyboard.press('ArrowDown')
    await expect(example.live.first()).toContainText(`${place} of four`)
  }
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await expect(example.live.first()).toContainText('Put down. Third of four')
  await expect(cards.nth(2)).toHaveAttribute('data-card', first)
})
