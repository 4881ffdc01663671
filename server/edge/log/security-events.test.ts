import { hashPassword } from 'better-auth/crypto'
import { createApp, createError, createRouter, defineEventHandler, toWebHandler, type EventHandler, type H3Error, type H3Event } from 'h3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { cookiesOf } from '../../../tests/support/sign-in/cookies'
import { engines, freshDatabase, seededSchool } from '../../../tests/support/databases/databases'
import { keepPassword } from '../../accounts/staff/passwords'
import { staffAuth } from '../../accounts/sign-in/staff-auth'
import { auditAll } from '../../school/audit-log'
import type { OpenDatabase } from '../../platform/database/client'
import { addSecurityEvents, securityEventsOfLastDay } from '../../platform/security/security-event-counts'
import { makeCards } from '../../classes/pupils'
import { deleteShortLived } from '../../school/retention'
import { lineOf } from './security-events'

const PASSWORD = 'lamp otter violin mud'
const SECRET = 'a'.repeat(40)
const FROM = '203.0.113.9'
let opened: OpenDatabase
let ask: (request: Request) => Promise<Response>
let keepCounts: () => Promise<void>

/**
 * The running app, as far as it is asked here, over the database of each test. Other test files have read its modules already:
 * here they are read anew.
 */
beforeAll(async () => {
  vi.resetModules()
  vi.doMock('../../platform/database/app-database.ts', () => ({ appDatabase: async () => opened }))
  vi.doMock('../../accounts/sign-in/app-sign-in.ts', () => ({
    appAuth: async () => ({ secret: SECRET, plain: staffAuth({ ...opened, secret: SECRET, baseURL: 'http://localhost:3000' }) }),
  }))
  const [onError, sameOrigin, signIn, join, staff, readClass, readData] = (
    await Promise.all([
      import('../../start/error-handler'),
      import('../../middleware/same-origin'),
      import('../../api/auth/sign-in.post'),
      import('../../api/join/index.post'),
      import('../../api/staff/index.get'),
      import('../../api/classes/[id]/index.get'),
      import('../../api/classes/[id]/data.get'),
    ])
  ).map(({ default: made }) => made) as [(error: H3Error, event: H3Event) => void, ...EventHandler[]]
  keepCounts = (await import('./security-events')).keepCounts
  const app = createApp({
    onError,
    onRequest(event) {
      event.waitUntil = promise => atWork.push(promise)
    },
  })
  ask = toWebHandler(
    app.use(sameOrigin!).use(
      createRouter()
        .post('/api/auth/sign-in', signIn!)
        .post('/api/join', join!)
        .get('/api/staff', staff!)
        .get('/api/classes/:id', readClass!)
        .get('/api/classes/:id/data', readData!)
        .get(
          '/api/busy/:id',
          defineEventHandler(() => {
            throw createError({ statusCode: 429 })
          }),
        ),
    ),
  )
})
afterAll(() => {
  vi.doUnmock('../../platform/database/app-database.ts')
  vi.doUnmock('../../accounts/sign-in/app-sign-in.ts')
  vi.resetModules()
})

let lines: Record<string, unknown>[] = []
let atWork: Promise<unknown>[] = []
beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation((line: string) => lines.push(JSON.parse(line)))
})
afterEach(() => {
  lines = []
  atWork = []
})

/** Asks, and waits until it has been written down. */
async function asked(path: string, init: RequestInit & { cookie?: string } = {}) {
  const response = await ask(
    new Request(`http://localhost${path}`, {
      ...init,
      headers: { 'x-forwarded-for': FROM, 'content-type': 'application/json', cookie: init.cookie ?? '', ...init.headers },
    }),
  )
  await Promise.all(atWork)
  return response
}
const post = (path: string, body: object, headers = {}) => asked(path, { method: 'POST', body: JSON.stringify(body), headers })

