/** The gallery is what the player's parts are checked in: every type, both looks, every state, however it is looked at. */
import { readdirSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { goTo } from '../support/alive.ts'
import { expectAccessible, expectContrast } from '../support/axe.ts'

const types = readdirSync('activities', { withFileTypes: true })
  .filter(entry => entry.isDirectory() && entry.name !== 'parts')
  .map(entry => entry.name)

/** The same example stands there ten times, so its landmarks do; in a lesson each stands there once. */
const repeated = ['landmark-unique']

/** Both looks in five states. */
const EXAMPLES = 10

async function openAll(page: Page, type: string) {
  await goTo(page, `/gallery/${type}`)
  await expect(page.locator('[data-example][data-ready]')).toHaveCount(EXAMPLES)
}

/** As `data-contrast` and `dir` would be set by the knobs, without loading the page again; waits until nothing moves any more. */
const look = (page: Page, { contrast = 'light', dir = 'ltr' }: { contrast?: string, dir?: string }) =>
  page.evaluate(
    async ([contrast, dir]) => {
      document.documentElement.dataset.contrast = contrast
      for (const example of document.querySelectorAll<HTMLElement>('[data-example]')) example.dir = dir ?? ''
      await Promise.allSettled(document.getAnimations().map(animation => animation.finished))
    },
    [contrast, dir],
  )

const overflow = (page: Page) => page.evaluate(() => {
  const { clientWidth, scrollWidth } = document.documentElement
  if (scrollWidth <= clientWidth) return ''
  const wide = [...document.querySelectorAll('[data-example] *')].find(
    element => element.getBoundingClientRect().right > clientWidth + 1 && !element.closest('.visually-hidden'),
  )
  return `${scrollWidth} > ${clientWidth}: ${wide?.outerHTML.slice(0, 120) ?? ''}`
})

test('the gallery lists every type with what it is for', async ({ page }) => {
  await page.goto('/gallery')
  await expect(page.locator('.types li')).toHaveCount(types.length)
  await expectAccessible(page, 'gallery')
})

for (const type of types) {
  test(`${type}: each state is what its name says; axe-core finds nothing in either look, in any state or any colours; nothing overflows right to left, at 320 px, at 400 % zoom or with the largest text, and targets are big enough`, async ({
    page,
  }) => {
    await openAll(page, type)
    const states = await page
      .locator('[data-example]')
      .evaluateAll(examples => examples.map(({ dataset }) => ({ state: dataset.state, complete: dataset.complete })))
    expect(states.filter(({ state }) => state === 'feedback')).toEqual([
      { state: 'feedback', complete: 'true' },
      { state: 'feedback', complete: 'true' },
    ])
    await expect(page.locator('[data-state="disabled"] :is(button[data-option], [data-action="check"]):enabled')).toHaveCount(0)

    await look(page, {})
    await expectAccessible(page, 'light', repeated)
    for (const contrast of ['dark', 'high']) {
      await look(page, { contrast })
      await expectContrast(page, contrast)
    }
    await look(page, { dir: 'rtl' })
    await expect.poll(() => overflow(page), 'right to left').toBe('')
    await page.emulateMedia({ forcedColors: 'active' })
    await expectContrast(page, 'forced colours')
    await page.emulateMedia({ forcedColors: null })

    // 1280 × 1024 at 400 %: the same as a window of 320 × 256.
    await page.setViewportSize({ width: 320, height: 256 })
    for (const dir of ['ltr', 'rtl']) {
      await look(page, { dir })
      await expect.poll(() => overflow(page), dir).toBe('')
    }
    const small = await page.locator('[data-example]').evaluateAll(examples =>
      examples.flatMap(example =>
        [...example.querySelectorAll<HTMLElement>('button:not([aria-hidden]), label[data-option], a[href]')].flatMap((control) => {
          // A glossary term stands in a sentence, where WCAG 2.5.8 wants no size.
          const { width, height } = control.getBoundingClientRect()
          return control.matches('.term') || height === 0 || (width >= 43.5 && height >= 43.5)
            ? []
            : [`${control.outerHTML.slice(0, 80)}: ${width} × ${height}`]
        }),
      ),
    )
    expect(small).toEqual([])
    await page.evaluate(() => (document.documentElement.dataset.textSize = 'largest'))
    await expect.poll(() => overflow(page), 'largest text').toBe('')
  })
}

test('the knobs change what is shown, stand in the address, and leave no trace', async ({ page }) => {
  await goTo(page, '/gallery/choice')
  const root = page.locator('html')
  await page.locator('select[name="contrast"]').selectOption('dark')
  await expect(page).toHaveURL(/contrast=dark/)
  await expect(root).toHaveAttribute('data-contrast', 'dark')
  await page.locator('select[name="dir"]').selectOption('rtl')
  await expect(page.locator('[data-example]').first()).toHaveAttribute('dir', 'rtl')
  await page.locator('select[name="only"]').selectOption('feedback')
  await expect(page.locator('[data-example]')).toHaveCount(2)
  await page.locator('select[name="textSize"]').selectOption('large')
  await expect(root).toHaveAttribute('data-text-size', 'large')
  await page.getByRole('link', { name: 'Activity types' }).first().click()
  await expect(root).toHaveAttribute('data-contrast', 'auto')
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
})

test('movement is small, and there is none for who wants stillness', async ({ page }) => {
  const moving = () =>
    page.locator('[data-example]').evaluateAll(examples =>
      examples.flatMap(example =>
        [...example.querySelectorAll('*')].flatMap((element) => {
          const { transitionDuration, animationDuration } = getComputedStyle(element)
          return [transitionDuration, animationDuration]
            .flatMap(durations => durations.split(',').map(Number.parseFloat))
            .filter(seconds => seconds > 0)
        }),
      ),
    )
  for (const type of ['spread', 'reveal', 'order']) {
    await openAll(page, type)
    expect(Math.max(...await moving()), type).toBeLessThanOrEqual(0.4)
    await page.locator('select[name="motion"]').selectOption('still')
    await expect(page.locator('html')).toHaveAttribute('data-motion', 'still')
    expect(await moving(), type).toEqual([])
    await page.locator('select[name="motion"]').selectOption('auto')
    await page.emulateMedia({ reducedMotion: 'reduce' })
    expect(await moving(), type).toEqual([])
    await page.emulateMedia({ reducedMotion: null })
  }
})
