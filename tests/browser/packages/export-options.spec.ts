/** What an exporting school chooses, as pupils and the LMS then meet it: built packages in Chromium under scorm-again. */
import { expect, test as base, type Page } from '@playwright/test'
import type { PackageFormat } from '#shared/scorm/package-format'
import type { Kept } from '../../support/lms/lms.d.ts'
import { builtPackage, hostPackage, type PackageHost } from '../../support/packages/package-host.ts'
import { hasTakenOver } from '../../support/packages/taken-over.ts'
import { LessonDriver, readLesson } from '../support/lesson-driver.ts'
import { PNG } from '../support/logo.ts'

const lessonId = 'lying-online-9-11'
type Options = Parameters<typeof builtPackage>[2]

interface Hosting {
  host: (format: PackageFormat, options?: Options, lessons?: string | string[], locales?: string[]) => Promise<PackageHost>
}

const test = base.extend<Hosting>({
  host: async ({}, use) => { // eslint-disable-line no-empty-pattern -- Playwright reads the fixtures from this pattern
    const hosts: PackageHost[] = []
    await use(async (format, options = {}, lessons = lessonId, locales = ['en']) => {
      const host = await hostPackage(await builtPackage(lessons, format, options, locales), format === 'scorm12' ? '1.2' : '2004')
      hosts.push(host)
      return host
    })
    await Promise.all(hosts.map(host => host.close()))
  },
})

async function launch(page: Page, before?: Kept, source = '/package/index.html', id = lessonId) {
  await page.evaluate(([saved, from]) => window.lms.launch(saved, { source: from }), [before, source] as const)
  const driver = new LessonDriver(page.frameLocator('iframe'), await readLesson(id))
  await driver.screen().waitFor()
  await expect.poll(() => page.frameLocator('iframe').locator('#player').evaluate(hasTakenOver)).toBe(true)
  return driver
}
const close = (page: Page) => page.evaluate(() => window.lms.close())
const now = (page: Page) => page.evaluate(() => window.lms.now())

const png = `data:image/png;base64,${PNG}`

test('the school\'s name, logo and safeguarding contact are shown as they were written', async ({ page, host }) => {
  const name = 'St. <b>"Mary\'s"</b> & Sons 😀'
  const { lmsUrl } = await host('scorm12', { school: { name, logo: png }, help: { nation: 'wales', contact: 'Mrs Khan <room> 12 & 13' } })
  await page.goto(lmsUrl)
  const driver = await launch(page)
  await expect(driver.screen()).toContainText(name)
  const logo = driver.screen().locator('.school img')
  await expect(logo).toBeVisible()
  await expect(logo).toHaveJSProperty('naturalWidth', 1)
  await driver.player.locator('[data-action="help"]').click()
  const help = page.frameLocator('iframe').getByRole('dialog')
  await expect(help).toContainText('Mrs Khan <room> 12 & 13')
  await expect(help).toContainText('Meic')
})

test('a limited number of goes: below the mark on the last one the quiz is over, kindly, and the LMS has the result', async ({
  page,
  host,
}) => {
  const { lmsUrl } = await host('scorm2004-4', { goes: 1 })
  await page.goto(lmsUrl)
  const driver = await launch(page)
  await driver.skipTo('quiz')
  await driver.doQuiz('wrong')
  await expect(driver.action('retry')).toHaveCount(0)
  expect(await driver.player.textContent()).not.toMatch(/fail/i)
  await driver.press('continue')
  const end = await close(page)
  expect(end).toMatchObject({ success_status: 'failed', completion_status: 'incomplete', score: { raw: '0' } })
})

test('completion by seeing every screen, without a pass mark: completed at the last screen, with the score', async ({ page, host }) => {
  const { lmsUrl } = await host('scorm12', { completion: 'screens', passMark: null })
  await page.goto(lmsUrl)
  const driver = await launch(page)
  await driver.skipTo('quiz')
  await driver.doQuiz('right')
  expect((await now(page)).lesson_status).toBe('incomplete')
  await driver.press('continue')
  await expect(driver.player).toHaveAttribute('data-status', 'completed')
  expect(await close(page)).toMatchObject({ lesson_status: 'completed', score: { raw: '100' } })
})

for (const format of ['scorm12', 'scorm2004-3', 'scorm2004-4'] as const) {
  test(`${format}: with single answers, the LMS gets each one once over two visits and finds no error in the whole run`, async ({
    page,
    host,
  }) => {
    const { lmsUrl } = await host(format, { interactions: true })
    const is12 = format === 'scorm12'
    const answers = (kept: Kept) =>
      kept.log.filter(([, args]) => /^cmi\.interactions\.\d+\.id$/.test(args[0] ?? '')).map(([, args]) => args)
    await page.goto(lmsUrl)
    let driver = await launch(page)
    await driver.skipTo('quiz')
    await driver.doQuiz('right', 4)
    const first = await close(page)
    expect(answers(first).map(([element]) => element)).toEqual([0, 1, 2, 3].map(index => `cmi.interactions.${index}.id`))

    driver = await launch(page, first)
    await driver.doQuiz('right')
    await driver.press('continue')
    const before = (await now(page)).log.length
    await driver.finish()
    await driver.player.locator('[data-screen="over"]').waitFor()
    const end = await close(page)
    expect(answers(end)).toHaveLength(2)
    expect(new Set([...answers(first), ...answers(end)].map(([, id]) => id)).size).toBe(6)
    expect(end.log.length - before).toBeLessThanOrEqual(16)
    expect(end).toMatchObject({ [is12 ? 'lesson_status' : 'success_status']: 'passed', score: { raw: '100' } })
    // 403: a value that nobody has set yet, which is how 2004 says that there is no passing score.
    const complaints = [...first.log, ...end.log].filter(
      ([call, , , error]) => !['0', '', ...(call === 'GetValue' ? ['403'] : [])].includes(error),
    )
    expect(complaints).toEqual([])
    for (const result of end.log.filter(([, args]) => /interactions\.\d+\.result$/.test(args[0] ?? '')))
      expect(result[1][1]).toBe('correct')
  })
}

