/**
 * The network goes while a lesson is open: it goes on to its end, pictures and all, also after a reload; and the next child on
 * the device finds nothing of it.
 */
import { expect, test, type BrowserContext, type Page } from '@playwright/test'
import { assign, assignmentsOf, today } from '../../../server/assignments/assignments.ts'
import { picturesOf } from '#activities/pictures'
import { markOf } from '../../../server/platform/database/event-marks.ts'
import type { PupilPictures } from '#shared/api/classes'
import { startStranger, type Stranger } from '../../support/network/stranger.ts'
import { goTo, untilAlive } from '../support/alive.ts'
import { expectAccessible } from '../support/axe.ts'
import { startClassServer, type ClassServer } from '../support/class-server.ts'
import { LessonDriver, readLesson } from '../support/lesson-driver.ts'
import { lessonId, lessonOn, play } from '../support/open-lesson.ts'

test.describe.configure({ mode: 'default' })
let server: ClassServer
let wire: Stranger
test.beforeAll(async () => {
  server = await startClassServer()
  wire = await startStranger(server.origin)
})
test.afterAll(async () => {
  await wire.stop()
  await server.stop()
})
test.afterEach(() => {
  Object.assign(wire, { meddle: null, newer: null })
})

/** No cable any more, and a browser that knows it. */
async function unplug(context: BrowserContext) {
  wire.meddle = { kind: 'nothing at all', paths: /./ }
  await context.setOffline(true)
}
async function plugIn(context: BrowserContext) {
  wire.meddle = null
  await context.setOffline(false)
}

/** Waits until the lesson has put what it needs on the device. */
async function untilKept(page: Page) {
  const count = picturesOf(await readLesson(lessonId)).length
  await page.waitForFunction(async (count) => {
    await navigator.serviceWorker.ready
    const kept = await (await caches.open('whos-there-lesson')).keys()
    return navigator.serviceWorker.controller !== null && kept.length >= count
  }, count)
}

/** Every address and every text that caches of ours hold. */
const cached = (page: Page) => page.evaluate(async () => {
  const found: { address: string, text: string }[] = []
  for (const name of await caches.keys()) {
    const cache = await caches.open(name)
    for (const request of await cache.keys())
      found.push({ address: new URL(request.url).pathname, text: (await (await cache.match(request))?.text()) ?? '' })
  }
  return found
})

async function driverOf(page: Page) {
  const driver = await lessonOn(page)
  await driver.screen().waitFor()
  return driver
}

test('a guest\'s lesson goes on to its end with its pictures, over a reload; then nothing of it is left', async ({ page, context }) => {
  await goTo(page, wire.origin + play)
  await untilKept(page)
  await unplug(context)
  let pictures = 0
  const driver = new LessonDriver(page, await readLesson(lessonId), {
    look: async (where) => {
      const shown = page.locator('main img')
      await expect
        .poll(
          () =>
            shown.evaluateAll(
              images =>
                images.filter(image => !((image as HTMLImageElement).complete && (image as HTMLImageElement).naturalWidth > 0)).length,
            ),
          where,
        )
        .toBe(0)
      pictures += await shown.count()
    },
  })
  await driver.goTo('our-secret')
  await page.reload()
  await untilAlive(page)
  await expect(driver.screen()).toHaveAttribute('data-screen', 'our-secret')
  await driver.goTo('ending')
  expect(pictures).toBeGreaterThan(5)
  await driver.finish()
  await expect(driver.screen()).toHaveAttribute('data-screen', 'over')
  await expect.poll(() => page.evaluate(() => caches.has('whos-there-lesson'))).toBe(false)
  expect(await page.evaluate(() => Object.keys(sessionStorage).filter(key => key.startsWith('whos-there:lesson')))).toEqual([])
  // With the network back, a page comes from the server, and never from what was kept.
  await plugIn(context)
  await page.goto(wire.origin + play)
  await expect(page.locator('#__NUXT_DATA__')).toHaveAttribute('data-ssr', 'true')
})

