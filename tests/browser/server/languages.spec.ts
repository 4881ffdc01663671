/**
 * A language is an argument: every page, and a lesson from end to end, in a made-up language that is accented, two fifths longer
 * and written from right to left. What is not accented came round the files of messages.
 */
import { readdirSync } from 'node:fs'
import { expect, request, test, type APIRequestContext, type Page } from '@playwright/test'
import { accentedText, PSEUDO } from '#shared/text/pseudo'
import { addPupilsTo } from '../support/class-list.ts'
import { lessonId, lessonOn } from '../support/open-lesson.ts'
import { untilAlive } from '../support/alive.ts'
import { startSchoolServer, type SchoolServer } from '../support/school-server.ts'
import { linksWithout, untranslatedIn } from '../support/untranslated.ts'

const lang = PSEUDO.locale
/** What people have typed is in their own language: here it is accented too. */
const admin = { school: accentedText('Oakfield'), name: accentedText('Ada'), email: 'ada@oakfield.example', password: 'lamp otter violin mud' }
const phone = { width: 360, height: 740 }
const names = ['Ali', 'Maya', 'Bartholomew-Christopher'].map(accentedText)

test.describe.configure({ mode: 'default' })
let school: SchoolServer
let staff: APIRequestContext
let pupil: APIRequestContext
let classId = ''
let taken: { assignmentId: string, pupilId: string, name: string, pictures: readonly string[], code: string }

const inLanguage = (address: string) => {
  const url = new URL(address, 'http://local.invalid')
  url.searchParams.set('lang', lang)
  return url.pathname + url.search
}

async function json<T>(answer: ReturnType<APIRequestContext['get']>): Promise<T> {
  const got = await answer
  if (!got.ok()) throw new Error(`${got.url()}: ${got.status()} ${await got.text()}`)
  return await got.json() as T
}

test.beforeAll(async () => {
  school = await startSchoolServer({ NUXT_PSEUDO_LANGUAGE: 'true' })
  const baseURL = school.address
  staff = await request.newContext({ baseURL })
  pupil = await request.newContext({ baseURL })
  const key = new URL(school.setupLink).searchParams.get('key')
  await json(staff.post('/api/setup', { data: { key, ...admin }, timeout: 0 }))
  classId = (await json<{ id: string }>(staff.post('/api/classes', { data: { name: accentedText('Beech') } }))).id
  const pupils = await addPupilsTo(staff, classId, names)
  await json(staff.put(`/api/classes/${classId}/open`, { data: { minutes: 60 } }))
  const { code } = await json<{ code: string }>(staff.get(`/api/classes/${classId}`))
  await json(staff.post('/api/assignments', {
    data: { classIds: [classId], lessonIds: [lessonId], opensOn: '2026-01-05', weekly: false, dueAfter: null, boosterWeeks: 6 },
  }))
  await json(staff.post('/api/staff', { data: { name: accentedText('Zoe'), email: 'zoe@oakfield.example', role: 'teacher' } }))
  const [{ id: pupilId, name, pictures }] = pupils as [typeof pupils[number]]
  await json(pupil.post('/api/join', { data: { classCode: code, pupilId, pictures } }))
  const { assignments: [mine] } = await json<{ assignments: { id: string }[] }>(pupil.get('/api/my'))
  taken = { assignmentId: mine?.id ?? '', pupilId, name, pictures, code }
})
test.afterAll(async () => {
  await Promise.all([staff.dispose(), pupil.dispose()])
  await school.stop()
})

