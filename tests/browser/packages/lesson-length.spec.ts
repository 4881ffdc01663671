/** What the content lint counts of a lesson (server/content/lint/measure) is what a pupil really is shown, on one way through it. */
import { expect, test } from '@playwright/test'
import { lengthOf } from '../../../server/content/lint/measure/lesson.ts'
import { wordsOf } from '../../../server/content/lint/sentences.ts'
import { builtPackage, hostPackage } from '../../support/packages/package-host.ts'
import { LessonDriver, readLesson } from '../support/lesson-driver.ts'

/** Place numbers and lines of the kind "6 left" come besides. */
const TOLERANCE = 0.05

/** @returns the screen that is shown and the lines on it: what is read, without the names of buttons and what only screen readers say */
function linesNow(): { screen: string, lines: string[] } {
  const main = document.querySelector('main')
  const screen = main?.querySelector<HTMLElement>('[data-screen]')?.dataset.screen ?? ''
  if (!main || screen === '') return { screen, lines: [] }
  const passedBy = 'button[data-action], .foot, .visually-hidden, [aria-hidden="true"]'
  const lines = new Map<Element, string>()
  const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const around = node.parentElement
    if (!around?.checkVisibility() || around.closest(passedBy)) continue
    const line = around.closest('p, li, h1, h2, h3, label, legend, dd, dt, button, summary') ?? around
    lines.set(line, (lines.get(line) ?? '') + (node.textContent ?? ''))
  }
  return { screen, lines: [...lines.values()].map(line => line.replace(/\s+/g, ' ').trim()) }
}

test.use({ contextOptions: { reducedMotion: 'reduce' } })

for (const id of ['lying-online-9-11', 'lock-it-down-9-11', 'sharing-images-11-14']) {
  test(`${id} shows as many words on one way as the lint counts`, async ({ page }) => {
    const lesson = await readLesson(id)
    const { packageUrl, close } = await hostPackage(await builtPackage(id, 'web'), '1.2')
    await page.goto(packageUrl)
    const seen = new Map<string, Set<string>>()
    const look = async () => {
      const { screen, lines } = await page.evaluate(linesNow)
      seen.set(screen, new Set([...seen.get(screen) ?? [], ...lines]))
    }
    await new LessonDriver(page, lesson, { look }).goTo('over')
    await close()
    const words = [...seen.values()].flatMap(lines => [...lines]).flatMap(wordsOf).length
    const [most, least] = lengthOf(lesson).words
    expect(words).toBeGreaterThanOrEqual(least * (1 - TOLERANCE))
    expect(words).toBeLessThanOrEqual(most * (1 + TOLERANCE))
  })
}