async function join(page: Page, pupil: PupilPictures, code: string) {
  await goTo(page, `${wire.origin}/join`)
  await page.getByRole('textbox', { name: 'Type your class code' }).fill(code)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: pupil.name }).click()
  for (const name of pupil.pictures) await page.getByRole('button', { name, exact: true }).click()
  await page.getByRole('button', { name: 'Go', exact: true }).click()
  await page.waitForURL('**/my')
  await untilAlive(page)
}

/** Gives the class of these pupils the lesson. @returns the assignment's id */
async function give(pupilId: string): Promise<string> {
  const { class_id: classId } = await server.db.selectFrom('pupil').select('class_id').where('id', '=', pupilId).executeTakeFirstOrThrow()
  const how = { classId, lessonIds: [lessonId], opensOn: today(), weekly: false, dueAfter: null, boosterWeeks: null }
  await assign(server.db, server.teacher, how)
  return (await assignmentsOf(server.db, server.teacher, classId))[0]?.id ?? ''
}

test('a server is updated in the middle of a lesson: nothing is lost or doubled, and what is kept for an outage becomes the new build\'s', async ({
  page,
}) => {
  const { code, pupils: [ali] } = await server.addClass('Update', ['Ali'])
  if (!ali) throw new Error('no pupil')
  await give(ali.id)
  /** Ids of moves, as the page sent them: some of them more than once. */
  const moves = new Set<string>()
  page.on('request', (request) => {
    if (!request.url().endsWith('/events')) return
    const { events } = request.postDataJSON() as { events: { id: string, change: { kind: string } }[] }
    for (const { id, change } of events) if (change.kind === 'arrived') moves.add(id)
  })
  await join(page, ali, code)
  await page.locator('[data-action="go"]').click()
  const driver = await driverOf(page)
  await untilKept(page)
  await driver.press('continue')
  const worker = await (await page.request.get(`${wire.origin}/service-worker.js`)).text()
  const [, revision = ''] = /url:[^{}]*"shell",revision:"(\w{12})"/.exec(worker) ?? []
  expect(revision).toHaveLength(12)
  const shells = () => page.evaluate(async () => {
    const kept = await Promise.all((await caches.keys()).map(async name => (await caches.open(name)).keys()))
    return kept.flat().flatMap(({ url }) => /\/shell\?__WB_REVISION__=(\w+)$/.exec(url)?.[1] ?? [])
  })
  await expect.poll(shells).toEqual([revision])

  await server.restart(async () => {
    await driver.goTo('our-secret')
    await expect(driver.player.locator('[data-saving="retrying"]')).toBeVisible()
  })
  wire.newer = { paths: /^\/service-worker\.js/, change: text => text.replaceAll(revision, 'the0new0one0') }
  const done = () => server.db.selectFrom('attempt').select(['state', 'heard']).where('pupil_id', '=', ali.id).executeTakeFirstOrThrow()
  await expect.poll(async () => (await done()).state).toContain('our-secret')
  await expect(driver.player.locator('[data-saving="retrying"]')).toBeHidden()

  // The tab of before goes on, and comes back to the lesson without a page of the new build.
  await page.goBack()
  await untilAlive(page)
  await page.locator('[data-action="go"]').click()
  await expect(driver.screen()).toHaveAttribute('data-screen', 'our-secret')
  await expect.poll(shells).toEqual(['the0new0one0'])
  const heard = (await done()).heard.match(/.{8}/g) ?? []
  expect(heard.sort()).toEqual([...moves].map(markOf).sort())
})

