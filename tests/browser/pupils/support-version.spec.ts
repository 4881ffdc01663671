/** The version of a screen with less at once: chosen under Pause, kept like the other preferences, told to nobody. */
import { expect, test } from '@playwright/test'
import { open } from '../support/open-lesson.ts'

test('a pupil can choose fewer answers at a time, with symbols, and go back to all of them', async ({ page }) => {
  const driver = await open(page)
  await driver.goTo('fifty-coins')
  const options = driver.screen().locator('.body [data-option]')
  await expect(options).toHaveCount(3)
  const choose = async (words: string) => {
    await driver.player.locator('[data-action="pause"]').click()
    await driver.player.locator('[data-action="settings"]').click()
    await page.getByLabel(words).check()
    await page.keyboard.press('Escape')
  }
  await options.first().click()
  await choose('Fewer at a time, with symbols')
  await expect(options).toHaveCount(2)
  await expect(options.locator('img')).toHaveCount(2)
  await expect(driver.screen().locator('.body [aria-pressed="true"]')).toHaveCount(0)
  await driver.doScreen()
  await expect(driver.player.locator('nav [data-action="continue"]')).toBeVisible()
  await page.reload()
  await expect(options).toHaveCount(2)
  await choose('All of them')
  await expect(options).toHaveCount(3)
})

test('the whole lesson can be done with fewer answers at a time', async ({ page }) => {
  await page.addInitScript(text => localStorage.setItem('whos-there:preferences', text), '000001')
  const driver = await open(page)
  await driver.goTo('ending')
  await driver.finish()
  expect(await driver.status()).toBe('passed')
})
