/**
 * How much a lesson asks for: what a pupil has to press from the opening to Finish, and whether its steps stand in the window whole.
 * Every lesson is played to its end as its web package, answering everything. What was counted is printed.
 */
import { expect, test } from '@playwright/test'
import { folderSource } from '../../../server/content/sources/folder-source.ts'
import { readLibrary } from '../../../server/content/library/library.ts'
import { builtPackage, hostPackage } from '../../support/packages/package-host.ts'
import { watchFit } from '../support/fit.ts'
import { LessonDriver, readLesson } from '../support/lesson-driver.ts'

/** The most that a lesson may ask a pupil to press. */
const PRESSES = 110

/**
 * A phone, a small laptop, a low frame of an LMS: what share of a lesson's steps has to stand in it whole, and on how many at most
 * something to press may be out of view at first: on none, but for a few in the frame that have five things to press.
 */
const windows = [
  { name: 'phone', width: 360, height: 740, pick: 'first', share: 0.8, hiding: 0 },
  { name: 'laptop', width: 1366, height: 768, pick: 'last', share: 0.8, hiding: 0 },
  { name: 'frame', width: 600, height: 400, pick: 'first', share: 0, hiding: 8 },
] as const

const { lessons } = await readLibrary(folderSource('content'))

test.use({ contextOptions: { reducedMotion: 'reduce' } })

for (const { value: { id } } of lessons) {
  test(`${id} asks for at most ${PRESSES} presses, and its steps fit`, async ({ page }) => {
    const { packageUrl, close } = await hostPackage(await builtPackage(id, 'web'), '1.2')
    const lesson = await readLesson(id)
    for (const { name, width, height, pick, share, hiding } of windows) await test.step(name, async () => {
      await page.setViewportSize({ width, height })
      await page.goto(packageUrl)
      await page.evaluate(() => document.fonts.ready)
      const seen = await watchFit(page)
      const driver = new LessonDriver(page, lesson, { pick })
      await driver.goTo('over')
      const fit = await seen()
      const fitting = fit.steps - fit.scrolled.length
      console.log([
        `${id}, ${name}: ${driver.presses} presses, ${fitting} of ${fit.steps} steps fit (${Math.round(100 * fitting / fit.steps)} %)`,
        Object.entries(fit.presses).map(([type, count]) => `${type} ${count}`).join(', '),
        ...fit.scrolled, ...fit.hiding.map(step => `out of view: ${step}`),
      ].join('\n  '))
      expect.soft(driver.presses).toBeLessThanOrEqual(PRESSES)
      expect.soft(fitting / fit.steps, fit.scrolled.join('\n')).toBeGreaterThanOrEqual(share)
      expect.soft(fit.hiding.length, fit.hiding.join('\n')).toBeLessThanOrEqual(hiding)
    })
    await close()
  })
}
