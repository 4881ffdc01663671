/** A class's lesson from end to end: the teacher gives it, a pupil takes it over a lost network and a second device, the board follows. */
import { readFileSync } from 'node:fs'
import { expect, test, type Browser, type Page } from '@playwright/test'
import type { School } from '#shared/api/school/school'
import { settingsOf } from '#shared/api/school/school-settings'
import type { PupilPictures } from '#shared/api/classes'
import { goTo, untilAlive } from '../support/alive.ts'
import { addPupilsTo } from '../support/class-list.ts'
import { expectAccessible, expectAccessibleAaa } from '../support/axe.ts'
import { readLesson } from '../support/lesson-driver.ts'
import { lessonId, lessonOn } from '../support/open-lesson.ts'
import { startSchoolServer, type SchoolServer } from '../support/school-server.ts'

test.describe.configure({ mode: 'default' })
let school: SchoolServer
let teacher: Page
let classId = ''
let code = ''
let pupils: readonly PupilPictures[] = []

test.beforeAll(async ({ browser }) => {
  school = await startSchoolServer()
  teacher = await school.setUp(browser)
  classId = (await (await teacher.request.post('/api/classes', { data: { name: '5B' } })).json() as { id: string }).id
  pupils = await addPupilsTo(teacher.request, classId, ['Ali', 'Zoë', 'Maya'])
  await teacher.request.put(`/api/classes/${classId}/open`, { data: { minutes: 60 } })
  code = (await (await teacher.request.get(`/api/classes/${classId}`)).json() as { code: string }).code
})
test.afterAll(() => school.stop())

/** A device on which a pupil is signed in. */
async function deviceOf(browser: Browser, name: string, viewport = { width: 1366, height: 768 }) {
  const pupil = pupils.find(candidate => candidate.name === name)
  const page = await (await browser.newContext({ baseURL: school.address, viewport })).newPage()
  const response = await page.request.post('/api/join', { data: { classCode: code, pupilId: pupil?.id, pictures: pupil?.pictures } })
  expect(response.status()).toBe(200)
  return page
}

/** A class of its own that has the lesson and is open. */
async function classOf(names: readonly string[]) {
  const { id } = await (await teacher.request.post('/api/classes', { data: { name: `Class of ${names.join()}` } })).json() as { id: string }
  const added = await addPupilsTo(teacher.request, id, names)
  await teacher.request.put(`/api/classes/${id}/open`, { data: { minutes: 60 } })
  await teacher.request.post('/api/assignments', {
    data: { classIds: [id], lessonIds: [lessonId], opensOn: '2026-01-05', weekly: false, dueAfter: null, boosterWeeks: null },
  })
  return { classId: id, pupils: added, code: (await (await teacher.request.get(`/api/classes/${id}`)).json() as { code: string }).code }
}

/** What the server tells a device of the pupil's one lesson. */
async function stateOf(page: Page): Promise<string> {
  const { assignments: [mine] } = await (await page.request.get('/api/my')).json() as { assignments: { id: string }[] }
  return (await (await page.request.get(`/api/my/assignments/${mine?.id ?? ''}/state`)).json() as { state: string }).state
}

async function openLesson(page: Page) {
  await goTo(page, '/my')
  await page.locator('[data-action="go"]').click()
  const driver = await lessonOn(page)
  await driver.screen().waitFor()
  return driver
}

/** A pupil's chip on the board. */
const cellOf = (name: string) => teacher.locator('.chips li', { hasText: name })
/** The class's own page. */
const classPage = () => `/teach/classes/${classId}`

