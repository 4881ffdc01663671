/** A governor's evening, and a teacher who opens Insight while her class is still at the lesson. */
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { LONGEST_NOTE, MOST_NOTES } from '#shared/api/evidence-limits'
import { shownLesson, type ShownLesson } from '../../support/insight/shown-lesson.ts'
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.ts'
import { today } from '../../../server/assignments/assignments.ts'
import { schoolYearEnd } from '../../../server/classes/classes.ts'
import { openDatabase, type OpenDatabase } from '../../../server/platform/database/client.ts'
import { goTo, untilAlive } from '../support/alive.ts'
import { expectAccessible } from '../support/axe.ts'
import { readLesson } from '../support/lesson-driver.ts'
import { printedPages } from '../support/print.ts'
import { startSchoolServer, type SchoolServer } from '../support/school-server.ts'

const DAY = 86_400_000
const sizes = [[360, 740], [768, 1024], [1366, 768]] as const
const day = (days: number) => new Date(Date.now() - days * DAY).toISOString()

test.describe.configure({ mode: 'default' })
const folder = temporaryFolder('evidence')
let school: SchoolServer
let opened: OpenDatabase
let admin: Page
let schoolId = ''

test.beforeAll(async ({ browser }) => {
  school = await startSchoolServer({ DATA_DIR: folder })
  admin = await school.setUp(browser)
  opened = await openDatabase(join(folder, 'whos-there.sqlite'))
  schoolId = (await opened.db.selectFrom('school').select('id').executeTakeFirstOrThrow()).id
})
test.afterAll(async () => {
  await opened.db.destroy()
  await school.stop()
  removeFolder(folder)
})

const yearEnds = schoolYearEnd('07-31', today())
/** Nine days ago, where this school year is older than that. */
const opensOn = [day(9).slice(0, 10), `${Number(yearEnds.slice(0, 4)) - 1}-08-01`].sort().at(-1) ?? ''

/** A class of this year with what was shown of a lesson. */
async function shown(lessonId: string, wanted: Omit<ShownLesson, 'opensOn' | 'yearEnds' | 'closedAt'>, closedAt: string | null = day(3)) {
  return shownLesson(opened.db, schoolId, await readLesson(lessonId), { ...wanted, closedAt, opensOn, yearEnds })
}

async function fits(page: Page, what: string) {
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height })
    await expectAccessible(page, `${what} at ${width}`)
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth), `${what} at ${width}`).toBeLessThanOrEqual(width)
  }
}

test('a school of one class has no evidence yet, and says what is missing', async () => {
  await shown('lying-online-9-11', { name: '5 Rowan', words: { 'kind-means-trusted': 3, 'photo-proves': 1 } })
  await admin.goto('/teach/evidence')
  await expect(admin.locator('[data-not-yet]')).toHaveCount(2)
  await expect(admin.locator('[data-part="coverage"]')).toContainText('two classes of a year must have had lessons')
  await expect(admin.locator('[data-taught]')).toHaveCount(0)
  await fits(admin, 'evidence of one class')
})

test('a governor\'s evening: the admin opens the evidence from School, writes what the school did, and prints two pages', async () => {
  for (const [name, word] of [['5 Hazel', 3], ['6 Oak', 3], ['6 Elm', 2], ['4 Ash', 2], ['4 Yew', 3]] as const) {
    const { classId } = await shown('lying-online-9-11', { name, words: { 'kind-means-trusted': word, 'my-fault': 1, 'photo-proves': 4 } })
    await shown('lying-online-9-11', { classId, kind: 'booster', words: { 'kind-means-trusted': 1, 'my-fault': 0, 'photo-proves': 0 } })
    await shown('meeting-strangers-9-11', { classId, words: { 'small-questions': 3 } })
  }
  // A school from Year 3 to 10, with two classes or more in each, and as many notes as fit.
  for (const [year, band] of [[3, '7-9'], [7, '11-14'], [8, '11-14'], [9, '11-14'], [10, '14-16']] as const) {
    const words = Object.fromEntries((await readLesson(`lying-online-${band}`)).misconceptions.map(({ id }) => [id, 3 as const]))
    for (const name of [`${year} Fir`, `${year} Lime`]) await shown(`lying-online-${band}`, { name, words })
  }
  await opened.db.insertInto('evidence_note').values(Array.from({ length: MOST_NOTES - 1 }, (_, place) => ({
    school_id: schoolId, year_ends: yearEnds, place, text: 'As long as a line may be. '.repeat(5).slice(0, LONGEST_NOTE),
  }))).execute()
  await admin.setViewportSize({ width: 1366, height: 768 })
  await goTo(admin, '/teach/school')
  await admin.getByRole('main').getByRole('link', { name: 'The school\'s evidence' }).click()
  await untilAlive(admin)
  await expect(admin.getByRole('heading', { level: 1 })).toHaveText('Online safety: what we taught, and what changed')
  await expect(admin.getByRole('columnheader', { name: 'Year' })).toHaveCount(8)
  await expect(admin.locator('[data-part="lessons-taught"]')).toContainText('Year 10')
  await expect(admin.locator('[data-taught="all"]').first()).toContainText('all')
  await expect(admin.locator('[data-verdict]').first()).toContainText(/Clearly fewer|Very likely fewer/)
  // Which stand first is a little chance, as what is shown of each is.
  await expect(admin.locator('[data-part="misunderstood"] li')).toHaveCount(4)
  for (const name of ['Rowan', 'Hazel', 'Elm']) await expect(admin.locator('main')).not.toContainText(name)
  await admin.getByLabel('Add a line').fill('A parents\' evening in November.')
  await admin.keyboard.press('Enter')
  await expect(admin.getByText('A parents\' evening in November.', { exact: true })).toBeVisible()
  await admin.reload()
  await untilAlive(admin)
  await expect(admin.getByText('A parents\' evening in November.', { exact: true })).toBeVisible()
  const results = () => admin.locator('[data-part="changed"], [data-part="misunderstood"]').allTextContents()
  const told = await results()
  await fits(admin, 'evidence')
  await admin.evaluate(() => document.fonts.ready)
  // As on paper of A4: nothing is cut off, no word is broken, and what is for screens alone is not there.
  await admin.emulateMedia({ media: 'print' })
  await admin.setViewportSize({ width: 688, height: 1040 })
  expect(await admin.locator('.sheet *').evaluateAll(parts => parts
    .filter(part => part.checkVisibility() && getComputedStyle(part).display !== 'inline' && !part.closest('.visually-hidden'))
    .filter(part => part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0)
    .map(part => part.outerHTML.slice(0, 120)))).toEqual([])
  await expect(admin.locator('.sheet :is(button, input)').filter({ visible: true })).toHaveCount(0)
  await admin.emulateMedia({ media: null })
  expect(await printedPages(admin)).toBe(2)
  // The next class waits for another: what is printed tomorrow says the same of what changed.
  await shown('lying-online-9-11', { name: '5 Birch', words: { 'kind-means-trusted': 0 } })
  await admin.reload()
  await untilAlive(admin)
  expect(await results()).toEqual(told)
})

