/** What people, broken programs and attackers send: refused with a sentence and nothing half-done, or kept tidy and shown as text. No browser page is opened here. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { sql } from 'kysely'
import { staffAuth } from '../../server/auth/staff-auth.ts'
import { assign, assignmentsOf, today, withdraw } from '../../server/database/assignments.ts'
import { archiveClass, bringBackClass, makeClass } from '../../server/database/classes.ts'
import { openDatabase, type OpenDatabase } from '../../server/database/client.ts'
import { tables } from '../../server/database/backup.ts'
import { addPupils, erasePupil, movePupil } from '../../server/database/pupils.ts'
import { serverSecret } from '../../server/security/secret.ts'
import { hashOf, newToken } from '../../server/security/tokens.ts'
import { schoolWith } from '../support/seed-school.ts'
import { addressOf, bodies, nameOf, routes, unknownRoutes, type Target } from './support/routes.ts'
import { startSchoolServer, type SchoolServer } from './support/school-server.ts'

const PASSWORD = 'lamp otter violin mud'
/** In another class of the same school: no answer here has any reason to name them. */
const OTHERS = 'Ottoline'
const SCRIPT = '<img src=x onerror=alert(1)>'
const QUOTES = 'Robert\'); DROP TABLE pupil;--'

const texts: readonly string[] = [
  QUOTES, '" or 1=1 --', SCRIPT, '{{7*7}}', '=HYPERLINK("http://x.example")', 'NUL \u0000 in it', 'bell \u0007 and \u001B[31m', '\u202Eevil\u2066', 'half \uD83D', '👩‍👩‍👧‍👦 🦊', '../../etc/passwd', '%00%0d%0aSet-Cookie:a=b', '\r\nSet-Cookie: a=b', 'x'.repeat(10_000), '\u200B', '__proto__', 'constructor', '',
]
/** Stands for arrays in arrays, ten thousand deep, which JSON.stringify cannot write. */
const DEEP = '@deep@'
const odd: readonly unknown[] = [...texts, DEEP, null, 7, -1, 1.5, 1e308, true, [], {}, [['a']], { toString: 'a' }, Array.from({ length: 5_000 }, (_, index) => `n${index}`)]
const written = (body: unknown) => JSON.stringify(body).replaceAll(`"${DEEP}"`, () => '['.repeat(10_000) + ']'.repeat(10_000))

/** A body with each of its fields, at any depth, in turn taken out or replaced by each odd value. */
function spoiled(body: unknown): unknown[] {
  if (typeof body !== 'object' || body === null) return [...odd]
  if (Array.isArray(body)) return body.flatMap((one, place) => spoiled(one).map(bad => body.with(place, bad)))
  return Object.entries(body).flatMap(([key, value]) => [
    Object.fromEntries(Object.entries(body).filter(([other]) => other !== key)),
    ...(typeof value === 'object' && value !== null ? odd.slice(texts.length) : []).map(bad => ({ ...body, [key]: bad })),
    ...spoiled(value).map(bad => ({ ...body, [key]: bad })),
  ])
}

let folder = ''
let opened: OpenDatabase
let server: SchoolServer
let school: Awaited<ReturnType<typeof schoolWith>>
let target: Target
let staffCookie = ''
let pupilCookie = ''

/** Everything that a refused request may not change. Tries are counted, and sessions used, whatever comes of it. */
async function everything(): Promise<Record<string, unknown[]>> {
  const kept = tables.filter(table => !['rate_limit', 'pupil_session', 'staff_session', 'staff_verification', 'secret'].includes(table))
  return Object.fromEntries(await Promise.all(kept.map(async table => [table, await opened.db.selectFrom(table as 'class').selectAll().execute()])))
}

async function pupilSession(pupilId: string) {
  const token = newToken()
  await opened.db.insertInto('pupil_session').values({ token_hash: hashOf(token), school_id: school.schoolId, pupil_id: pupilId, used_at: new Date().toISOString() }).execute()
  return `whos-there-pupil=${token}`
}

const cookieFor = (path: string) => path.startsWith('/api/my') ? pupilCookie : staffCookie
const ask = (method: string, path: string, body?: BodyInit, { cookie = cookieFor(path), type = 'application/json' } = {}) =>
  fetch(server.address + path, { method, headers: { Cookie: cookie, ...(body === undefined ? {} : { 'Content-Type': type }) }, ...(body === undefined ? {} : { body, duplex: 'half' }) } as RequestInit)
const post = (path: string, body: object, cookie = pupilCookie) => ask('POST', path, JSON.stringify(body), { cookie })

/** What tells about the inside of the server, or about somebody else. */
const LEAK = new RegExp(`sqlite|postgres|kysely|node_modules|\\.mjs|\\.ts\\b|/tmp/|\\n\\s+at |(?:Syntax|Type|Range|Zod)Error|${OTHERS}`, 'i')