type Who = 'nobody' | 'pupil' | 'staff'
/** Where each file of pages/ is seen, and by whom. */
const addresses: Readonly<Record<string, (ids: typeof taken) => readonly (readonly [Who, string])[]>> = {
  index: () => [['nobody', '/']],
  '[...path]': () => [['nobody', '/no/such/page']],
  accessibility: () => [['nobody', '/accessibility']],
  awareness: () => [['nobody', '/awareness'], ['nobody', '/awareness?part=poster']],
  parents: () => [['nobody', '/parents']],
  privacy: () => [['nobody', '/privacy']],
  curriculum: () => [['nobody', '/curriculum']],
  help: () => [['nobody', '/help'], ['nobody', '/help?age=7-9'], ['nobody', '/help?age=adults']],
  'export/index': () => [['nobody', '/export']],
  'export/preview': () => [['nobody', '/export/preview']],
  'gallery/index': () => [['nobody', '/gallery']],
  'gallery/[type]': () => [['nobody', '/gallery/chat']],
  'guides/index': () => [['nobody', '/guides'], ['nobody', '/guides?q=moodle']],
  'guides/[...slug]': () => [['nobody', '/guides/lms/moodle'], ['nobody', '/guides/no-such-guide']],
  join: () => [['nobody', '/join']],
  'lessons/index': () => [['nobody', '/lessons']],
  'lessons/[id]/index': () => [['nobody', `/lessons/${lessonId}`], ['nobody', '/lessons/none']],
  'lessons/[id]/play': () => [['nobody', `/lessons/${lessonId}/play`]],
  'lessons/[id]/text': () => [['nobody', `/lessons/${lessonId}/text`]],
  'lessons/[id]/present/index': () => [['nobody', `/lessons/${lessonId}/present`]],
  'lessons/[id]/present/notes': () => [['nobody', `/lessons/${lessonId}/present/notes`]],
  'my/index': () => [['pupil', '/my']],
  'my/kept': () => [['pupil', '/my/kept']],
  'my/together': () => [['pupil', '/my/together']],
  'my/[id]/index': ({ assignmentId }) => [['pupil', `/my/${assignmentId}`]],
  'my/[id]/certificate': ({ assignmentId }) => [['pupil', `/my/${assignmentId}/certificate`]],
  setup: () => [['nobody', '/setup'], ['nobody', '/setup?key=none']],
  'teach/index': () => [['staff', '/teach']],
  'teach/account': () => [['staff', '/teach/account']],
  'teach/audit': () => [['staff', '/teach/audit']],
  'teach/deletions': () => [['staff', '/teach/deletions']],
  'teach/evidence': () => [['staff', '/teach/evidence']],
  'teach/lessons': () => [['staff', '/teach/lessons']],
  'teach/export': () => [['staff', '/teach/export']],
  'teach/lms/index': () => [['staff', '/teach/lms']],
  'teach/lms/[course]': () => [['staff', '/teach/lms/none']],
  'teach/school': () => [['staff', '/teach/school']],
  'teach/school-year': () => [['staff', '/teach/school-year']],
  'teach/second-step': () => [['staff', '/teach/second-step']],
  'teach/set-password': () => [['nobody', '/teach/set-password?key=none']],
  'teach/sign-in': () => [['nobody', '/teach/sign-in']],
  'teach/staff': () => [['staff', '/teach/staff']],
  'teach/system': () => [['staff', '/teach/system']],
  'teach/classes/index': () => [['staff', '/teach/classes']],
  'teach/classes/[id]/index': () => [
    ...['lessons', 'pupils', 'insight', 'settings'].map(tab => ['staff', `/teach/classes/${classId}?tab=${tab}`] as const),
    ['staff', '/teach/classes/none'],
  ],
  'teach/classes/from-file': () => [['staff', '/teach/classes/from-file']],
  'teach/classes/[id]/add': () => [['staff', `/teach/classes/${classId}/add`]],
  'teach/classes/[id]/assign': () => [['staff', `/teach/classes/${classId}/assign`]],
  'teach/classes/[id]/board': () => [['staff', `/teach/classes/${classId}/board`], ['staff', `/teach/classes/${classId}/board?view=room`]],
  'teach/classes/[id]/door': () => [['staff', `/teach/classes/${classId}/door`]],
  'teach/classes/[id]/progress': () => [['staff', `/teach/classes/${classId}/progress`]],
  'teach/classes/[id]/pupils/[pupil]': ({ pupilId }) => [['staff', `/teach/classes/${classId}/pupils/${pupilId}`]],
  'teach/classes/[id]/cards': () => [['staff', `/teach/classes/${classId}/cards`]],
  'teach/assignments/[id]/index': ({ assignmentId }) => [['staff', `/teach/assignments/${assignmentId}`]],
  'teach/assignments/[id]/evidence': ({ assignmentId }) => [['staff', `/teach/assignments/${assignmentId}/evidence`]],
}

const pages = readdirSync('pages', { recursive: true, encoding: 'utf8' })
  // Pages in the frame of an LMS need a launch, and are looked at by lti.spec.ts.
  .filter(path => path.endsWith('.vue') && !path.startsWith('lti'))
  .map(path => path.replaceAll('\\', '/').replace(/\.vue$/, ''))

