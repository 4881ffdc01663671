/** A teacher's week as a teacher meets it: the first day, a lesson taken by a colleague who has never been there, and a quiz by itself. */
import { expect, test, type Browser, type Page } from '@playwright/test'
import { daysAfter } from '#shared/lesson/school-days'
import { goTo, untilAlive } from '../support/alive.ts'
import { addPupilsTo } from '../support/class-list.ts'
import { readLesson } from '../support/lesson-driver.ts'
import { lessonId, lessonOn } from '../support/open-lesson.ts'
import { startSchoolServer, type SchoolServer } from '../support/school-server.ts'

const supply = { name: 'Sam Supply', email: 'sam@oakfield.example', password: 'gravel sunset teapot owl' } as const

test.describe.configure({ mode: 'default' })
let server: SchoolServer
let page: Page
let classId = ''

test.beforeAll(async ({ browser }) => {
  server = await startSchoolServer()
  page = await server.setUp(browser, { viewport: { width: 1366, height: 768 } })
})
test.afterAll(() => server.stop())

const toast = (on = page) => on.locator('[data-toast]')
const frame = () => page.locator('[aria-current="step"]')

/** A device of a pupil, signed in. */
async function deviceOf(browser: Browser, pupil: { readonly id: string, readonly pictures: readonly string[] }) {
  const { code } = await (await page.request.get(`/api/classes/${classId}`)).json() as { code: string }
  const device = await (await browser.newContext({ baseURL: server.address })).newPage()
  expect((await device.request.post('/api/join', { data: { classCode: code, pupilId: pupil.id, pictures: pupil.pictures } })).status()).toBe(200)
  return device
}