test('a class\'s lesson goes on after a reload, and is sent later; the next child on the device finds nothing of it', async ({
  page,
  context,
}) => {
  const {
    code,
    pupils: [ali, zoe],
  } = await server.addClass('Tablets', ['Ali-on-the-tablet', 'Zoë'])
  if (!ali || !zoe) throw new Error('no pupils')
  const address = `${wire.origin}/my/${await give(ali.id)}`
  const offline = page.getByRole('heading', { level: 1, name: 'We can\'t get through just now' })

  await join(page, ali, code)
  await page.locator('[data-action="go"]').click()
  const driver = await driverOf(page)
  await untilKept(page)
  await unplug(context)
  await driver.goTo('our-secret')
  await page.reload()
  await untilAlive(page)
  await expect(driver.screen()).toHaveAttribute('data-screen', 'our-secret')
  await expect(driver.player.locator('[data-saving="retrying"]')).toBeVisible()
  await plugIn(context)
  const kept = async () =>
    (await server.db.selectFrom('attempt').select('state').where('pupil_id', '=', ali.id).executeTakeFirst())?.state ?? ''
  // The sender waits longer after each try that failed.
  await expect.poll(kept).toContain('our-secret')

  // What is on the device names nobody, and holds no page and no answer of the server about anybody.
  const { title } = await readLesson(lessonId)
  const onDevice = await cached(page)
  expect(onDevice.map(({ address: path }) => path)).toContain('/shell')
  expect(onDevice.filter(({ address: path }) => /^\/(?:api|teach|my)\b/.test(path))).toEqual([])
  expect(onDevice.filter(({ text }) => text.includes(ali.name) || text.includes(ali.id) || text.includes(title))).toEqual([])
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain(ali.name)

  // In another tab, which is another visit, the device knows nothing.
  await unplug(context)
  const other = await context.newPage()
  await other.goto(address)
  await expect(other.getByRole('heading', { level: 1, name: 'We can\'t get through just now' })).toBeVisible()
  await expect(other.locator('.player')).toHaveCount(0)
  await other.close()

  await plugIn(context)
  await goTo(page, `${wire.origin}/my`)
  await page.locator('[data-action="not-you"]').click()
  await page.waitForURL('**/join')
  await expect.poll(() => page.evaluate(() => caches.has('whos-there-lesson'))).toBe(false)
  await unplug(context)
  await page.goto(address)
  await expect(offline).toBeVisible()
  await expectAccessible(page, 'no network')
  await expect(page.locator('.player')).toHaveCount(0)

  await plugIn(context)
  await join(page, zoe, code)
  await page.locator('[data-action="go"]').click()
  const second = await driverOf(page)
  await expect(second.screen()).toHaveAttribute('data-screen-type', 'opening')
  await untilKept(page)
  await unplug(context)
  await page.reload()
  await untilAlive(page)
  await expect(second.screen()).toHaveAttribute('data-screen-type', 'opening')
})

test('a sign-in page of a network is not kept in the place of a lesson\'s pictures or scripts, and it all goes after a day or with Clear this device', async ({
  page,
}) => {
  wire.meddle = { kind: '200 with a page', paths: /^\/(?:pictures\/|shell|_i18n)/ }
  await goTo(page, wire.origin + play)
  await expect.poll(() => page.evaluate(() => caches.has('whos-there-lesson'))).toBe(true)
  await expect.poll(() => wire.meddled).toBeGreaterThan(3)
  expect((await cached(page)).filter(({ text }) => text.includes('SchoolNet'))).toEqual([])
  wire.meddle = null
  const names = () => page.evaluate(() => caches.keys())
  await page.reload()
  await untilAlive(page)
  await untilKept(page)
  await page.evaluate(async () =>
    (await caches.open('whos-there-opened')).put(
      '/opened',
      new Response('', { headers: { date: new Date(Date.now() - 25 * 60 * 60_000).toUTCString() } }),
    ),
  )
  await page.goto(`${wire.origin}/help`)
  await expect.poll(names).toEqual([])
  await goTo(page, wire.origin + play)
  await untilKept(page)
  await goTo(page, `${wire.origin}/privacy`)
  await page.locator('[data-action="clear-device"]').click()
  await expect(page.getByText('No lesson and no random number is kept on this device now')).toBeVisible()
  await expect.poll(async () => [await names(), await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)])
    .toEqual([[], 0])
})