test('every page is looked at', () => expect(Object.keys(addresses).sort()).toEqual(pages.sort()))

/** Why some English is right, by address. */
const allowed: readonly (readonly [RegExp, RegExp])[] = [
  // A page that is shown in English has its own title, and what search engines say of it.
  [/^\/(?:accessibility|awareness(?:\?part=poster)?|parents|privacy|guides\/.*)$/, /^<(?:title|meta description)>/],
  // An activity type is called as it is in a lesson file; so is what its schema says for search engines.
  [/^\/gallery\/chat$/, /^<(?:title>: ⟦chat|meta)/],
  // The words that somebody has typed, and the titles of guides in English within a sentence.
  [/^\/guides\?q=/, /^<p>: (?:⟦Ğúíđé: |.*moodle)/],
]

/** Pages as a browser shows them before scripts run, on the smallest phone: all that is wrong with each. */
test('every page is in its language or says in which it is, its links keep it, and nothing is wider than a phone', async ({ browser }) => {
  const asked: Partial<Record<Who, Page>> = {}
  for (const [who, context] of [['nobody', undefined], ['pupil', pupil], ['staff', staff]] as const) {
    const storageState = await context?.storageState()
    const options = { ...(storageState ? { storageState } : {}), baseURL: school.address, javaScriptEnabled: false }
    asked[who] = await (await browser.newContext({ ...options, viewport: phone })).newPage()
  }
  const found: Record<string, readonly string[]> = {}
  for (const path of pages) {
    for (const [who, address] of addresses[path]?.(taken) ?? []) {
      const page = asked[who]
      await page?.goto(inLanguage(address))
      const problems = page ? await problemsOf(page) : ['nobody looked']
      const wrong = problems.filter(text => !allowed.some(([where, what]) => where.test(address) && what.test(text)))
      if (wrong.length > 0) found[address] = wrong
    }
  }
  for (const page of Object.values(asked)) await page.context().close()
  expect(found).toEqual({})
})

/** @returns what is wrong with a page as it is now */
async function problemsOf(page: Page): Promise<string[]> {
  const html = await page.content()
  const [root = ''] = /<html[^>]*>/.exec(html) ?? []
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  return [
    ...(root.includes(`lang="${PSEUDO.tag}"`) && root.includes('dir="rtl"') ? [] : [`${root} is in another language`]),
    ...(wider > 0 ? [`${wider} px too wide`] : []),
    ...untranslatedIn(html, PSEUDO.tag),
    ...linksWithout(html, lang).map(href => `link: ${href}`),
  ]
}

test('a pupil comes in, takes a lesson to its end and leaves, all in the one language', async ({ browser }) => {
  const page = await (await browser.newContext({ baseURL: school.address, viewport: phone })).newPage()
  const found: Record<string, readonly string[]> = {}
  const look = async (where: string) => {
    const wrong = await problemsOf(page)
    if (wrong.length > 0) found[where] = wrong
  }
  // Nobody is signed in, so this leads to the way in.
  await page.goto(inLanguage('/my'))
  await page.waitForURL(inLanguage('/join'))
  await untilAlive(page)
  await look('code')
  await page.getByRole('textbox').fill(taken.code)
  await page.keyboard.press('Enter')
  await page.locator('[data-action="pick-name"]', { hasText: taken.name }).click()
  await expect(page.locator('[data-action="give-pictures"]')).toBeVisible()
  await look('pictures')
  for (const picture of taken.pictures) await page.locator(`button:has(img[src*="login-${picture}."])`).click()
  await page.locator('[data-action="give-pictures"]').click()
  await page.waitForURL(inLanguage('/my'))
  await untilAlive(page)
  await page.locator('[data-action="go"]').click()
  const driver = await lessonOn(page, lessonId, { look: where => where.includes(':') ? Promise.resolve() : look(where) })
  for (const way of [['help'], ['pause', 'settings']]) {
    for (const step of way) {
      await driver.player.locator(`[data-action="${step}"]:visible`).last().click()
      await expect(page.locator('dialog[open]')).toBeVisible()
      await look(step)
    }
    await page.keyboard.press('Escape')
  }
  await driver.goTo('ending')
  await look('ending')
  expect(found).toEqual({})
  expect(new URL(page.url()).searchParams.get('lang')).toBe(lang)
})
