/** The built package, unzipped and served, under scorm-again's run-times. */
import { expect, test as base, type Page } from '@playwright/test'
import type { PackageFormat } from '#shared/scorm/package-format'
import { newAttempt } from '#shared/attempt/attempt'
import { encodeAttempt, SUSPEND_DATA_LIMIT } from '#shared/attempt/suspend-data'
import { outlineOf } from '#activities/scoring'
import type { Kept } from '../../support/lms/lms.d.ts'
import { hostPackage, packageOf, shortened, type PackageHost } from '../../support/packages/package-host.ts'
import { hasTakenOver } from '../../support/packages/taken-over.ts'
import { expectAccessible } from '../support/axe.ts'
import { LessonDriver, readLesson } from '../support/lesson-driver.ts'

/** Without most of its practice, which lessons.spec.ts takes whole. */
const lesson = shortened(await readLesson('lying-online-9-11'))

const runTimes = {
  1.2: {
    format: 'scorm12',
    initialize: 'LMSInitialize',
    set: 'LMSSetValue',
    get: 'LMSGetValue',
    commit: 'LMSCommit',
    terminate: 'LMSFinish',
    sessionTime: 'cmi.core.session_time',
    timeFormat: /^\d{2,4}:\d{2}:\d{2}(\.\d{1,2})?$/,
  },
  2004: {
    format: 'scorm2004-4',
    initialize: 'Initialize',
    set: 'SetValue',
    get: 'GetValue',
    commit: 'Commit',
    terminate: 'Terminate',
    sessionTime: 'cmi.session_time',
    timeFormat: /^PT(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?$/,
  },
} as const satisfies Record<string, { format: PackageFormat, [name: string]: unknown }>

for (const version of ['1.2', '2004'] as const) {
  const runTime = runTimes[version]

  const test = base.extend<object, { host: PackageHost }>({
    host: [async ({}, use) => { // eslint-disable-line no-empty-pattern -- Playwright reads the fixtures from this pattern
      const host = await hostPackage(await packageOf(lesson, runTime.format), version)
      await use(host)
      await host.close()
    }, { scope: 'worker' }],
  })

  /** Opens the package under the LMS, from where an earlier session left. */
  async function launch(page: Page, before?: Kept, options = {}) {
    await page.evaluate(([saved, how]) => window.lms.launch(saved, how), [before, options] as const)
    const driver = new LessonDriver(page.frameLocator('iframe'), lesson)
    await driver.screen().waitFor()
    // The first screen is there before the script: it has taken over once Vue has mounted. The saved one comes with what records.
    await expect.poll(() => page.frameLocator('iframe').locator('#player').evaluate(hasTakenOver)).toBe(true)
    return driver
  }
  /** The frame goes away, as when a pupil leaves; its last calls still reach the LMS. */
  const close = (page: Page) => page.evaluate(() => window.lms.close())
  const now = (page: Page) => page.evaluate(() => window.lms.now())
  const statusOf = (kept: Kept) => version === '1.2' ? kept.lesson_status : kept.success_status
  const valuesSet = (kept: Kept, element: string) =>
    kept.log.filter(([call, args]) => call === runTime.set && args[0] === element).map(([, args]) => args[1])
  const calls = (kept: Kept, name: string) => kept.log.filter(([call]) => call === name)

  // Where a test says so it is played under one version alone: what the pupil sees there does not depend on it.
  test.describe(`SCORM ${version}`, () => {
    test('all answers right: passed with 100, and a proper end', async ({ page, host }) => {
      await page.goto(host.lmsUrl)
      const driver = await launch(page)
      expect(valuesSet(await now(page), version === '1.2' ? 'cmi.core.lesson_status' : 'cmi.completion_status')).toEqual(['incomplete'])
      await driver.goTo('ending')
      expect(await driver.status()).toBe('passed')
      await driver.finish()
      await driver.player.locator('[data-screen="over"]').waitFor()
      const end = await close(page)
      expect(statusOf(end)).toBe('passed')
      if (version === '2004') expect(end.completion_status).toBe('completed')
      expect(end.score).toMatchObject({ raw: '100', min: '0', max: '100', ...(version === '2004' ? { scaled: '1' } : {}) })
      expect(end.exit).toBe(version === '1.2' ? '' : 'normal')
      expect(end.location).toBe('ending')
      expect(calls(end, runTime.initialize)).toHaveLength(1)
      expect(calls(end, runTime.terminate)).toHaveLength(1)
      expect(valuesSet(end, runTime.sessionTime).at(-1)).toMatch(runTime.timeFormat)
      for (const data of valuesSet(end, 'cmi.suspend_data')) expect(data?.length).toBeLessThan(SUSPEND_DATA_LIMIT)
      expect(end.log.some(([, args]) => String(args[0]).match(/student_(?:id|name)|learner_(?:id|name)|interactions/))).toBe(false)
    })

    test('below the pass mark: another go is offered, failed only when the pupil ends there, a later pass replaces it', async ({
      page,
      host,
    }) => {
      await page.goto(host.lmsUrl)
      let driver = await launch(page)
      await driver.goTo('quiz')
      await driver.doQuiz('wrong')
      await expect(driver.action('retry')).toBeVisible()
      expect(await driver.status()).toBe('incomplete')
      expect(valuesSet(await now(page), version === '1.2' ? 'cmi.core.score.raw' : 'cmi.score.raw')).toEqual([])
      await driver.finish()
      await expect(driver.player).toHaveAttribute('data-status', 'failed')
      expect(await driver.player.textContent()).not.toMatch(/fail/i)
      const failed = await close(page)
      expect(statusOf(failed)).toBe('failed')
      expect(failed.score.raw).toBe('0')
      expect(failed.exit).toBe('suspend')

      driver = await launch(page, failed)
      expect(await driver.screenId()).toBe('quiz')
      await driver.press('retry')
      await driver.doQuiz('right')
      await expect(driver.player).toHaveAttribute('data-status', 'passed')
      const passed = await close(page)
      expect(statusOf(passed)).toBe('passed')
      expect(passed.score.raw).toBe('100')
    })

    test('replaced by a newer version: who had passed is told that this stays, and leaving or less than before takes nothing', async ({
      page,
    }) => {
      const newer = await hostPackage(await packageOf({ ...lesson, version: lesson.version + 1 }, runTime.format), version)
      await page.goto(newer.lmsUrl)
      const had = { score: { raw: '100', min: '0', max: '100' }, lesson_status: 'passed', completion_status: 'completed', success_status: 'passed' }
      const saved = encodeAttempt({ ...newAttempt(outlineOf(lesson)), finished: true }, { saves: 5_000_007 })
      const before = { ...had, location: 'ending', suspend_data: saved, exit: 'suspend', log: [] } satisfies Kept
      let driver = await launch(page, before)
      await expect(driver.player.getByRole('status').first()).toContainText('You have finished it before, and that stays.')
      await driver.goTo(lesson.screens[1]?.id ?? '')
      const left = await close(page)
      driver = await launch(page, left)
      await expect(driver.player).not.toContainText('You have finished it before')
      await driver.goTo('quiz')
      await driver.doQuiz('wrong')
      await driver.press('finish')
      for (const kept of [left, await close(page)]) {
        expect(statusOf(kept)).toBe('passed')
        expect(kept.score).toMatchObject(had.score)
        if (version === '2004') expect(kept.completion_status).toBe('completed')
      }
      await newer.close()
    })

    test('stopped at the break between two sittings: suspended there, ended once, and the next visit begins with the second', async ({ page, host }) => {
      const second = lesson.screens.find(({ startsSitting }) => startsSitting)?.id ?? ''
      await page.goto(host.lmsUrl)
      let driver = await launch(page)
      await driver.goTo('break')
      await expect(driver.screen()).toContainText('Your place is kept')
      await driver.press('stop')
      await expect(driver.screen()).toHaveAttribute('data-screen', 'stopped')
      await expect(driver.player).toContainText('it goes on from here')
      const stopped = await close(page)
      expect(stopped).toMatchObject({ location: second, exit: 'suspend' })
      expect(statusOf(stopped)).toBe(version === '1.2' ? 'incomplete' : 'unknown')
      expect(stopped.log.filter(([call]) => call === runTime.terminate)).toHaveLength(1)
      driver = await launch(page, stopped)
      expect(await driver.screenId()).toBe(second)
    })

    test('left in the middle: comes back on the exact screen with done marks and quiz answers, and what is not recorded starts fresh', async ({
      page,
      host,
    }) => {
      await page.goto(host.lmsUrl)
      let driver = await launch(page)
      await driver.goTo('quiz')
      await driver.doQuiz('right', 4)
      const item = await driver.screen().locator('[data-item]').getAttribute('data-item')
      const left = await close(page)
      expect(left.exit).toBe('suspend')
      expect(statusOf(left)).toBe(version === '1.2' ? 'incomplete' : 'unknown')

      driver = await launch(page, left)
      expect(await driver.screenId()).toBe('quiz')
      await expect(driver.screen().locator('[data-item]')).toHaveAttribute('data-item', item ?? '')
      await expect(driver.screen().locator('[data-quiz-heading]')).toContainText('5')
      const marks = left.suspend_data.split(';')[4]?.split(',') ?? []
      expect(marks.filter(mark => mark.endsWith('.d')).length).toBeGreaterThanOrEqual(lesson.screens.length - 3)

      const before = lesson.screens.findIndex(screen => screen.id === 'quiz')
      const practice = lesson.screens
        .slice(0, before)
        .reverse()
        .find(screen => screen.type === 'chat' || screen.type === 'choice' || screen.type === 'reply')
      while ((await driver.screenId()) !== practice?.id) await driver.press('back')
      await expect(driver.screen().locator('[data-feedback]')).toHaveCount(0)
      await expect(driver.screen().locator('input:checked, fieldset [aria-pressed="true"]')).toHaveCount(0)
    })

    if (version === '1.2') test('without any LMS the lesson works and says that results are not recorded', async ({ page, host }) => {
      await page.goto(host.packageUrl)
      const driver = new LessonDriver(page, lesson)
      await driver.press('continue')
      await expect(driver.player.locator('[data-saving="not-recorded"]')).toBeVisible()
      await driver.goTo('ending')
      expect(await driver.status()).toBe('passed')
      expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
    })

    test('an LMS that does not save: a calm notice, and everything is there once it saves again', async ({ page, host }) => {
      await page.goto(host.lmsUrl)
      const driver = await launch(page)
      await page.evaluate(() => window.lms.break(true))
      await driver.press('continue')
      await expect(driver.player.locator('[data-saving="retrying"]')).toBeVisible()
      await page.evaluate(() => window.lms.break(false))
      await expect(driver.player.locator('[data-saving="retrying"]')).toHaveCount(0)
      expect((await now(page)).location).toBe(await driver.screenId())
    })

    if (version === '1.2') for (const file of ['activities.js', 'activities.css', 'lesson.js']) test(`${file} does not come at first: no press is lost, the screen says so, and it goes on once it has come`, async ({
      page,
      host,
    }) => {
      let asked = 0
      await page.route(`**/${file}`, async (route) => {
        asked++
        await route.abort()
      })
      await page.goto(host.lmsUrl)
      const driver = await launch(page)
      await driver.press('continue')
      const coming = driver.screen().getByRole('status')
      await expect(coming).toContainText('still on its way')
      await expect(driver.screen().locator('h1')).toBeFocused()
      expect((await now(page)).location).toBe(await driver.screenId())
      await expect.poll(() => asked).toBeGreaterThan(1)
      await driver.player.locator('[data-action="help"]').click()
      await expect(driver.player.getByRole('dialog')).toContainText('999')
      await page.keyboard.press('Escape')
      await page.unroute(`**/${file}`)
      await expect(coming).toHaveCount(0)
      await driver.doScreen()
    })

    if (version === '1.2') test('record.js does not come at first: the LMS is told once it has come, and a place that the LMS holds is waited for', async ({
      page,
      host,
    }) => {
      const hold = () => page.route('**/record.js', route => route.abort())
      const letGo = () => page.unroute('**/record.js')
      const frame = page.frameLocator('iframe')
      const driver = new LessonDriver(frame, lesson)
      await page.goto(host.lmsUrl)
      await hold()
      await page.evaluate(() => window.lms.launch())
      await expect.poll(() => frame.locator('#player').evaluate(element => '__vue_app__' in element)).toBe(true)
      await driver.press('continue')
      expect((await now(page)).log.filter(([call]) => call === runTime.set)).toEqual([])
      await letGo()
      await expect.poll(async () => (await now(page)).location).toBe(lesson.screens[1]?.id)
      const left = await close(page)

      await hold()
      await page.evaluate(before => window.lms.launch(before), left)
      await expect(driver.player.getByRole('status').filter({ hasText: 'still on its way' })).toBeVisible()
      await expect(driver.screen()).toBeHidden()
      await driver.player.locator('[data-action="help"]').click()
      await expect(driver.player.getByRole('dialog')).toContainText('999')
      await page.keyboard.press('Escape')
      await letGo()
      await expect(driver.screen()).toHaveAttribute('data-screen', lesson.screens[1]?.id ?? '')
      await close(page)

      await hold()
      await page.evaluate(before => window.lms.launch(before), left)
      await expect(driver.screen()).toBeHidden()
      const { log } = await close(page)
      expect(log.filter(([call]) => call === runTime.terminate)).toHaveLength(1)
      expect(log.filter(([call]) => call === runTime.set)).toEqual([])
    })

    if (version === '1.2') test('what is pressed before the player is there counts once it is, once; leaving blanks the page at once', async ({
      page,
      host,
    }) => {
      /** Opens the lesson with its player held up, until what is given back is called. */
      async function launchEarly() {
        let letGo = () => {}
        const held = new Promise<void>(resolve => letGo = resolve)
        await page.route('**/player.js', async (route) => {
          await held
          await route.continue()
        })
        await page.goto(host.lmsUrl)
        await page.evaluate(() => void window.lms.launch())
        const frame = page.frameLocator('iframe')
        await expect.poll(() => frame.locator('html').evaluate(() => 'whosThereEarly' in window)).toBe(true)
        return { letGo, driver: new LessonDriver(frame, lesson), frame }
      }
      const { driver, letGo } = await launchEarly()
      await driver.action('continue').dblclick()
      expect(await driver.screenId()).toBe(lesson.screens[0]?.id)
      letGo()
      await expect(driver.screen()).toHaveAttribute('data-screen', lesson.screens[1]?.id ?? '')
      await expect.poll(async () => (await now(page)).location).toBe(lesson.screens[1]?.id)
      await page.unroute('**/player.js')

      const left = await launchEarly()
      await left.driver.player.locator('[data-action="leave"]').click()
      await expect(left.driver.player).toBeHidden()
      left.letGo()
      await expect(left.frame.locator('.hidden-page')).toBeVisible()
    })

    test('suspend data that was cut off is a fresh start, and takes nothing back', async ({ page, host }) => {
      await page.goto(host.lmsUrl)
      let driver = await launch(page)
      await driver.press('continue')
      const left = await close(page)
      driver = await launch(page, { ...left, suspend_data: left.suspend_data.slice(0, 20) })
      expect(await driver.screen().getAttribute('data-screen-type')).toBe('opening')
      await expect(driver.player.locator('[role="status"]')).toContainText('starts from the beginning')
    })

    test('few calls: at most 12 at launch and 6 a screen, one commit each', async ({ page, host }) => {
      await page.goto(host.lmsUrl)
      const driver = await launch(page)
      const launchCalls = (await now(page)).log
      expect(launchCalls.length).toBeLessThanOrEqual(12)
      await driver.press('continue')
      const screenCalls = async () => (await now(page)).log.slice(launchCalls.length)
      await expect.poll(async () => (await screenCalls()).filter(([call]) => call === runTime.commit)).toHaveLength(1)
      expect((await screenCalls()).length).toBeLessThanOrEqual(6)
    })

    test('asks nothing of any other server, runs no module, and breaks no rule of its own policy', async ({ page, host }) => {
      const origins = new Set<string>()
      const complaints: string[] = []
      page.on('request', request => origins.add(new URL(request.url()).origin))
      page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
      page.on('pageerror', error => complaints.push(error.message))
      await page.goto(host.lmsUrl)
      const driver = await launch(page)
      await driver.press('continue')
      await driver.press('continue').catch(() => driver.press('skip'))
      expect([...origins]).toEqual([new URL(host.lmsUrl).origin])
      expect(complaints).toEqual([])
      await expect(page.frameLocator('iframe').locator('script[type="module"]')).toHaveCount(0)
    })
  })

  // What the pupil sees does not depend on the version.
  if (version === '1.2') test(`SCORM ${version}: axe-core finds nothing on any screen`, async ({ page, host }) => {
    await page.goto(host.lmsUrl)
    await page.evaluate(() => window.lms.launch())
    const seen = new Set<string>()
    const driver = new LessonDriver(page.frameLocator('iframe'), lesson, {
      // Once a screen: the same components are looked at in every state in the app.
      look: async (screen) => {
        if (seen.has(screen)) return
        seen.add(screen)
        await expectAccessible(page, screen)
      },
    })
    await driver.screen().waitFor()
    await driver.goTo('ending')
    await driver.doScreen()
  })
}