describe.each(engines)('the log of the server on %s', (engine) => {
  async function school() {
    opened = await freshDatabase(engine)
    const made = await seededSchool(opened.db)
    await keepPassword(opened.db, made.staffId, await hashPassword(PASSWORD))
    const enter = (password: string, email: string = made.staff.email) => post('/api/auth/sign-in', { email, password })
    return { ...made, db: opened.db, enter }
  }

  it('has who signed in and who did not, from where only as a mark, and the school\'s admins see that somebody did', async () => {
    const { db, staff, enter } = await school()
    await enter('not the password')
    await enter('not the password', 'nobody@example.org')
    await enter(PASSWORD)
    const line = {
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      route: 'POST /api/auth/sign-in',
      from: expect.stringMatching(/^[\w-]{43}$/),
    }
    expect(lines).toEqual([
      { ...line, event: 'wrong-try', reason: 'password', status: 401, staff: staff.id, school: staff.schoolId },
      { ...line, event: 'wrong-try', reason: 'password', status: 401, staff: null, school: null },
      { ...line, event: 'signed-in', reason: null, status: 200, staff: staff.id, school: staff.schoolId },
    ])
    expect(new Set(lines.map(({ from }) => from)).size).toBe(1)
    expect((await auditAll(db, staff)).map(({ who, action }) => [who, action])).toEqual([['T. Teacher', 'account.sign-in']])
    const all = JSON.stringify(lines)
    for (const secret of [FROM, staff.email, 'nobody@example.org', PASSWORD, 'T. Teacher']) expect(all).not.toContain(secret)
  })

  it('has a limit each time that it is reached, and the school\'s admins see it once, without a name of whoever it was', async () => {
    const { db, staff, enter } = await school()
    for (let count = 0; count < 12; count += 1) await enter('not the password')
    expect(lines.map(({ event, status }) => [event, status])).toEqual([
      ...Array.from({ length: 10 }, () => ['wrong-try', 401]),
      ['limit', 429],
      ['limit', 429],
    ])
    expect((await auditAll(db, staff)).map(({ who, action, subject }) => [who, action, subject])).toEqual([
      [null, 'account.tries', 'T. Teacher'],
    ])
  })

  it('has no pupil in it: wrong pictures are of a school', async () => {
    const { db, staff, classId, pupilIds: [pupilId = ''] } = await school()
    const [card] = await makeCards(db, staff, classId, [pupilId])
    await post('/api/join', { key: card?.key, pictures: ['car', 'fish', 'sun'] })
    expect(lines).toMatchObject([
      { event: 'wrong-try', reason: 'pictures', route: 'POST /api/join', status: 401, staff: null, school: staff.schoolId },
    ])
    for (const secret of [card?.key ?? '', pupilId, 'Pupil 1', 'fish']) expect(JSON.stringify(lines)).not.toContain(secret)
  })

  it('has who was refused what, and tells what is somebody else\'s from what is not there', async () => {
    const { db, staff, classId, enter } = await school()
    const other = await seededSchool(db)
    const cookie = cookiesOf((await enter(PASSWORD)).headers)
    lines = []
    await asked('/api/staff')
    await asked('/api/staff', { cookie })
    for (const id of [classId, other.classId, 'nothing-there']) await asked(`/api/classes/${id}`, { cookie })
    expect((await asked(`/api/classes/${classId}/data?pupil=nobody`, { cookie })).status, 'one\'s own class, without such a pupil').toBe(404)
    await post('/api/join', {}, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })
    const who = { staff: staff.id, school: staff.schoolId }
    expect(lines).toMatchObject([
      { event: 'refused', reason: 'signed-out', route: 'GET /api/staff', status: 401, staff: null, school: null },
      { event: 'refused', reason: 'role', route: 'GET /api/staff', status: 403, ...who },
      { event: 'refused', reason: 'not-theirs', route: 'GET /api/classes/:id', status: 404, ...who },
      { event: 'refused', reason: 'other-site', route: 'POST /api', status: 403, staff: null, school: null },
    ])
    expect(JSON.stringify(lines)).not.toContain(other.classId)
  })
})

it('is not filled by somebody who is refused all the time', async () => {
  opened = await freshDatabase('sqlite')
  const later = Date.now() + 3_600_000
  const clock = vi.spyOn(Date, 'now').mockReturnValue(later)
  for (let count = 0; count < 620; count += 1) await asked(`/api/busy/${count}`)
  expect(lines).toHaveLength(600)
  expect(lines.map(({ more }) => more === true)).toEqual([...Array.from({ length: 599 }, () => false), true])
  clock.mockReturnValue(later + 61_000)
  await asked('/api/busy/1')
  expect(lines).toHaveLength(601)
})

it.each(engines)('what was refused is counted for all processes together, by the hour, on %s', async (engine) => {
  opened = await freshDatabase(engine)
  const { db } = opened
  await keepCounts()
  await db.deleteFrom('happening').execute()
  for (let count = 0; count < 3; count += 1) await asked('/api/busy/1')
  await post('/api/join', { key: 'nobody', pictures: ['car', 'fish', 'sun'] })
  await post('/api/join', {}, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })
  await asked('/api/staff')
  await keepCounts()
  const counts = { 'wrong-try': 1, limit: 3, refused: 1 }
  expect(await securityEventsOfLastDay(db), 'without the session that was over').toEqual(counts)
  await Promise.all(Array.from({ length: 5 }, () => addSecurityEvents(db, 'limit', 2)))
  expect(await securityEventsOfLastDay(db)).toEqual({ ...counts, limit: 13 })
  const HOUR = 3_600_000
  expect(await securityEventsOfLastDay(db, Date.now() + 22 * HOUR)).toEqual({ ...counts, limit: 13 })
  expect(await securityEventsOfLastDay(db, Date.now() + 24 * HOUR)).toEqual({ 'wrong-try': 0, limit: 0, refused: 0 })
  await deleteShortLived(db, new Date(Date.now() + 26 * HOUR))
  expect(await db.selectFrom('happening').selectAll().execute()).toEqual([])
})

it('counts wait while the database is away', async () => {
  const { db } = opened = await freshDatabase('sqlite')
  await keepCounts()
  await db.deleteFrom('happening').execute()
  await asked('/api/busy/1')
  opened = Object.defineProperty({ ...opened }, 'db', {
    get() {
      throw new Error('away')
    },
  })
  await keepCounts()
  opened = { db, engine: 'sqlite' }
  await keepCounts()
  await keepCounts()
  expect(await securityEventsOfLastDay(db)).toMatchObject({ limit: 1 })
})

it('is one line whatever is written into it', () => {
  const line = lineOf({ a: 'one\r\n{"event":"signed-in"}\u2028two\u0085\u001B[2J', b: '"}' })
  expect(line).toMatch(/^[ -~]+$/)
  expect(JSON.parse(line)).toEqual({ a: 'one\r\n{"event":"signed-in"}\u2028two\u0085\u001B[2J', b: '"}' })
})