test('a whole year\'s report says term by term on paper too, in words, on two pages, wherever the school is', async () => {
  const { db } = opened
  const last = `${Number(yearEnds.slice(0, 4)) - 1}${yearEnds.slice(4)}`
  const termDays = [`${Number(last.slice(0, 4)) - 1}-10-05`, `${last.slice(0, 4)}-02-05`, `${last.slice(0, 4)}-06-05`]
  for (const [place, { id }] of (await db.selectFrom('assignment').select('id').orderBy('id').execute()).entries()) {
    const day = termDays[place % termDays.length] ?? last
    await db.updateTable('assignment').set({ opens_on: day, closed_at: `${day}T12:00:00.000Z` }).where('id', '=', id).execute()
  }
  for (const table of ['class', 'evidence_sum', 'evidence_note'] as const) await db.updateTable(table).set({ year_ends: last }).execute()
  const was = await db.selectFrom('school').select('nation').executeTakeFirstOrThrow()
  for (const nation of ['england', 'scotland', 'wales', 'northern-ireland'] as const) {
    await db.updateTable('school').set({ nation }).execute()
    await admin.setViewportSize({ width: 1366, height: 768 })
    await admin.goto(`/teach/evidence?year=${last}`)
    await untilAlive(admin)
    await expect(admin.locator('.terms .chart svg'), nation).toBeVisible()
    await admin.emulateMedia({ media: 'print' })
    await expect(admin.locator('.terms .chart'), nation).toBeHidden()
    const sentences = admin.locator('.terms li')
    await expect(sentences, nation).toHaveCount(3)
    // Seen, not only said to who listens.
    const widths = await sentences.evaluateAll(all => all.map(one => one.getBoundingClientRect().width))
    expect(Math.min(...widths), nation).toBeGreaterThan(100)
    await expect(sentences.first()).toContainText('of the table had been taught to all classes.')
    await admin.emulateMedia({ media: null })
    const pdf = await admin.pdf({ format: 'A4', preferCSSPageSize: true })
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page(?![a-zA-Z])/g)?.length, nation).toBe(2)
  }
  await db.updateTable('school').set(was).execute()
  for (const table of ['class', 'evidence_sum', 'evidence_note'] as const) await db.updateTable(table).set({ year_ends: yearEnds }).execute()
})

test('a teacher sees what her class misunderstood while it is at the lesson, and what to do about it tomorrow', async () => {
  const { assignmentId } = await shown('lying-online-9-11', { name: '5 Willow', words: { 'kind-means-trusted': 2, 'photo-proves': 0, 'my-fault': 3 } }, null)
  await admin.setViewportSize({ width: 1366, height: 768 })
  await goTo(admin, `/teach/assignments/${assignmentId}`)
  await expect(admin.locator('[data-belief]').first()).toBeVisible()
  expect(await admin.locator('[data-belief]').evaluateAll(rows => rows.map(row => (row as HTMLElement).dataset.belief)))
    .toEqual(['kind-means-trusted', 'my-fault', 'photo-proves'])
  await expect(admin.locator('[data-belief="my-fault"]')).toContainText('Most of 20 pupils chose at least once')
  const plan = admin.locator('[data-tomorrow]')
  await expect(plan).toContainText('A lie is on whoever tells it')
  await expect.poll(() => plan.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
  await admin.locator('[data-plan="kind-means-trusted"]').click()
  await expect(plan).toContainText('Kind is not the same as safe')
  await fits(admin, 'insight')
  await plan.getByRole('link', { name: 'Present' }).click()
  await expect(admin).toHaveURL(/\/lessons\/lying-online-9-11\/present\?screen=our-secret/)
  await expect(admin.getByRole('heading', { name: 'Our secret' }).first()).toBeVisible()
  await admin.goBack()
  await untilAlive(admin)
  await admin.locator('[data-tomorrow]').getByRole('link', { name: 'Cards' }).click()
  await expect(admin.locator('.cut li')).toHaveCount(6)
})