test('the teacher gives a lesson in a minute, and sees the plan before anything is sent', async () => {
  await teacher.goto(`/teach/classes/${classId}/assign`)
  const sheet = teacher.getByRole('dialog', { name: 'Assign' })
  await expect(sheet).toBeVisible()
  for (const width of [360, 768, 1366]) {
    await teacher.setViewportSize({ width, height: 768 })
    await expectAccessible(teacher, `assign at ${width}`)
    await expect.poll(() => teacher.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  }
  await untilAlive(teacher)
  const title = (await readLesson(lessonId)).title
  await teacher.getByRole('checkbox', { name: title }).check()
  await expect(sheet.locator('.plan li')).toHaveCount(2)
  await expect(sheet.locator('[data-review]')).toContainText('Awaiting expert review. Please have your safeguarding lead')
  await sheet.locator('[data-action="assign"]').click()
  await expect(sheet).toBeHidden()
  await expect(teacher.locator('[data-assignment] h3', { hasText: title }).first()).toBeVisible()
  // Whatever day it is today, pupils are at it in what follows.
  const { assignments } = await (await teacher.request.get(`/api/assignments?class=${classId}`)).json() as { assignments: { id: string, kind: string }[] }
  const given = assignments.find(({ kind }) => kind === 'lesson')
  await teacher.request.patch(`/api/assignments/${given?.id}`, { data: { opensOn: '2026-01-05', dueOn: null } })
  await teacher.goto(`/teach/classes/${classId}/board`)
  await expect(cellOf('Ali')).toHaveAttribute('data-progress', 'not-started')
  await expect(teacher.getByRole('heading', { level: 1, name: '5B' })).toBeVisible()
})

test('a pupil finds the help of the nation that the school has chosen, and of no other', async ({ browser }) => {
  const settings = settingsOf(await (await teacher.request.get('/api/school')).json() as School)
  const choose = (nation: string) => teacher.request.put('/api/school', { data: { ...settings, nation } })
  const routesOf = async (page: Page) => {
    const { assignments: [mine] } = await (await page.request.get('/api/my')).json() as { assignments: { id: string }[] }
    const { help } = await (await page.request.get(`/api/my/assignments/${mine?.id ?? ''}`)).json() as { help: { id: string }[] }
    return help.map(({ id }) => id)
  }
  const page = await deviceOf(browser, 'Maya')
  expect(await routesOf(page)).not.toContain('meic')
  expect((await choose('wales')).status()).toBe(200)
  expect(await routesOf(page)).toContain('meic')
  expect((await choose('mars')).status()).toBe(400)
  await choose('uk')
  expect(await routesOf(page)).not.toContain('meic')
  await page.context().close()
})

test('a lesson that the class has is not given again without a word: the teacher decides, and the plan says what really comes', async () => {
  await goTo(teacher, `/teach/classes/${classId}/assign`)
  await teacher.getByRole('checkbox', { name: (await readLesson(lessonId)).title }).check()
  const sheet = teacher.getByRole('dialog', { name: 'Assign' })
  const give = sheet.locator('[data-action="assign"]')
  await expect(give).toHaveAttribute('aria-disabled', 'true')
  await expect(sheet.locator('.plan li')).toHaveCount(0)
  await teacher.locator('[data-decision="again"]').check()
  await expect(sheet.locator('.plan li')).toHaveCount(2)
  await expect(give).toHaveAttribute('aria-disabled', 'false')
  await teacher.locator('[data-decision="first"]').check()
  await expect(give).toHaveAttribute('aria-disabled', 'true')
})

test('other days are set by keyboard, and the class says them', async () => {
  await goTo(teacher, classPage())
  const opener = teacher.locator('[data-action="move-assignment"]').first()
  await opener.press('Enter')
  const dialog = teacher.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await expectAccessible(teacher, 'other days')
  await dialog.locator('[data-action="due"]').press('Enter')
  const day = teacher.locator('.day:focus')
  const today = await day.getAttribute('data-day') ?? ''
  await teacher.keyboard.press('PageDown')
  await expect(day).not.toHaveAttribute('data-day', today)
  await teacher.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(opener).toBeFocused()
  await expect(teacher.locator('[data-place="coming"] li').first()).toContainText(/Due \d+ \w{3}/)
})

test('a pupil is followed on the board, loses nothing offline, and goes on at the same screen on another device', async ({
  browser,
}) => {
  await teacher.goto(`/teach/classes/${classId}/board`)
  const tablet = await deviceOf(browser, 'Ali', { width: 768, height: 1024 })
  await goTo(tablet, '/my')
  await expectAccessibleAaa(tablet, '/my')
  const driver = await openLesson(tablet)
  await driver.press('continue')
  await expect(cellOf('Ali')).toHaveAttribute('data-progress', 'started')
  await expect(cellOf('Zoë')).toHaveAttribute('data-progress', 'not-started')

  await tablet.context().setOffline(true)
  await driver.goTo('our-secret')
  await expect(driver.player.locator('[data-saving="retrying"]')).toBeVisible()
  await tablet.context().setOffline(false)
  await expect(driver.player.locator('[data-saving]')).toHaveCount(0)

  const laptop = await deviceOf(browser, 'Ali')
  const onLaptop = await openLesson(laptop)
  await expect(onLaptop.screen()).toHaveAttribute('data-screen', 'our-secret')
  await tablet.context().close()

  await onLaptop.goTo('ending')
  await onLaptop.finish()
  await expect(onLaptop.screen()).toHaveAttribute('data-screen', 'over')
  await expect(cellOf('Ali')).toHaveAttribute('data-progress', 'finished')
  await expect(cellOf('Ali')).not.toContainText('of 6')
  await teacher.locator('[data-action="scores"]').click()
  await expect(teacher.locator('main')).toContainText('Scores come when the lesson is closed')
  await teacher.waitForResponse(response => response.url().includes('scores=1'))
  await expect(cellOf('Ali')).not.toContainText('of 6')
  await laptop.goto('/my')
  await laptop.getByRole('link', { name: /Certificate/ }).click()
  await expect(laptop.getByRole('article')).toContainText('Ali')
  await expect(laptop.getByRole('article')).not.toContainText('10')
  await laptop.context().close()
})

test('what one child leaves unsent on a shared tablet is sent when that child signs in again, and never as the next one\'s', async ({
  browser,
}) => {
  const tablet = await deviceOf(browser, 'Zoë')
  const driver = await openLesson(tablet)
  await tablet.context().setOffline(true)
  await driver.press('continue')
  await expect(driver.player.locator('[data-saving="retrying"]')).toBeVisible()
  const signIn = (name: string) => {
    const pupil = pupils.find(candidate => candidate.name === name)
    return tablet.context().request.post('/api/join', { data: { classCode: code, pupilId: pupil?.id, pictures: pupil?.pictures } })
  }
  await signIn('Maya')
  await tablet.close()
  await tablet.context().setOffline(false)

  const next = await tablet.context().newPage()
  const look = async () => {
    await goTo(next, '/my')
  }
  await look()
  await expect(next.getByRole('heading', { level: 1 })).toContainText('Maya')
  await teacher.goto(`/teach/classes/${classId}/board`)
  // It has asked twice since.
  for (let looks = 0; looks < 2; looks++) await teacher.waitForResponse(response => response.url().includes('/api/assignments?'))
  await expect(cellOf('Maya')).toHaveAttribute('data-progress', 'not-started')
  await expect(cellOf('Zoë')).toHaveAttribute('data-progress', 'not-started')
  await signIn('Zoë')
  await look()
  await expect(cellOf('Zoë')).toHaveAttribute('data-progress', 'started')
  await next.context().close()
})

test('whoever comes in with a child\'s pictures sees what is done and never what was picked; the child goes on where they were', async ({
  browser,
}) => {
  const lesson = await readLesson(lessonId)
  const quiz = lesson.screens.find(screen => screen.type === 'quiz')
  if (quiz?.type !== 'quiz') throw new Error('the lesson has a quiz')
  const {
    classId: own,
    pupils: [pupil],
    code: ownCode,
  } = await classOf(['Noor'])
  const deviceOfNoor = async () => {
    const page = await (await browser.newContext({ baseURL: school.address })).newPage()
    expect(
      (await page.request.post('/api/join', { data: { classCode: ownCode, pupilId: pupil?.id, pictures: pupil?.pictures } })).status(),
    ).toBe(200)
    const heard: string[] = []
    page.on(
      'response',
      response =>
        void (response.url().includes('/api/') || response.request().resourceType() === 'document'
          ? response.text().then(
              text => heard.push(text),
              () => undefined,
            )
          : undefined),
    )
    return { page, heard }
  }
  const first = await deviceOfNoor()
  const driver = await openLesson(first.page)
  await driver.goTo(quiz.id)
  await driver.doQuiz('wrong', 3)
  const heading = driver.player.locator('[data-quiz-heading]')
  const place = await heading.textContent()
  await expect(driver.screen().locator('[data-item]')).toBeVisible()
  // Reloaded in the same tab, it goes on with what was picked there.
  const item = await driver.screen().locator('[data-item]').getAttribute('data-item')
  await expect.poll(async () => (await stateOf(first.page)).split('~').length).toBe(4)
  await first.page.reload()
  await untilAlive(first.page)
  await expect(heading).toHaveText(place ?? '')
  await expect(driver.screen().locator('[data-item]')).toHaveAttribute('data-item', item ?? '')

  // The teacher, with the pictures. Everything that the server tells of the pupil's answers, and all that the page shows.
  const second = await deviceOfNoor()
  const there = await openLesson(second.page)
  await expect(there.player.locator('[data-quiz-heading]')).toHaveText(place ?? '')
  await expect(there.screen().locator('[data-item]')).toHaveAttribute('data-item', item ?? '')
  const picked = quiz.pool.flatMap(({ id, options }) => options.map(option => `${id}*${option.id}`))
  const state = await stateOf(second.page)
  expect(state.match(/\*_/g)).toHaveLength(3)
  expect(second.heard.length).toBeGreaterThan(1)
  for (const text of [...second.heard, state, JSON.stringify(await (await second.page.request.get('/api/my/data')).json())])
    for (const one of picked) expect(text).not.toContain(one)

  // The rest is done there; the total comes from the server, which alone knows both parts.
  await there.doQuiz('right')
  await expect(there.player.locator('[data-quiz-heading]')).toHaveText(`You got ${quiz.draw - 3} out of ${quiz.draw}`)
  await expect(there.screen()).toContainText('What was picked there is kept private')
  await expectAccessible(second.page, 'a quiz that was begun elsewhere')
  await first.page.reload()
  await untilAlive(first.page)
  await expect(heading).toHaveText(`You got ${quiz.draw - 3} out of ${quiz.draw}`)

  // A new code ends both sessions, and says why; what is kept is there after coming in again.
  const { code: newer } = (await (await teacher.request.post(`/api/classes/${own}/code`)).json()) as { code: string }
  const refused = await first.page.request.get('/api/my')
  expect([refused.status(), ((await refused.json()) as { data: object }).data]).toEqual([401, { reason: 'code-replaced' }])
  expect(
    (await second.page.request.post('/api/join', { data: { classCode: newer, pupilId: pupil?.id, pictures: pupil?.pictures } })).status(),
  ).toBe(200)
  await second.page.goto('/my')
  await second.page.locator('[data-action="kept"]').click()
  await expect(second.page.locator('main')).toContainText(`${quiz.draw - 3} out of ${quiz.draw} in the quiz`)
  for (const width of [360, 768, 1366]) {
    await second.page.setViewportSize({ width, height: 768 })
    await expectAccessible(second.page, `what is kept at ${width}`)
    expect(await second.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  }
  const saved = second.page.waitForEvent('download')
  await second.page.locator('[data-action="save-kept"]').click()
  expect(JSON.parse(readFileSync(await (await saved).path(), 'utf8'))).toMatchObject({
    name: 'Noor',
    work: [{ total: { points: quiz.draw - 3, max: quiz.draw } }],
  })
  for (const { page } of [first, second]) await page.context().close()
})

test('nothing of a simulation, a poll or a trusted adult reaches the server on a whole run', async ({ browser }) => {
  const page = await deviceOf(browser, 'Maya')
  const sent: string[] = []
  page.on('request', request => request.method() === 'POST' && sent.push(request.postData() ?? ''))
  const driver = await openLesson(page)
  await driver.goTo('ending')
  await driver.finish()
  await expect(driver.screen()).toHaveAttribute('data-screen', 'over')
  await expect.poll(() => sent.some(body => body.includes('"finished"'))).toBe(true)
  const lesson = await readLesson(lessonId)
  const practised = lesson.screens.filter(({ type }) =>
    ['story', 'chat', 'spread', 'scale', 'helpers', 'help-finder', 'choice', 'choices', 'reply', 'profile', 'practice', 'sort'].includes(type),
  )
  expect(practised.length).toBeGreaterThan(4)
  const events = sent.flatMap(body => (JSON.parse(body) as { events?: { change: { kind: string, screen?: string } }[] }).events ?? [])
  expect(new Set(events.filter(({ change }) => change.kind === 'answered').map(({ change }) => change.screen))).toEqual(new Set(['quiz']))
  for (const screen of practised) {
    for (const { change } of events.filter(event => event.change.screen === screen.id))
      expect(Object.keys(change).sort().join()).toMatch(/^(?:from,kind,screen|kind,mark,screen)$/)
  }
  await page.context().close()
})

test('the board and its page for insight are accessible on phone, tablet and laptop, and a class too small shows nothing', async () => {
  await teacher.goto(`/teach/classes/${classId}/board`)
  await expect(cellOf('Ali')).toBeVisible()
  for (const width of [360, 768, 1366]) {
    await teacher.setViewportSize({ width, height: 768 })
    await expectAccessible(teacher, `board at ${width}`)
    await expect.poll(() => teacher.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  }
  await untilAlive(teacher)
  await cellOf('Zoë').getByRole('button').press('Enter')
  await teacher.getByRole('menuitem', { name: 'Excuse' }).press('Enter')
  await expect(cellOf('Zoë')).toHaveAttribute('data-progress', 'excused')
  await expectAccessible(teacher, 'board with excuses')
  // For the room nobody is told apart as excused, on the page or behind it.
  const forRoom = teacher.waitForResponse(response => response.url().includes('room=1'))
  await teacher.locator('[data-action="view-room"]').click()
  expect(await (await forRoom).text()).not.toContain('excused')
  await expect(cellOf('Zoë')).toHaveAttribute('data-progress', 'finished')
  await expect(cellOf('Zoë').getByRole('button')).toHaveCount(0)
  await expectAccessible(teacher, 'board for the room')
  // On paper there is nothing to press.
  await teacher.emulateMedia({ media: 'print' })
  await expect(teacher.locator('header :is(a, button:not([role="combobox"])):visible')).toHaveCount(0)
  await expect(cellOf('Zoë')).toBeVisible()
  await teacher.emulateMedia({ media: null })
  await goTo(teacher, `${classPage()}/progress`)
  await expectAccessible(teacher, 'all lessons of a class')
  const saving = teacher.waitForEvent('download')
  await teacher.locator('[data-action="csv"]').click()
  const saved = await saving
  expect(saved.suggestedFilename()).toBe('5B.csv')
  expect(readFileSync(await saved.path(), 'utf8')).toContain(' (again)')
  await teacher.setViewportSize({ width: 360, height: 768 })
  await expect.poll(() => teacher.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await teacher.setViewportSize({ width: 1366, height: 768 })
  await goTo(teacher, classPage())
  const onNow = await teacher.locator('[data-place="now"] li').count()
  await teacher.locator('[data-place="now"] [data-action="more"]').first().click()
  await teacher.getByRole('menuitem', { name: /^Close lesson/ }).click()
  await expect(teacher.locator('[data-action="reopen-assignment"]')).toHaveCount(1)
  await expect(teacher.locator('[data-place="now"] li')).toHaveCount(onNow - 1)
  await expectAccessible(teacher, 'a lesson that was just closed')
  await teacher.locator('[data-place="finished"] [data-action="insight"]').first().click()
  await expect(teacher.locator('main')).toContainText('Fewer than 10')
  await expectAccessible(teacher, 'insight')
  await teacher.getByRole('link', { name: 'Evidence page, to print' }).click()
  await expect(teacher.locator('main')).toContainText('Too few pupils have been through the lesson')
  await expect(teacher.locator('[data-sign]')).toHaveCount(3)
  await expectAccessible(teacher, 'evidence of a class')
  await goTo(teacher, `${classPage()}/progress`)
  await teacher.locator('[data-action="scores"]').check()
  await expect(teacher.getByRole('row', { name: 'Ali' })).toContainText('6 of 6')
})
