/** A lesson's page in the app holds its opening; the rest comes once that works, and nothing is lost where it comes late. */
import { expect, test } from '@playwright/test'
import { lessonId, open, play } from '../support/open-lesson.ts'

const whole = new RegExp(`/api/lessons/${lessonId}(?:\\?|$)`)

test('the rest does not come at first: no press is lost, and who was here before goes on once it has come', async ({ page }) => {
  const errors: string[] = []
  page.on('pageerror', error => errors.push(error.message))
  await page.route(whole, route => route.abort())
  const driver = await open(page)
  await driver.press('continue')
  const coming = driver.screen().getByRole('status')
  await expect(coming).toContainText('still on its way')
  const second = await driver.screenId()
  await page.unroute(whole)
  await expect(coming).toHaveCount(0)
  await driver.doScreen()
  await driver.press('continue')
  const third = await driver.screenId()
  expect(third).not.toBe(second)

  let letGo = () => {}
  const held = new Promise<void>(resolve => letGo = resolve)
  await page.route(whole, async (route) => {
    await held
    await route.continue()
  })
  await page.goto(play)
  await expect(driver.player.getByRole('status').filter({ hasText: 'still on its way' })).toBeVisible()
  await expect(driver.screen()).toBeHidden()
  letGo()
  await driver.player.locator('[data-action="carry-on"]').click()
  await expect(driver.screen()).toHaveAttribute('data-screen', third ?? '')
  await driver.doScreen()
  expect(errors).toEqual([])
})
