/** A lesson on the whiteboard: the whole of it by clicker, choices by hand, and the teacher's notes in a second window. */
import { expect, test, type Page } from '@playwright/test'
import { goTo } from '../support/alive.ts'
import { expectAccessible } from '../support/axe.ts'
import { readLesson } from '../support/lesson-driver.ts'

async function openBoard(page: Page) {
  await goTo(page, '/lessons/meeting-strangers-9-11/present')
}

test('a clicker takes a class through the whole lesson, line by line, to the help routes; nothing is kept', async ({ page }) => {
  await openBoard(page)
  const screen = page.locator('[data-screen]')
  await expect(screen).toHaveAttribute('data-screen', 'opening')
  const seen = new Set<string>()
  let help = ''
  const last = await page.locator('[data-action="where"] option').count()
  for (let presses = 0; presses < 400; presses++) {
    seen.add(await screen.getAttribute('data-screen') ?? '')
    // The ending goes on in itself: never your fault, and who helps, is its second step.
    if (await page.locator('.never').isVisible()) help += await page.locator('main').innerText()
    if (await page.locator('[data-action="continue"]').isDisabled()) break
    // A clicker's key reads a long slide to its end first.
    await page.keyboard.press('PageDown')
  }
  expect(seen.size).toBe(last)
  expect(help).toContain('never your fault')
  expect(help).toContain('0800 1111')
  expect(await page.evaluate(() => [localStorage.length, document.cookie])).toEqual([0, ''])
})

test('choices are pressed for the class, looked at one after the other, and begin anew on the next visit', async ({ page }) => {
  await openBoard(page)
  const where = page.locator('[data-action="where"]')
  // The last question of the quiz stands before the ending.
  await where.selectOption(String(await where.locator('option').count() - 2))
  const options = page.locator('main [data-option]')
  await expect(page.locator('main')).toContainText('as many fingers')
  await options.first().click()
  await page.locator('nav [data-action="check"]').click()
  await expect(page.locator('[data-feedback]')).toBeVisible()
  await page.locator('[data-action="restart"]').click()
  await expect(page.locator('[data-feedback]')).toHaveCount(0)
})

test('a board that is loaded anew, or left and come back to, is at its slide; the browser\'s Back leads out of it', async ({ page }) => {
  await page.goto('/lessons')
  await openBoard(page)
  const screen = page.locator('[data-screen]')
  for (const slide of ['2', '3']) {
    const before = await screen.getAttribute('data-screen') ?? ''
    await page.locator('[data-action="where"]').selectOption(slide)
    await expect(screen).not.toHaveAttribute('data-screen', before)
  }
  await expect(page).toHaveURL(/slide=/)
  const here = await screen.getAttribute('data-screen') ?? ''
  await page.reload()
  await expect(screen).toHaveAttribute('data-screen', here)
  await page.goBack()
  await expect(page).toHaveURL(/\/lessons$/)
  await page.goForward()
  await expect(screen).toHaveAttribute('data-screen', here)
})

test('the notes in a second window follow the board and turn its pages, and say when it has gone', async ({ page }) => {
  await openBoard(page)
  const opened = page.waitForEvent('popup')
  await page.locator('[data-action="notes"]').click()
  const notes = await opened
  await expect(notes.locator('[data-notes]')).toHaveAttribute('data-notes', 'opening')
  await page.locator('[data-action="where"]').selectOption('3')
  await expect(page.locator('[data-screen]')).not.toHaveAttribute('data-screen', 'opening')
  const here = await page.locator('[data-screen]').getAttribute('data-screen') ?? ''
  await expect(notes.locator('[data-notes]')).toHaveAttribute('data-notes', here)
  await notes.locator('[data-action="back"]').click()
  await expect(page.locator('[data-screen]')).not.toHaveAttribute('data-screen', here)
  await expectAccessible(notes, 'notes')
  await page.close()
  await notes.locator('[data-action="continue"]').click()
  await expect(notes.getByRole('main').getByRole('status')).toContainText('The board does not answer')
})

test('the board is accessible and nothing scrolls sideways at every size; it can be covered at once', async ({ page }) => {
  await openBoard(page)
  for (const width of [360, 768, 1366]) {
    await page.setViewportSize({ width, height: 768 })
    await expectAccessible(page, `board at ${width} px`)
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await page.keyboard.press('b')
    await expect(page.getByRole('dialog')).toBeVisible()
    await expect(page.locator('[data-action="uncover"]')).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page.locator('main h1')).toBeInViewport()
  }
})

for (const { lesson, width, height } of [
  { lesson: 'lying-online-9-11', width: 1366, height: 768 },
  { lesson: 'lying-online-11-14', width: 1920, height: 1080 },
]) {
  test(`every slide of ${lesson} fits a board of ${width} x ${height}, its scene at full height`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await goTo(page, `/lessons/${lesson}/present`)
    const where = page.locator('[data-action="where"]')
    const slides = await where.locator('option').count()
    const wrong: string[] = []
    for (let slide = 0; slide < slides; slide++) {
      await where.selectOption(String(slide))
      await page.evaluate(() => new Promise(requestAnimationFrame))
      wrong.push(...await page.evaluate(() => {
        const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement
        const id = document.querySelector<HTMLElement>('[data-screen]')?.dataset.screen
        const panel = document.querySelector<HTMLElement>('[data-panel="picture"] > .stage-panel')
        const bar = document.querySelector<HTMLElement>('.present > nav')
        return [
          scrollHeight > clientHeight || scrollWidth > clientWidth ? `${id}: the page scrolls` : '',
          bar && bar.getBoundingClientRect().bottom > innerHeight + 1 ? `${id}: the bar is out of view` : '',
          panel && panel.clientHeight < 0.8 * innerHeight ? `${id}: the scene is ${panel.clientHeight} px high` : '',
        ].filter(text => text !== '')
      }))
    }
    expect(wrong).toEqual([])
  })
}

test('the board can begin with the second sitting, behind the card on which the first one stops', async ({ page }) => {
  await goTo(page, '/lessons/lying-online-9-11/present?sitting=2')
  const { screens } = await readLesson('lying-online-9-11')
  const second = screens.find(({ startsSitting }) => startsSitting)?.id ?? ''
  await expect(page.locator('[data-screen]')).toHaveAttribute('data-screen', second)
  await page.locator('[data-action="back"]').click()
  await expect(page.locator('[data-screen]')).toHaveAttribute('data-screen', 'break')
  await expect(page.locator('main')).toContainText('a good place to stop')
})
