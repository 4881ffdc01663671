/**
 * A network's sign-in page, a filter or a proxy answers in our server's place: nothing is lost, nothing is doubled, nobody is
 * signed in or out by it, and when it has gone all of it arrives.
 */
import 'fake-indexeddb/auto'
import { expect, test, type Page } from '@playwright/test'
import { readLibrary } from '../../../server/content/library/library.ts'
import { folderSource } from '../../../server/content/sources/folder-source.ts'
import { assign, assignmentsOf, today } from '../../../server/assignments/assignments.ts'
import { markOf } from '../../../server/platform/database/event-marks.ts'
import { askForFile, askServer } from '../../../utils/ask-server.ts'
import { deviceOutbox, keyAt } from '../../../utils/class-work/class-outbox.ts'
import { sendWaiting, type Post } from '../../../utils/class-work/class-sender.ts'
import { startStranger, strangerKinds, type Stranger, type StrangerKind } from '../../support/network/stranger.ts'
import { goTo, untilAlive } from '../support/alive.ts'
import { expectAccessible } from '../support/axe.ts'
import { startClassServer, type ClassServer } from '../support/class-server.ts'
import { lessonOn } from '../support/open-lesson.ts'

const { lessons } = await readLibrary(folderSource('content'))
const hasCheck = ({ value: { screens } }: (typeof lessons)[number]) => screens.some(({ type }) => type === 'check')
// One with a check before where there is any, since that has a sender of its own.
const file = lessons.find(hasCheck) ?? lessons[0]
if (!file) throw new Error('no lesson')
const { id: lessonId, screens } = file.value
const givesCheck = hasCheck(file)
/** A screen in the middle. */
const middle = screens[4]?.id ?? ''
/** Milliseconds that a call waits here for an answer without an end. */
const PATIENCE = 150

test.describe.configure({ mode: 'default' })
let server: ClassServer
let stranger: Stranger
test.beforeAll(async () => {
  server = await startClassServer()
  stranger = await startStranger(server.origin)
})
test.afterAll(async () => {
  await stranger.stop()
  await server.stop()
})
test.afterEach(() => {
  stranger.meddle = null
})

/** A class of one with a lesson to do. */
async function pupilWithLesson(name: string) {
  const { code, pupils: [pupil] } = await server.addClass(name, ['Ali'])
  if (!pupil) throw new Error('no pupil')
  const { class_id: classId } = await server.db.selectFrom('pupil').select('class_id').where('id', '=', pupil.id).executeTakeFirstOrThrow()
  await assign(server.db, server.teacher, {
    classId,
    lessonIds: [lessonId],
    opensOn: today(),
    weekly: false,
    dueAfter: null,
    boosterWeeks: null,
  })
  const [assignment] = await assignmentsOf(server.db, server.teacher, classId)
  return { code, pupil, assignmentId: assignment?.id ?? '' }
}

test('the sender keeps what waits through every kind of stranger, before or after the server has heard it, and all of it arrives once', async () => {
  const { code, pupil, assignmentId } = await pupilWithLesson('Sender')
  const joined = await fetch(`${server.origin}/api/join`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ classCode: code, pupilId: pupil.id, pictures: pupil.pictures }),
  })
  const cookie = joined.headers
    .getSetCookie()
    .map(one => one.split(';')[0])
    .join('; ')
  const post: Post = async (path, body) => {
    // Only what never ends is not waited for: a busy machine is no stranger.
    const within = stranger.meddle?.kind === 'never an end' && stranger.meddle.paths.test(path) ? PATIENCE : 20_000
    const response = await askServer(
      stranger.origin + path,
      { method: 'POST', headers: { 'Content-Type': 'application/json', Cookie: cookie }, body: JSON.stringify(body) },
      { within },
    )
    return { status: response.status, body: (await response.json().catch(() => undefined)) as unknown }
  }
  const outbox = deviceOutbox()
  let count = 0
  for (const kind of strangerKinds) {
    for (const paths of givesCheck ? [/\/events$/, /\/check$/] : [/\/events$/]) {
      for (const after of [false, true]) {
        const where = `${kind}, at ${paths.source}, ${after ? 'after' : 'before'} the server`
        const keys = (givesCheck ? [0, 1] : [0]).map(index => keyAt(Date.UTC(2026, 10, 1), count + index, 'e'))
        await outbox.add({
          key: keys[0] ?? '',
          pupilId: pupil.id,
          assignmentId,
          waiting: { kind: 'event', event: { id: `e-${count}`, change: { kind: 'arrived', screen: middle } } },
        })
        if (givesCheck) await outbox.add({
          key: keys[1] ?? '',
          pupilId: pupil.id,
          assignmentId,
          waiting: { kind: 'check', id: `c-${count}`, form: 'before', answers: {} },
        })
        count += 2
        stranger.meddle = { kind, paths, after }
        const already = stranger.meddled
        expect(await sendWaiting(outbox, pupil.id, post), where).toBe('later')
        expect(stranger.meddled, where).toBe(already + 1)
        const left = (await deviceOutbox().of(pupil.id)).map(({ key }) => key)
        expect(left, where).toEqual(paths.test('/check') ? keys.slice(1) : keys)
        stranger.meddle = null
        expect(await sendWaiting(outbox, pupil.id, post), where).toBe('sent')
        expect(await deviceOutbox().of(pupil.id), where).toEqual([])
      }
    }
  }
  const { heard } = await server.db.selectFrom('attempt').select('heard').where('pupil_id', '=', pupil.id).executeTakeFirstOrThrow()
  expect(heard).toBe(Array.from({ length: count / 2 }, (_, index) => markOf(`e-${index * 2}`)).join(''))
  // Given sixty times, counted once.
  const tallies = await server.db.selectFrom('tally').select('count').where('assignment_id', '=', assignmentId).execute()
  expect(tallies.length > 0).toBe(givesCheck)
  expect([...new Set(tallies.map(row => Number(row.count)))]).toEqual(givesCheck ? [1] : [])
})

