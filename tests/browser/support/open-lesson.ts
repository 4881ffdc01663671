/** Opens the lesson in the app and waits until the page works. */
import { expect, type Locator, type Page } from '@playwright/test'
import { LessonDriver, readLesson } from './lesson-driver.ts'

export const lessonId = 'lying-online-9-11'
export const play = `/lessons/${lessonId}/play`

/** Before this a page shows its words, but its controls do nothing yet. */
export async function untilAlive(page: Page) {
  await page.waitForFunction(
    () => document.querySelector('#__nuxt') !== null && '__vue_app__' in (document.querySelector('#__nuxt') as object),
  )
}

/** The same for a page inside a frame. */
export async function untilAliveIn(root: { locator(selector: string): Locator }) {
  await expect.poll(() => root.locator('#__nuxt').evaluate(element => '__vue_app__' in element)).toBe(true)
  await expect(root.locator('main.waiting')).toHaveCount(0)
}

export async function open(page: Page, address = play) {
  await page.goto(address)
  const driver = new LessonDriver(page, await readLesson(lessonId))
  await driver.player.waitFor()
  await untilAlive(page)
  await expect(driver.player.locator('main.waiting')).toHaveCount(0)
  return driver
}