/** @returns what is wrong with an answer, or nothing */
async function faultOf(response: Response): Promise<string | undefined> {
  const text = await response.text()
  if (response.status >= 500) return `answers ${response.status}: ${text.slice(0, 300)}`
  if (response.status < 400) return LEAK.test(text) ? `tells too much: ${text.slice(0, 300)}` : undefined
  const { statusCode, statusMessage, data, url: _, ...rest } = JSON.parse(text) as { statusCode: number, statusMessage: string, data?: object, url?: string }
  if (LEAK.test(JSON.stringify([statusMessage, data, rest]))) return `tells too much: ${text.slice(0, 300)}`
  if (statusCode !== response.status || !/^[A-Z]\S* [a-z].{5}/.test(statusMessage)) return `has no sentence: ${text.slice(0, 300)}`
  return undefined
}

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'whos-there-bad-input-'))
  opened = await openDatabase(join(folder, 'whos-there.sqlite'))
  const { db } = opened
  const auth = staffAuth({ ...opened, secret: await serverSecret(db), baseURL: 'http://localhost' })
  const { internalAdapter, password } = await auth.$context
  school = await schoolWith(db, { pupils: 2 })
  await db.updateTable('staff').set({ role: 'admin' }).execute()
  await internalAdapter.createAccount({ userId: school.staffId, providerId: 'credential', accountId: school.staffId, issuer: 'credential', password: await password.hash(PASSWORD) } as Parameters<typeof internalAdapter.createAccount>[0])
  await addPupils(db, school.staff, 's'.repeat(40), (await makeClass(db, school.staff, 'Others')).id, [OTHERS])
  await assign(db, school.staff, { classId: school.classId, lessonIds: ['lying-online-9-11'], opensOn: today(), weekly: false, dueAfter: null, boosterWeeks: null })
  const [assignment] = await assignmentsOf(db, school.staff, school.classId)
  server = await startSchoolServer({ DATA_DIR: folder }, { hasSetupLink: false })
  const response = await fetch(`${server.address}/api/auth/sign-in`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ email: school.staff.email, password: PASSWORD }) })
  staffCookie = response.headers.getSetCookie().map(cookie => cookie.split(';')[0]).join('; ')
  pupilCookie = await pupilSession(school.pupilIds[0] ?? '')
  target = { classId: school.classId, pupilId: school.pupilIds[0] ?? '', assignmentId: assignment?.id ?? '', staffId: school.staffId, sessionId: 'none' }
})

test.afterAll(async () => {
  await server.stop()
  await opened.db.destroy()
  rmSync(folder, { recursive: true, force: true })
})

/** The device that sends these looks at the status alone. */
const withoutSentence = 'POST /api/my/assignments/[id]/events'

test('every field of every route: refused with a sentence and nothing half-done, or kept tidy', async () => {
  test.setTimeout(180_000)
  const wrong = unknownRoutes.map(name => `${name}: add it to support/routes.ts, with a body that it would take`)
  let before = JSON.stringify(await everything())
  const version = async () => (await sql<{ data_version: number }>`pragma data_version`.execute(opened.db)).rows[0]?.data_version
  let seen = await version()
  for (const route of routes) {
    const good = bodies[nameOf(route)]?.(target)
    if (!good) continue
    const raw = ['', '{', '{"name":', 'nul', '[]', 'null', '7', '"text"', '['.repeat(10_000) + ']'.repeat(10_000), '{"__proto__":{"role":"admin"}}']
    const asked: [string, string | undefined][] = [...spoiled(good).map(body => written(body)), written({ ...good, admin: true }), ...raw].map(body => [body, undefined])
    asked.push([JSON.stringify(good), 'text/plain'], [JSON.stringify(good), 'multipart/form-data; boundary=x'], ['name=Mallory', 'application/x-www-form-urlencoded'])
    const t0 = Date.now(); console.log(nameOf(route), asked.length)
    for (const [body, type] of asked) {
      const response = await ask(route.method, addressOf(route, target), body, type === undefined ? {} : { type })
      const status = response.status
      const fault = await faultOf(response)
      if (fault !== undefined && !(nameOf(route) === withoutSentence && fault.startsWith('has no sentence'))) wrong.push(`${nameOf(route)} with ${body.slice(0, 150)}: ${fault}`)
      if (await version() === seen) continue
      seen = await version()
      const now = JSON.stringify(await everything())
      if (status >= 400 && now !== before) wrong.push(`${nameOf(route)} with ${body.slice(0, 150)}: answers ${status}, but has changed something`)
      before = now
    }
    console.log('  took', Date.now() - t0)
  }
  for (const route of routes.filter(({ method }) => method === 'GET')) {
    for (const text of texts.filter(({ length }) => length > 0 && length < 5_000)) {
      const value = encodeURIComponent(text.toWellFormed())
      const query = ['class', 'scores', 'pupil', 'page', 'locale', 'lesson', 'format', 'options', 'key', 'age'].map(name => `${name}=${value}`).join('&')
      for (const path of [`${addressOf(route, target).split('?')[0] ?? ''}?${query}`, addressOf(route, { ...target, classId: value, pupilId: value, assignmentId: value, staffId: value })]) {
        const fault = await faultOf(await ask('GET', path))
        if (fault !== undefined) wrong.push(`GET ${path.slice(0, 150)}: ${fault}`)
      }
    }
  }
  ;(await import('node:fs')).writeFileSync('/tmp/wrong.txt', wrong.map(w => w.replaceAll('\n', ' ')).join('\n'))
  expect(wrong).toEqual([])
  for (const [table, rows] of Object.entries(await everything())) {
    expect(JSON.stringify(rows), table).not.toMatch(/\\u00[01]|\\r|\\ud[89a-f]|[\u202A-\u202E\u2066-\u2069\u200B]/i)
  }
})
