import { expect, test } from '@playwright/test'
import { exampleFor } from '../support/example.ts'
import { keyboardAlone } from '../support/hand.ts'

const words = ['It is about the game', 'A secret from people who care', 'Leo owes nothing', 'That is a surprise']

test('sort is done by Tab and Enter alone, a press a card, and says what each place leads to, and that all are sorted', async ({ page }) => {
  const example = await exampleFor(page, 'sort')
  for (const [place, said] of words.entries()) {
    await keyboardAlone.press(example.root.locator(`[data-option="${place === 0 ? 'fine' : 'clue'}"]`))
    await expect(example.live.first()).toContainText(said)
  }
  await expect(example.live.last()).toContainText('All the cards are sorted')
  expect(await example.isComplete()).toBe(true)
})

test('cards are thrown by the keys 1, 2 and 3, only while the card has the focus', async ({ page }) => {
  const example = await exampleFor(page, 'sort')
  await page.keyboard.press('2')
  await expect(example.root.locator('[data-hand]')).toHaveAttribute('aria-label', /^Card 1 of 4/)
  await example.root.locator('[data-hand]').focus()
  for (const [place, said] of words.entries()) {
    await page.keyboard.press(place === 0 ? '1' : '2')
    await expect(example.live.first()).toContainText(said)
  }
  expect(await example.isComplete()).toBe(true)
  await expect(page.locator(':focus')).toContainText('All the cards are sorted')
})

test('a card is thrown by dragging it onto a basket, and comes back where it is let go elsewhere', async ({ page }) => {
  const example = await exampleFor(page, 'sort')
  const card = example.root.locator('[data-hand]')
  const drag = async (to: { x: number, y: number, width: number, height: number } | null) => {
    await card.scrollIntoViewIfNeeded()
    const from = await card.boundingBox()
    if (!from || !to) throw new Error('nothing to drag')
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
    await page.mouse.down()
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 })
    await page.mouse.up()
  }
  await drag(await card.boundingBox())
  await expect(card).toHaveAttribute('aria-label', /^Card 1 of 4/)
  await drag(await example.root.locator('[data-option="fine"]').boundingBox())
  await expect(example.live.first()).toContainText('It is about the game')
  await expect(card).toHaveAttribute('aria-label', /^Card 2 of 4/)
})
