/** A teacher assigns as they think: from Today to one class, from a class to three, on days that know the holidays; and takes it back. */
import { expect, test, type Page } from '@playwright/test'
import { goTo, untilAlive } from '../support/alive.ts'
import { addPupilsTo } from '../support/class-list.ts'
import { expectAccessibleAaa } from '../support/axe.ts'
import { admin, startSchoolServer, type SchoolServer } from '../support/school-server.ts'

test.describe.configure({ mode: 'default' })
let server: SchoolServer
let page: Page
const classes: Record<string, string> = {}
/** Of each class, as `Date` counts them. */
const lessonDays: Readonly<Record<string, number>> = { '5 Hazel': 4, '5 Oak': 1, '5 Rowan': 2 }

test.beforeAll(async ({ browser }) => {
  server = await startSchoolServer()
  page = await server.setUp(browser)
  for (const name of Object.keys(lessonDays)) {
    classes[name] = (await (await page.request.post('/api/classes', { data: { name } })).json() as { id: string }).id
    await addPupilsTo(page.request, classes[name] ?? '', ['Ali', 'Zoë', 'Maya'])
    await page.request.patch(`/api/classes/${classes[name]}`, { data: { lessonDays: [lessonDays[name]] } })
  }
})
test.afterAll(() => server.stop())

/** Counts what a teacher presses, keys and the pointer alike; typing is not counted. */
function counting() {
  let presses = 0
  return {
    count: () => presses,
    async press(key: string) {
      presses++
      await page.keyboard.press(key)
    },
    async click(selector: string) {
      presses++
      await page.locator(selector).first().click()
    },
  }
}
const toast = () => page.locator('[data-toast]')
const sheet = () => page.getByRole('dialog', { name: 'Assign' })
const given = async (name: string) => {
  const board = await (await page.request.get(`/api/assignments?class=${classes[name]}`)).json() as { assignments: { id: string, kind: string, opensOn: string }[] }
  return board.assignments.filter(({ kind }) => kind === 'lesson')
}

test('by keyboard alone from sign-in to assigned in eight keys besides typing, six of them from Today', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: server.address })
  const own = page
  page = await context.newPage()
  await goTo(page, '/teach/sign-in')
  const presses = counting()
  await page.getByLabel('E-mail address').focus()
  await page.keyboard.type(admin.email)
  await presses.press('Tab')
  await page.keyboard.type(admin.password)
  await presses.press('Enter')
  await page.waitForURL(url => url.pathname === '/teach')
  await untilAlive(page)
  await expect(page.locator('[data-action="open-assign"]')).toBeVisible()
  // The keyboard begins on the page, not before the rail.
  await expect(page.locator('#main')).toBeFocused()
  const before = presses.count()
  await presses.press('Tab')
  await expect(page.locator('[data-action="open-assign"]')).toBeFocused()
  await presses.press('Enter')
  // Focus starts in the covers.
  await expect(page.locator('.covers input').first()).toBeFocused()
  await presses.press('Space')
  // The foot says what is missing, and leads there.
  await expect(sheet().getByRole('button', { name: 'Pick a class' })).toBeVisible()
  await presses.press('Control+Enter')
  await expect(page.getByRole('combobox', { name: 'To' })).toBeFocused()
  await page.keyboard.type('Oak')
  // Those of the list, not of the sheet's other fields.
  await expect(page.locator('[role="option"]')).toHaveText([/5 Oak/])
  // What was only typed is taken before anything else happens.
  await presses.press('Control+Enter')
  await expect(sheet().getByText('to 5 Oak, 3 pupils')).toBeVisible()
  await presses.press('Control+Enter')
  await expect(toast()).toContainText('Assigned to 5 Oak.')
  expect(presses.count() - before).toBe(6)
  expect(presses.count()).toBe(8)
  expect(await given('5 Oak')).toHaveLength(1)
  await page.locator('[data-action="undo"]').click()
  await expect.poll(() => given('5 Oak')).toEqual([])
  await context.close()
  page = own
})

test('from a class to three in six presses, each on its own lesson day; what one has already goes on, unless a second time is begun on purpose', async () => {
  await goTo(page, `/teach/classes/${classes['5 Rowan']}`)
  const presses = counting()
  await presses.click('[data-action="assign"]')
  await expect(sheet()).toBeVisible()
  await expect(sheet().getByText('Fit Year 5')).toBeVisible()
  await expect(page.locator('.covers input').first()).toBeFocused()
  await presses.press('Space')
  await presses.click('[data-action="add-class"]')
  await presses.click('[role="option"]:has-text("5 Hazel")')
  await presses.click('[role="option"]:has-text("5 Oak")')
  // Each begins on its own day, and both the foot and what pupils will see say which.
  for (const where of [sheet().locator('.foot [role="status"]'), sheet().locator('.whose-days')])
    await expect(where).toContainText(/5 Rowan.*5 Hazel.*5 Oak/)
  await expect(sheet().locator('.foot [role="status"]')).toContainText(/5 Rowan on Tue,? \d+ \w+; 5 Hazel on Thu,? \d+ \w+; 5 Oak on Mon,? \d+/)
  await presses.press('Control+Enter')
  await expect(toast()).toContainText('Assigned to 5 Rowan, 5 Hazel, 5 Oak.')
  expect(presses.count()).toBeLessThanOrEqual(6)
  for (const name of Object.keys(classes)) {
    const [one] = await given(name)
    expect(new Date(one?.opensOn ?? '').getUTCDay(), name).toBe(lessonDays[name])
  }
  // Again: nothing new, until somebody says so.
  await page.goto(`/teach/classes/${classes['5 Rowan']}?assign`)
  await expect(page.locator('.covers input').first()).toBeFocused()
  await page.keyboard.press('Space')
  await expect(sheet().getByRole('button', { name: 'Nothing new to assign' })).toBeVisible()
  await expect(sheet().getByText('Go on with that one')).toBeVisible()
  await page.locator('[data-decision="again"]').check()
  await expect(sheet().getByRole('button', { name: 'Assign', exact: true })).toBeVisible()
})