test('several languages: the pupil chooses one inside the lesson, goes on in it, and finds it again', async ({ page, host }) => {
  const { lmsUrl } = await host('scorm12', {}, lessonId, ['en', 'cy'])
  await page.goto(lmsUrl)
  let driver = await launch(page)
  await driver.screen().locator('[data-action="language"]').selectOption('cy')
  await expect(driver.screen().locator('h1')).toContainText('Cymraeg:')
  await expect(page.frameLocator('iframe').locator('html')).toHaveAttribute('lang', 'cy')
  await driver.press('continue')
  await expect(driver.screen().locator('h1')).toContainText('Cymraeg:')
  const screen = await driver.screenId()
  driver = await launch(page, await close(page))
  await expect(driver.screen().locator('h1')).toContainText('Cymraeg:')
  expect(await driver.screenId()).toBe(screen)
})

test('a course: each lesson is a SCO of its own in its folder, with the shared player and pictures', async ({ page, host }) => {
  const ids = ['lying-online-9-11', 'sharing-images-9-11', 'meeting-strangers-9-11']
  const { lmsUrl } = await host('scorm2004-3', { course: { order: 'in-order' } }, ids)
  const complaints: string[] = []
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  await page.goto(lmsUrl)
  for (const id of ids) {
    const driver = await launch(page, undefined, `/package/${id}/index.html`, id)
    await expect(driver.player).toHaveAttribute('data-lesson', id)
    await expect(driver.screen().locator('.stage-panel :is(svg, img)').first()).toBeVisible()
    await driver.skipTo('quiz')
    await driver.doQuiz('wrong')
    await driver.finish()
    await expect(driver.player).toHaveAttribute('data-status', 'failed')
    // Or the next lesson of a course in order would stay shut.
    expect(await close(page)).toMatchObject({ completion_status: 'completed', success_status: 'failed' })
  }
  expect(complaints).toEqual([])
})

test('after Finish: a link to the school\'s own address, or a wish to the platform', async ({ page, host }) => {
  const linked = await host('scorm12', { finish: { to: 'address', address: 'https://school.example/class', label: 'Back to our class' } })
  await page.goto(linked.lmsUrl)
  let driver = await launch(page)
  await driver.skipTo('ending')
  await driver.finish()
  await expect(driver.player.locator('[data-action="return"]')).toHaveAttribute('href', 'https://school.example/class')
  await expect(driver.player.locator('[data-action="return"]')).toHaveText('Back to our class')

  const asking = await host('scorm2004-4', { finish: { to: 'platform' } })
  await page.goto(asking.lmsUrl)
  driver = await launch(page)
  await driver.skipTo('ending')
  await driver.finish()
  await expect(driver.player.locator('[data-screen="over"]')).toBeVisible()
  expect(
    (await close(page)).log.filter(([call, args]) => call === 'SetValue' && args[0] === 'adl.nav.request').map(([, args]) => args[1]),
  ).toEqual(['exitAll'])
})

test('the admins\' view opens with its keys and its query, shows calls and values, and no pupil loads it', async ({ page, host }) => {
  const { lmsUrl } = await host('scorm12')
  const scripts: string[] = []
  page.on('request', request => request.url().endsWith('.js') && scripts.push(new URL(request.url()).pathname))
  await page.goto(lmsUrl)
  const driver = await launch(page)
  await driver.press('continue')
  expect(scripts).not.toContain('/package/admin.js')
  await page.keyboard.press('Control+Alt+Shift+KeyD')
  const view = page.frameLocator('iframe').locator('[data-admin]')
  await expect(view).toContainText('LMSInitialize()')
  await expect(view).toContainText('cmi.core.lesson_status')
  await expect(view).toContainText(lessonId)
  await page.keyboard.press('Escape')
  await expect(view).toHaveCount(0)
  await close(page)
  await launch(page, undefined, '/package/index.html?admin')
  await expect(view).toBeVisible()
})

test('a web package needs no LMS, says nothing of one, and begins with a list where it has several lessons', async ({ page, host }) => {
  const one = await host('web')
  await page.clock.install()
  await page.goto(one.packageUrl)
  const driver = new LessonDriver(page, await readLesson(lessonId))
  await driver.press('continue')
  // Longer than the search for an LMS.
  await page.clock.runFor(10_000)
  await expect(driver.player.locator('[data-saving]')).toHaveCount(0)
  await driver.skipTo('ending')
  await driver.finish()
  await expect(driver.player.locator('[data-screen="over"]')).not.toContainText('saved')

  const many = await host('web', {}, [lessonId, 'sharing-images-9-11'])
  await page.goto(many.packageUrl)
  await page.getByRole('link').nth(1).click()
  await expect(page.locator('.player')).toHaveAttribute('data-lesson', 'sharing-images-9-11')
})