const calls: readonly (readonly [string, RequestInit?])[] = [
  ['/api/join/class', { method: 'POST', body: JSON.stringify({ code: 'KTR-482' }) }],
  ['/api/join', { method: 'POST', body: JSON.stringify({ key: 'no', pictures: ['fish', 'duck', 'frog'] }) }],
  ['/api/join/leave', { method: 'POST', body: '{}' }],
  ['/api/my'], ['/api/my/assignments/none'], [`/api/lessons/${lessonId}`], ['/api/help?age=adults'],
  ['/api/setup'], ['/api/setup', { method: 'POST', body: '{}' }], ['/api/auth/me'],
  ['/api/auth/sign-in', { method: 'POST', body: JSON.stringify({ email: 'nobody@oakfield.example', password: 'wrong' }) }],
  ['/api/auth/sign-out', { method: 'POST', body: '{}' }],
  ['/api/classes'], ['/api/classes', { method: 'POST', body: JSON.stringify({ name: '6A' }) }], ['/api/assignments?class=none'],
  ['/api/export/summary', { method: 'POST', body: '{}' }],
]

test('every other call of a pupil or a teacher knows a stranger\'s answer, and the server\'s own when it comes', async () => {
  for (const [path, init] of calls) {
    const ask = (within: number) =>
      askServer(stranger.origin + path, { ...init, headers: { 'Content-Type': 'application/json' } }, { within })
    for (const kind of strangerKinds) {
      stranger.meddle = { kind, paths: /./ }
      const answer = await ask(PATIENCE)
      expect([answer.status, await answer.json()], `${kind} at ${path}`).toEqual([
        503,
        expect.objectContaining({ data: { reason: 'no-answer' } }),
      ])
    }
    stranger.meddle = null
    const answer = await ask(10_000)
    expect(JSON.stringify(await answer.json().catch(() => '')), path).not.toContain('"reason":"no-answer"')
  }
})

test('nobody else\'s page is taken for a file of ours', async () => {
  const ask = async () => {
    let bytes = 0
    const answer = await askForFile(
      `${stranger.origin}/api/export?lesson=${lessonId}&format=scorm12`,
      {},
      part => void (bytes += part.length),
      { within: stranger.meddle ? PATIENCE : 10_000 },
    ).catch(() => null)
    return { isFile: answer?.body === null && answer.status === 200, bytes }
  }
  for (const kind of strangerKinds.filter(one => one !== 'half a body')) {
    stranger.meddle = { kind, paths: /./ }
    expect(await ask(), String(kind)).toEqual({ isFile: false, bytes: 0 })
  }
  stranger.meddle = null
  expect((await ask()).bytes).toBeGreaterThan(10_000)
})

const inBrowser: readonly StrangerKind[] = ['200 with a page', '200 with JSON of another shape', '302 to another host', 404]

