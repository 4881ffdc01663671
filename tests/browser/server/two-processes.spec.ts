/** Two processes of the app on one PostgreSQL: whatever one knows, the other does too. */
import { expect, test } from '@playwright/test'
import { addPupilsTo } from '../support/class-list.ts'
import { startPostgres, type Postgres } from '../../support/databases/postgres.ts'
import { admin, startSchoolServer, type SchoolServer } from '../support/school-server.ts'

const lessonId = 'lying-online-9-11'
const servers: SchoolServer[] = []
let postgres: Postgres | null = null

test.beforeAll(async () => {
  postgres = await startPostgres()
})
test.afterAll(async () => {
  for (const server of servers) await server.stop()
  await postgres?.stop()
})

test('sessions, limits, answers and the board are the same in both', async ({ browser, playwright }) => {
  test.skip(postgres === null, 'PostgreSQL is not installed')
  const DATABASE_URL = postgres?.address ?? ''
  const first = await startSchoolServer({ DATABASE_URL })
  servers.push(first)
  const teacher = await first.setUp(browser)
  const second = await startSchoolServer({ DATABASE_URL }, { hasSetupLink: false })
  servers.push(second)
  const cookies = await teacher.context().cookies()
  const there = await playwright.request.newContext({
    baseURL: second.address,
    extraHTTPHeaders: { Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') },
  })

  // A class made by one process, filled by the other; a pupil who joins by one and works by the other.
  const { id } = await (await teacher.request.post('/api/classes', { data: { name: '5B' } })).json() as { id: string }
  const pupils = await addPupilsTo(there, id, ['Ali'])
  await there.put(`/api/classes/${id}/open`, { data: { minutes: 60 } })
  const { code } = await (await teacher.request.get(`/api/classes/${id}`)).json() as { code: string }
  expect(
    (
      await there.post('/api/assignments', {
        data: { classIds: [id], lessonIds: [lessonId], opensOn: '2026-01-05', weekly: false, dueAfter: null, boosterWeeks: null },
      })
    ).status(),
  ).toBe(201)
  const joined = await fetch(`${first.address}/api/join`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ classCode: code, pupilId: pupils[0]?.id, pictures: pupils[0]?.pictures }),
  })
  expect(joined.status).toBe(200)
  const pupilCookie = joined.headers.getSetCookie().map(cookie => cookie.split(';')[0]).join('; ')
  const mine = (await (await fetch(`${second.address}/api/my`, { headers: { Cookie: pupilCookie } })).json()) as {
    pupilId: string
    assignments: { id: string }[]
  }
  const events = (server: SchoolServer, event: string) =>
    fetch(`${server.address}/api/my/assignments/${mine.assignments[0]?.id ?? ''}/events`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Cookie: pupilCookie },
      body: JSON.stringify({ pupilId: mine.pupilId, events: [{ id: event, change: { kind: 'arrived', screen: 'our-secret' } }] }),
    })
  const sent = await Promise.all(Array.from({ length: 40 }, (_, index) => events(index % 2 === 0 ? first : second, `event-${index % 20}`)))
  expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([200]))
  const board = await (await teacher.request.get(`/api/assignments?class=${id}`)).json() as { pupils: { cells: { progress: string }[] }[] }
  expect(board.pupils[0]?.cells[0]?.progress).toBe('started')

  // Ten wrong passwords at one process are ten at the other.
  const signIn = (server: SchoolServer, password: string) =>
    fetch(`${server.address}/api/auth/sign-in`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: admin.email, password }),
    })
  for (let count = 0; count < 10; count++)
    expect((await signIn(count % 2 === 0 ? first : second, 'wrong password entirely')).status).toBe(401)
  expect((await signIn(second, admin.password)).status).toBe(429)
  // The session that is open goes on, and ends in both at once.
  expect((await there.get('/api/account')).status()).toBe(200)
  await teacher.request.post('/api/auth/sign-out')
  expect((await there.get('/api/account')).status()).toBe(401)
  await there.dispose()
  await teacher.context().close()
})
