/** Opens the lesson in the app and waits until the page works. */
import { expect, type Locator, type Page } from '@playwright/test'
import { goTo, untilAlive, untilAliveIn } from './alive.ts'
import { LessonDriver, readLesson, type Driving } from './lesson-driver.ts'

export const lessonId = 'lying-online-9-11'
export const play = `/lessons/${lessonId}/play`

/** Waits for the lesson to which a press has just led, until it can be taken. */
export async function lessonOn(page: Page, id = lessonId, driving?: Driving) {
  const driver = new LessonDriver(page, await readLesson(id), driving)
  await driver.player.waitFor()
  await untilAlive(page)
  await expect(driver.player.locator('main.waiting')).toHaveCount(0)
  return driver
}

/** The same for one inside a frame. */
export async function lessonIn(root: { locator(selector: string): Locator }, id = lessonId) {
  const driver = new LessonDriver(root, await readLesson(id))
  await driver.player.waitFor()
  await untilAliveIn(root)
  return driver
}

export async function open(page: Page, address = play) {
  await goTo(page, address)
  return lessonOn(page)
}