/** A pupil comes in. @param kinds who answers first, each once */
async function signIn(page: Page, code: string, pictures: readonly string[], kinds: readonly StrangerKind[] = []) {
  await goTo(page, `${stranger.origin}/join`)
  await page.getByRole('textbox', { name: 'Type your class code' }).fill(code)
  const go = page.getByRole('button', { name: 'Go', exact: true })
  const offline = page.getByRole('alert').filter({ hasText: 'can\'t reach the class right now' })
  for (const kind of kinds) {
    stranger.meddle = { kind, paths: /^\/api\// }
    await go.click()
    await expect(offline, String(kind)).toBeVisible()
  }
  stranger.meddle = null
  await go.click()
  await page.getByRole('button', { name: 'Ali' }).click()
  for (const name of pictures) await page.getByRole('button', { name, exact: true }).click()
  for (const kind of kinds) {
    stranger.meddle = { kind, paths: /^\/api\// }
    await go.click()
    await expect(offline, String(kind)).toBeVisible()
  }
  stranger.meddle = null
  // What was tapped is still there.
  await go.click()
  await page.waitForURL('**/my')
  await untilAlive(page)
}

test('a pupil in a browser is told calmly, goes on, and nothing of theirs is lost', async ({ page }) => {
  const { code, pupil, assignmentId } = await pupilWithLesson('Browser')
  await signIn(page, code, pupil.pictures, inBrowser)
  await page.locator('[data-action="go"]').click()
  const driver = await lessonOn(page, lessonId)
  const waiting = () => page.evaluate(() => new Promise<number>((resolve) => {
    const opening = indexedDB.open('whos-there-outbox')
    opening.onsuccess = () => {
      const counting = opening.result.transaction('waiting').objectStore('waiting').count()
      counting.onsuccess = () => resolve(counting.result)
    }
  }))
  for (const kind of inBrowser) {
    stranger.meddle = { kind, paths: /^\/api\// }
    await driver.doScreen()
    await driver.press('continue')
    await expect(driver.player.locator('[data-saving="retrying"]'), String(kind)).toBeVisible()
    await expect.poll(waiting, String(kind)).toBeGreaterThan(0)
    stranger.meddle = null
    await driver.player.locator('[data-action="save-again"]').click()
    await expect(driver.player.locator('[data-saving]'), String(kind)).toHaveCount(0)
    await expect.poll(waiting, String(kind)).toBe(0)
  }
  const place = await driver.screenId()
  const { state } = await server.db
    .selectFrom('attempt')
    .select('state')
    .where('assignment_id', '=', assignmentId)
    .executeTakeFirstOrThrow()
  expect(state).toContain(place)

  await goTo(page, `${stranger.origin}/my`)
  for (const kind of inBrowser) {
    stranger.meddle = { kind, paths: /^\/api\// }
    await page.locator('[data-action="not-you"]').click()
    await expect(page.getByText('You could not be signed out'), String(kind)).toBeVisible()
  }
  // The tab remembers the lesson, so it goes on all the same.
  await page.locator('[data-action="go"]').click()
  await expect(driver.screen()).toHaveAttribute('data-screen', place)
  // What it does not remember: what is in the way is said, and no fault is.
  await page.evaluate(() => sessionStorage.clear())
  stranger.meddle = null
  await goTo(page, `${stranger.origin}/my`)
  stranger.meddle = { kind: '302 to another host', paths: /^\/api\// }
  await page.locator('[data-action="go"]').click()
  await expect(page.getByRole('heading', { level: 1, name: 'We can\'t get through just now' })).toBeVisible()
  await expect(page.locator('body')).not.toContainText('Your LMS')
  stranger.meddle = null
  await page.locator('[data-action="again"]').click()
  await expect(driver.screen()).toHaveAttribute('data-screen', place)
})

test('a teacher in a browser is told what to do; no block page is saved as a package', async ({ page }) => {
  await goTo(page, `${stranger.origin}/teach/sign-in`)
  await page.getByLabel('E-mail address').fill('ada@oakfield.example')
  await page.getByLabel('Password', { exact: true }).fill('lamp otter violin mud')
  for (const kind of inBrowser) {
    stranger.meddle = { kind, paths: /^\/api\// }
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'The server cannot be reached' }), String(kind)).toBeVisible()
    await expect(page.getByLabel('E-mail address')).toHaveValue('ada@oakfield.example')
  }
  stranger.meddle = null
  await goTo(page, `${stranger.origin}/export`)
  let saved = 0
  page.on('download', () => saved++)
  const download = page.locator('[data-action="download"]')
  await expect(download).toBeEnabled()
  for (const kind of [...inBrowser, 'half a body'] as const) {
    stranger.meddle = { kind, paths: /^\/api\// }
    await download.click()
    await expect(page.locator('.result .state .issue'), String(kind)).toBeVisible()
  }
  expect(saved).toBe(0)
  stranger.meddle = null
  const [file] = await Promise.all([page.waitForEvent('download'), download.click()])
  expect(file.suggestedFilename()).toMatch(/\.zip$/)
})

test('a pupil whose session has ended is asked to come in again; what waits is sent when they have', async ({ page }) => {
  const { code, pupil, assignmentId } = await pupilWithLesson('Ended')
  await signIn(page, code, pupil.pictures)
  await page.locator('[data-action="go"]').click()
  const driver = await lessonOn(page, lessonId)
  await server.db.deleteFrom('pupil_session').where('pupil_id', '=', pupil.id).execute()
  await driver.press('continue')
  const place = await driver.screenId()
  await expect(driver.player.locator('[data-saving="signed-out"]')).toContainText('please come in again')
  await expectAccessible(page, 'a session that has ended')
  await driver.player.locator('[data-action="come-in"]').click()
  await page.waitForURL('**/join')
  await untilAlive(page)
  await page.getByRole('textbox', { name: 'Type your class code' }).fill(code)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Ali' }).click()
  for (const name of pupil.pictures) await page.getByRole('button', { name, exact: true }).click()
  await page.getByRole('button', { name: 'Go', exact: true }).click()
  await page.waitForURL('**/my')
  const kept = async () =>
    (await server.db.selectFrom('attempt').select('state').where('assignment_id', '=', assignmentId).executeTakeFirst())?.state ?? ''
  await expect.poll(kept).toContain(place)
})

test('a lesson that the teacher closes under a pupil: its work waits, they are told, and its page is no fault', async ({ page }) => {
  const { code, pupil, assignmentId } = await pupilWithLesson('Closed')
  await signIn(page, code, pupil.pictures)
  await page.locator('[data-action="go"]').click()
  const driver = await lessonOn(page, lessonId)
  const close = (closedAt: string | null) =>
    server.db.updateTable('assignment').set({ closed_at: closedAt }).where('id', '=', assignmentId).execute()
  await close(new Date().toISOString())
  await driver.press('continue')
  const place = await driver.screenId()
  await expect(driver.player.locator('[data-saving="closed"]')).toContainText('for two days')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'This lesson is closed' })).toBeVisible()
  await expect(page.locator('body')).not.toContainText(/wrong on our side|Your LMS/)
  await expectAccessible(page, 'a lesson that is closed')
  await page.getByRole('link', { name: 'Back to my lessons' }).click()
  await expect(page.locator('[data-note="closed"]')).toBeVisible()
  await expectAccessible(page, 'work that waits for a closed lesson')
  await close(null)
  await page.reload()
  await expect(page.locator('[data-action="go"]')).toBeVisible()
  await expect(page.locator('[data-note="closed"]')).toHaveCount(0)
  const kept = async () => (await server.db.selectFrom('attempt').select('state').where('assignment_id', '=', assignmentId).executeTakeFirst())?.state ?? ''
  await expect.poll(kept).toContain(place)
})

test('a tab that was left behind takes nobody back', async ({ page, context }) => {
  const { code, pupil } = await pupilWithLesson('Tabs')
  await signIn(page, code, pupil.pictures)
  const tabs = []
  for (const tab of [page, await context.newPage()]) {
    await goTo(tab, `${stranger.origin}/my`)
    await tab.locator('[data-action="go"]').click()
    const driver = await lessonOn(tab, lessonId)
    await driver.screen().waitFor()
    tabs.push({ tab, driver })
  }
  const [ahead, behind] = tabs
  if (!ahead || !behind) throw new Error('two tabs')
  await ahead.driver.goTo(middle)
  const kept = () => server.db.selectFrom('attempt').select('state').where('pupil_id', '=', pupil.id).executeTakeFirst()
  await expect.poll(async () => (await kept())?.state).toContain(middle)
  const isTold = (tab: Page) => tab.waitForResponse(response => response.url().endsWith('/events') && response.ok())
  const told = isTold(behind.tab)
  await behind.driver.press('continue')
  await told
  await behind.tab.reload()
  await expect(behind.driver.screen()).toHaveAttribute('data-screen', middle)
})
