/**
 * A language is an argument: every page, and a lesson from end to end, in a made-up language that is accented, two fifths longer
 * and written from right to left. What is not accented came round the files of messages.
 */
import { readdirSync } from 'node:fs'
import { expect, request, test, type APIRequestContext } from '@playwright/test'
import { accentedText, PSEUDO } from '#shared/text/pseudo'
import { startSchoolServer, type SchoolServer } from '../support/school-server.ts'
import { linksWithout, untranslatedIn } from '../support/untranslated.ts'

const lang = PSEUDO.locale
const lessonId = 'lying-online-9-11'
/** What people have typed is in their own language: here it is accented too. */
const admin = { school: accentedText('Oakfield'), name: accentedText('Ada'), email: 'ada@oakfield.example', password: 'lamp otter violin mud' }
const names = ['Ali', 'Maya', 'Bartholomew-Christopher'].map(accentedText)

test.describe.configure({ mode: 'default' })
let school: SchoolServer
let staff: APIRequestContext
let pupil: APIRequestContext
let classId = ''
let taken: { assignmentId: string, pupilId: string, name: string, code: string }

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
  await json(staff.post('/api/setup', { data: { key, ...admin } }))
  classId = (await json<{ id: string }>(staff.post('/api/classes', { data: { name: accentedText('Beech') } }))).id
  const pupils = await json<{ id: string, name: string, pictures: string[] }[]>(
    staff.post(`/api/classes/${classId}/pupils`, { data: { names } }),
  )
  await json(staff.put(`/api/classes/${classId}/open`, { data: { minutes: 60 } }))
  const { code } = await json<{ code: string }>(staff.get(`/api/classes/${classId}`))
  await json(staff.post('/api/assignments', {
    data: { classId, lessonIds: [lessonId], opensOn: '2026-01-05', weekly: false, dueAfter: null, boosterWeeks: 6 },
  }))
  await json(staff.post('/api/staff', { data: { name: accentedText('Zoe'), email: 'zoe@oakfield.example', role: 'teacher' } }))
  const [{ id: pupilId, name, pictures }] = pupils as [typeof pupils[number]]
  await json(pupil.post('/api/join', { data: { classCode: code, pupilId, pictures } }))
  const { assignments: [mine] } = await json<{ assignments: { id: string }[] }>(pupil.get('/api/my'))
  taken = { assignmentId: mine?.id ?? '', pupilId, name, code }
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
  'my/[id]/index': ({ assignmentId }) => [['pupil', `/my/${assignmentId}`]],
  'my/[id]/certificate': ({ assignmentId }) => [['pupil', `/my/${assignmentId}/certificate`]],
  setup: () => [['nobody', '/setup'], ['nobody', '/setup?key=none']],
  'teach/index': () => [['staff', '/teach']],
  'teach/account': () => [['staff', '/teach/account']],
  'teach/audit': () => [['staff', '/teach/audit']],
  'teach/deletions': () => [['staff', '/teach/deletions']],
  'teach/school': () => [['staff', '/teach/school']],
  'teach/second-step': () => [['staff', '/teach/second-step']],
  'teach/set-password': () => [['nobody', '/teach/set-password?key=none']],
  'teach/sign-in': () => [['nobody', '/teach/sign-in']],
  'teach/staff': () => [['staff', '/teach/staff']],
  'teach/system': () => [['staff', '/teach/system']],
  'teach/classes/index': () => [['staff', '/teach/classes']],
  'teach/classes/[id]/index': () => [['staff', `/teach/classes/${classId}`], ['staff', '/teach/classes/none']],
  'teach/classes/[id]/assign': () => [['staff', `/teach/classes/${classId}/assign`]],
  'teach/classes/[id]/board': () => [['staff', `/teach/classes/${classId}/board`]],
  'teach/classes/[id]/cards': () => [['staff', `/teach/classes/${classId}/cards`]],
  'teach/assignments/[id]': ({ assignmentId }) => [['staff', `/teach/assignments/${assignmentId}`]],
}

const pages = readdirSync('pages', { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.vue'))
  .map(path => path.replaceAll('\\', '/').replace(/\.vue$/, ''))

test('every page is looked at', () => expect(Object.keys(addresses).sort()).toEqual(pages.sort()))

test('every word of every page is in the page\'s language or says in which it is, and every link keeps it', async () => {
  const asked: Readonly<Record<Who, APIRequestContext>> = { nobody: await request.newContext({ baseURL: school.address }), pupil, staff }
  const found: Record<string, readonly string[]> = {}
  for (const path of pages) {
    for (const [who, address] of addresses[path]?.(taken) ?? []) {
      const html = await (await asked[who].get(inLanguage(address), { headers: { accept: 'text/html' } })).text()
      const [root = ''] = /<html[^>]*>/.exec(html) ?? []
      const texts = [
        ...(root.includes(`lang="${PSEUDO.tag}"`) && root.includes('dir="rtl"') ? [] : [`${root} is in another language`]),
        ...untranslatedIn(html, PSEUDO.tag),
        ...linksWithout(html, lang).map(href => `link: ${href}`),
      ]
      if (texts.length > 0) found[address] = texts
    }
  }
  await asked.nobody.dispose()
  expect(found).toEqual({})
})