for (const [width, height] of [[1366, 768], [768, 1024], [360, 740]] as const) {
  test(`the sheet is accessible at ${width} px, fits, and keeps what was begun when Esc closes it`, async () => {
    await page.setViewportSize({ width, height })
    await page.goto(`/teach/classes/${classes['5 Rowan']}?assign`)
    await expect(page.locator('.covers input').first()).toBeFocused()
    await page.keyboard.press('Space')
    if (width === 1366) {
      // All choices at once: covers of the class's age, and the last of what is chosen beside them.
      const foot = await sheet().locator('.foot').boundingBox()
      await expect(sheet().locator('[data-action="practice"]')).toBeVisible()
      for (const last of [sheet().locator('.covers.fit > *').last(), sheet().locator('[data-action="look-back"]')]) {
        const box = await last.boundingBox()
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(foot?.y ?? 0)
      }
    }
    await expectAccessibleAaa(page, `the sheet at ${width} px`)
    await page.locator('[data-action="opens"]').click()
    await expect(page.locator('.day-pop .day').first()).toBeVisible()
    await expectAccessibleAaa(page, `the calendar at ${width} px`)
    await page.keyboard.press('Escape')
    await expect(page.locator('.day-pop')).toHaveCount(0)
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await page.keyboard.press('Escape')
    await expect(toast()).toContainText('Draft kept.')
    await page.locator('[data-action="undo"]').click()
    await expect(sheet().locator('.covers input').first()).toBeChecked()
    await page.keyboard.press('Escape')
  })
}

test('the school\'s dates come from bank holidays and a calendar file, and a lesson that is moved onto them moves on; three presses move it', async () => {
  await page.setViewportSize({ width: 1366, height: 768 })
  await goTo(page, '/teach/school')
  await page.locator('[data-action="bank-holidays"]').click()
  await expect(page.locator('#dates').getByText('Christmas Day').first()).toBeVisible()
  const [first] = await given('5 Rowan')
  const tuesday = Date.parse(first?.opensOn ?? '')
  const day = (after: number) => new Date(tuesday + after * 86_400_000).toISOString().slice(0, 10)
  const plain = (text: string) => text.replaceAll('-', '')
  const ics = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:1', `DTSTART;VALUE=DATE:${plain(day(6))}`,
    `DTEND;VALUE=DATE:${plain(day(11))}`, 'SUMMARY:Half-term', 'END:VEVENT', 'BEGIN:VEVENT', 'UID:2',
    `DTSTART;VALUE=DATE:${plain(day(20))}`, 'SUMMARY:Sports day', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n')
  const choose = (text: string) => page.locator('#dates input[type="file"]').setInputFiles({ name: 'terms.ics', mimeType: 'text/calendar', buffer: Buffer.from(text) })
  await choose('<html>')
  await expect(page.getByText('This is no calendar that can be read')).toBeVisible()
  await choose(ics)
  await page.getByRole('button', { name: 'Add 1 date', exact: true }).click()
  await expect(page.locator('#dates').getByText('Half-term').first()).toBeVisible()
  await expectAccessibleAaa(page, 'the school\'s dates')
  expect((await (await page.request.patch(`/api/assignments/${first?.id}`, { data: { opensOn: day(7), dueOn: null } })).json() as { opensOn: string }).opensOn)
    .toBe(day(14))
  await goTo(page, `/teach/classes/${classes['5 Rowan']}`)
  const presses = counting()
  await presses.click('[data-action="move-assignment"]')
  await presses.click('[data-action="opens"]')
  await presses.click(`[data-day="${day(15)}"]:not([data-outside-view])`)
  await expect(toast()).toContainText(/opens \w{3},? \d+/)
  expect(presses.count()).toBe(3)
  expect((await given('5 Rowan'))[0]?.opensOn).toBe(day(15))
})

test('a removed lesson is gone at once, and can be brought back after a reload', async () => {
  await goTo(page, `/teach/classes/${classes['5 Rowan']}`)
  await page.locator('[data-action="withdraw"]').first().click()
  await expect(toast()).toContainText('is removed.')
  const left = (await given('5 Rowan')).length
  await page.reload()
  await untilAlive(page)
  await page.locator('[data-action="restore-assignment"]').click()
  await expect.poll(async () => (await given('5 Rowan')).length).toBe(left + 1)
})