test('a first day: from set-up to the first lesson and the class let in, step by step as Today leads', async () => {
  await goTo(page, '/teach')
  await expect(frame()).toContainText('Say who helps here')
  await frame().getByRole('textbox').fill('Ms Adeyemi in room 4')
  await frame().getByRole('button', { name: 'Save' }).click()
  await expect(frame()).toContainText('Say when school is shut')
  await frame().getByRole('link', { name: 'School dates' }).click()
  await page.locator('[data-action="bank-holidays"]').click()
  await expect(page.locator('#dates').getByText('Christmas Day').first()).toBeVisible()
  await page.getByRole('link', { name: 'Today' }).click()
  await expect(frame()).toContainText('Bring in your classes')
  await frame().getByRole('link', { name: 'Make a class' }).click()
  await page.getByLabel('Name of the class').fill('5 Rowan')
  await page.getByRole('button', { name: 'Make it' }).click()
  await page.getByRole('link', { name: 'Add pupils' }).click()
  await page.getByLabel('Names', { exact: true }).fill(['Ali', 'Maya', 'Priya', 'Zoë'].join('\n'))
  await page.getByRole('button', { name: 'Look through the list' }).click()
  await page.locator('[data-action="add"]').click()
  await page.locator('[data-action="done"]').click()
  await page.getByRole('link', { name: 'Today' }).click()
  // Whoever has colleagues later unfolds the next step; all steps stay in one view.
  await expect(frame()).toContainText('Invite colleagues')
  await page.getByRole('button', { name: 'Assign a first lesson' }).click()
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(768)
  await page.locator('[data-action="assign-first"]').click()
  await page.getByRole('checkbox', { name: (await readLesson(lessonId)).title }).check()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('combobox', { name: 'To' })).toBeFocused()
  await page.keyboard.type('Row')
  await expect(page.locator('[role="option"]')).toHaveText([/5 Rowan/])
  await page.keyboard.press('Enter')
  await expect(page.getByText('to 5 Rowan, 4 pupils')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(toast()).toContainText('Assigned to 5 Rowan.')
  // Today is a day like any other from here on, with one filled button: the next step.
  const next = page.locator('.next')
  await expect(next).toContainText('5 Rowan: Who\'s really there?')
  await expect(page.locator('main .button:not(.quiet):visible')).toHaveText([/Let the class in/])
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(768)
  // So it is with ten days of lessons: what is soonest is in view, the rest one press away.
  const choices = await page.request.get('/api/assignments/choices')
  const { classes: [five], today } = await choices.json() as { classes: { id: string }[], today: string }
  const others = (await (await page.request.get('/api/lessons')).json() as { id: string }[]).filter(({ id }) => id !== lessonId)
  const days = others.map(({ id }, place) => ({ lessonId: id, kind: 'lesson', opensOn: daysAfter(today, place + 1), dueOn: null }))
  const to = { classIds: [five?.id], lessonIds: others.map(({ id }) => id) }
  const body = { ...to, opensOn: today, weekly: false, dueAfter: null, boosterWeeks: null, days }
  const { made } = await (await page.request.post('/api/assignments', { data: body })).json() as { made: string[] }
  await page.reload()
  await untilAlive(page)
  await expect(page.getByText(/^And \d+ more, until/)).toBeInViewport({ ratio: 1 })
  for (const id of made) await page.request.delete(`/api/assignments/${id}`)
  await next.getByRole('button', { name: 'Let the class in' }).click()
  await page.waitForURL('**/door')
  classId = /classes\/([^/]+)/.exec(page.url())?.[1] ?? ''
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport({ ratio: 1 })
  await expect(page.getByText('0 of 4 are in.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { level: 1, name: '5 Rowan' })).toBeVisible()
  await page.locator('[data-action="shut"]').click()
  await expect(page.getByRole('button', { name: 'Let the class in', exact: true })).toBeVisible()
})

test('a supply teacher\'s lesson: from sign-in to the bell, with a child at the door who has the wrong pictures', async ({ browser }) => {
  const added = await page.request.post('/api/staff', { data: { name: supply.name, email: supply.email, role: 'teacher' } })
  const { link } = await added.json() as { link: string }
  const { colleagues: [colleague] } = await (await page.request.get(`/api/classes/${classId}`)).json() as { colleagues: { id: string }[] }
  expect((await page.request.put(`/api/classes/${classId}/staff/${colleague?.id}`)).ok()).toBe(true)
  const [work] = (await (await page.request.get(`/api/assignments?class=${classId}`)).json() as { assignments: { id: string }[] }).assignments
  await page.request.patch(`/api/assignments/${work?.id}`, { data: { opensOn: '2026-01-05', dueOn: null } })
  const { pupils, code } = await (await page.request.get(`/api/classes/${classId}`)).json() as { pupils: { id: string, name: string }[], code: string }

  const own = await (await browser.newContext({ baseURL: server.address, viewport: { width: 1366, height: 768 } })).newPage()
  await goTo(own, link)
  await own.getByLabel('New password', { exact: true }).fill(supply.password)
  await own.getByRole('button', { name: 'Save the password' }).click()
  await own.locator('main').getByRole('link', { name: 'Sign in' }).click()
  await own.getByLabel('E-mail address').fill(supply.email)
  await own.getByLabel('Password', { exact: true }).fill(supply.password)
  await own.keyboard.press('Enter')
  await own.waitForURL(url => url.pathname === '/teach')
  // One press from Today to the code on the wall.
  await own.locator('[data-action="let-in"]').click()
  await expect(own.getByText('0 of 4 are in.')).toBeVisible()
  const [ali] = pupils
  for (let tries = 0; tries < 6; tries++)
    await own.request.post('/api/join', { data: { classCode: code, pupilId: ali?.id, pictures: ['car', 'fish', 'sun'] } })
  // On the wall nobody is named; beside the teacher's own list one press lets that child in.
  await own.locator('[data-action="board"]').click()
  await expect(own.locator('[data-trouble="room"]')).toContainText('Somebody at the door needs you.')
  expect(await own.locator('main').textContent()).not.toContain('as Ali')
  await own.locator('[data-action="view-me"]').click()
  await own.getByRole('button', { name: 'It is Ali, let in' }).click()
  await expect(toast(own)).toContainText('Ali can come in for 15 minutes.')
  // Excused, and turned to the room while the server takes its time: nobody sees that it is so.
  await own.locator('.chips li', { hasText: 'Maya' }).getByRole('button').press('Enter')
  await own.getByRole('menuitem', { name: 'Excuse' }).press('Enter')
  await expect(own.locator('.chips li', { hasText: 'Maya' })).toHaveAttribute('data-progress', 'excused')
  await own.route('**/api/assignments?*room=1*', () => undefined)
  await own.locator('[data-action="view-room"]').click()
  // Nobody has begun, so whoever is excused has not either: done from the first minute would say who is.
  await expect(own.locator('.chips li', { hasText: 'Maya' })).toHaveAttribute('data-progress', 'not-started')
  await expect(own.locator('[data-progress="excused"], .chip.excused')).toHaveCount(0)
  await own.unroute('**/api/assignments?*room=1*')
  // Loaded anew it is still turned to the room.
  await expect(own).toHaveURL(/view=room/)
  await own.reload()
  await expect(own.locator('.board')).toHaveAttribute('data-view', 'room')
  await expect(own.locator('.chips li', { hasText: 'Maya' })).toHaveAttribute('data-progress', 'not-started')
  await own.locator('[data-action="close"]').click()
  await own.locator('[data-action="present"]').first().click()
  await own.waitForURL(`**/present?class=${classId}`)
  // The bell.
  await goTo(own, `/teach/classes/${classId}/door`)
  const until = own.locator('header [role="status"]')
  const before = await until.textContent()
  await own.locator('[data-action="longer"]').click()
  await expect(until).not.toHaveText(before ?? '')
  await own.locator('[data-action="shut"]').click()
  await expect(until).toHaveText('Shut')
  await own.keyboard.press('Control+z')
  await expect(until).toContainText('Open until')
  await own.context().close()
})

test('a quiz by itself: played, closed, undone after a reload, closed, caught up with, and opened for a second go', async ({ browser }) => {
  const { id } = await (await page.request.post('/api/classes', { data: { name: '6 Oak' } })).json() as { id: string }
  classId = id
  const [ali, maya] = await addPupilsTo(page.request, id, ['Ali', 'Maya'])
  await page.request.put(`/api/classes/${id}/open`, { data: { minutes: 60 } })
  await page.goto(`/teach/classes/${id}?assign=${lessonId}`)
  await page.locator('[data-action="part-quiz"]').click()
  await page.keyboard.press('Control+Enter')
  await expect(toast()).toContainText('Assigned to 6 Oak.')
  const row = page.locator('[data-assignment]').first()
  await expect(row).toContainText('Who\'s really there? (quiz only)')
  // Whatever day it is today, they are at it now.
  const assignment = await row.getAttribute('data-assignment') ?? ''
  await page.request.patch(`/api/assignments/${assignment}`, { data: { opensOn: '2026-01-05', dueOn: null } })
  await page.goto('/teach')
  await expect(page.locator('.week .now')).toContainText('Who\'s really there? (quiz only)')

  const device = await deviceOf(browser, ali ?? { id: '', pictures: [] })
  await goTo(device, '/my')
  await device.locator('[data-action="go"]').click()
  const driver = await lessonOn(device)
  await driver.skipTo('quiz')
  await driver.doQuiz('right')
  await driver.press('continue')
  await driver.finish()
  const stateOf = async () => (await (await device.request.get('/api/my')).json() as { assignments: { state: string }[] }).assignments[0]?.state
  await expect.poll(stateOf).toBe('finished')
  await device.context().close()

  await goTo(page, `/teach/classes/${id}`)
  const close = async () => {
    await page.locator('[data-place="now"] [data-action="more"]').first().click()
    await page.getByRole('menuitem', { name: /^Close lesson/ }).click()
    await expect(page.locator('[data-place="finished"] li')).toHaveCount(1)
  }
  await close()
  await page.reload()
  await untilAlive(page)
  await page.locator('[data-action="reopen-assignment"]').click()
  await expect(page.locator('[data-place="now"] li')).toHaveCount(1)
  await close()
  // Who missed it catches up by one press on their own page; who did it has a second go on purpose.
  await goTo(page, `/teach/classes/${id}/pupils/${maya?.id}`)
  await page.locator('[data-action="catch-up"]').first().click()
  await expect(page.locator('main')).toContainText('Closed for the class; catches up.')
  const late = await deviceOf(browser, maya ?? { id: '', pictures: [] })
  await late.goto('/my')
  await expect(late.locator('[data-action="go"]')).toBeVisible()
  await late.context().close()
  await goTo(page, `/teach/classes/${id}/pupils/${ali?.id}`)
  await page.locator('[data-action="second-go"]').first().click()
  await expect(page.locator('main')).toContainText('Has a second go.')
  const again = await deviceOf(browser, ali ?? { id: '', pictures: [] })
  await again.goto('/my')
  await expect(again.locator('[data-action="go"]')).toBeVisible()
  await again.context().close()
})
