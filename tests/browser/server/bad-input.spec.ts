/**
 * What people, broken programs and attackers send: refused with a sentence and nothing half-done, or kept tidy and shown as text.
 * No browser page is opened here.
 */
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { sql } from 'kysely'
import type { AttemptEvent } from '#shared/attempt/attempt-changes'
import { decodeAttempt } from '#shared/attempt/suspend-data'
import type { Lesson } from '#activities/lesson'
import { drawItems, newGo, pack } from '#activities/quiz/score'
import { outlineOf } from '#activities/scoring'
import { staffAuth } from '../../../server/accounts/sign-in/staff-auth.ts'
import { assign, assignmentsOf, today, withdraw } from '../../../server/assignments/assignments.ts'
import { archiveClass, bringBackClass, makeClass } from '../../../server/classes/classes.ts'
import { openDatabase, type OpenDatabase } from '../../../server/platform/database/client.ts'
import { tables } from '../../../server/school/backup.ts'
import { erasePupil } from '../../../server/classes/pupils.ts'
import { movePupil } from '../../../server/assignments/move-pupil.ts'
import { serverSecret } from '../../../server/platform/security/secret.ts'
import { markOf } from '../../../server/platform/database/event-marks.ts'
import { hashOf, newToken } from '../../../server/platform/security/tokens.ts'
import { listFor } from '../support/class-list.ts'
import { schoolWith } from '../../support/databases/seed-school.ts'
import { addressOf, bodies, nameOf, routes, unknownRoutes, type Target } from '../support/routes.ts'
import { startSchoolServer, type SchoolServer } from '../support/school-server.ts'
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.ts'
import { addPupils } from '../../support/databases/add-pupils.ts'

const PASSWORD = 'lamp otter violin mud'
/** In another class of the same school: no answer here has any reason to name them. */
const OTHERS = 'Ottoline'
const SCRIPT = '<img src=x onerror=alert(1)>'
const QUOTES = 'Robert\'); DROP TABLE pupil;--'

const texts: readonly string[] = [
  QUOTES,
  SCRIPT,
  '=HYPERLINK("http://x.example")',
  'NUL \u0000 bell \u0007 and \u001B[31m',
  '\u202Eevil\u2066',
  'half \uD83D',
  '👩‍👩‍👧‍👦 🦊',
  '../../etc/passwd%00%0d%0a',
  '\r\nSet-Cookie: a=b',
  'x'.repeat(10_000),
  '\u200B',
  '__proto__',
  '',
]
/** Stands for arrays in arrays, ten thousand deep, which JSON.stringify cannot write. */
const DEEP = '@deep@'
const odd: readonly unknown[] = [
  ...texts,
  DEEP,
  null,
  -1,
  1e308,
  [],
  { toString: 'a' },
  Array.from({ length: 5_000 }, (_, index) => `n${index}`),
]
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

test.describe.configure({ mode: 'default' })
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
  const rows = await Promise.all(
    kept.map(
      async table =>
        [
          table,
          await opened.db
            .selectFrom(table as 'audit')
            .selectAll()
            .execute(),
        ] as const,
    ),
  )
  // That too much was tried at an account is written down for admins, and is nobody's change.
  return Object.fromEntries(
    rows.map(([table, all]) => [table, all.filter(({ action }) => action !== 'account.tries' && action !== 'account.codes')]),
  )
}

async function pupilSession(pupilId: string) {
  const token = newToken()
  await opened.db
    .insertInto('pupil_session')
    .values({ token_hash: hashOf(token), school_id: school.schoolId, pupil_id: pupilId, used_at: new Date().toISOString() })
    .execute()
  return `whos-there-pupil=${token}`
}

const cookieFor = (path: string) => path.startsWith('/api/my') ? pupilCookie : staffCookie
const ask = (method: string, path: string, body?: BodyInit, { cookie = cookieFor(path), type = 'application/json' } = {}) =>
  fetch(server.address + path, {
    method,
    headers: { Cookie: cookie, ...(body === undefined ? {} : { 'Content-Type': type }) },
    ...(body === undefined ? {} : { body, duplex: 'half' }),
  } as RequestInit)
const post = (path: string, body: object, cookie = pupilCookie) => ask('POST', path, JSON.stringify(body), { cookie })

/** What tells about the inside of the server, or about somebody else. */
const LEAK = new RegExp(
  `sqlite|postgres|kysely|node_modules|\\.mjs|\\.ts\\b|/tmp/|\\n\\s+at |(?:Syntax|Type|Range|Zod)Error|${OTHERS}`,
  'i',
)

/** @returns what is wrong with an answer, or nothing */
async function faultOf(response: Response): Promise<string | undefined> {
  const text = await response.text()
  if (response.status >= 500) return `answers ${response.status}: ${text.slice(0, 300)}`
  // Guides are published, and name what a server runs on.
  if (response.status < 400 && /\/api\/(?:guides|search)\b/.test(new URL(response.url).pathname)) return undefined
  // An admin is told which kind of database it is.
  if (response.status < 400) return LEAK.test(text.replace('"engine":"sqlite"', '')) ? `tells too much: ${text.slice(0, 300)}` : undefined
  const {
    statusCode,
    statusMessage,
    data,
    url: _,
    ...rest
  } = JSON.parse(text) as { statusCode: number, statusMessage: string, data?: object, url?: string }
  if (LEAK.test(JSON.stringify([statusMessage, data, rest]))) return `tells too much: ${text.slice(0, 300)}`
  if (statusCode !== response.status || !/^[A-Z]\S* \S+ \S/.test(statusMessage)) return `has no sentence: ${text.slice(0, 300)}`
  return undefined
}

test.beforeAll(async () => {
  folder = temporaryFolder('bad-input')
  opened = await openDatabase(join(folder, 'whos-there.sqlite'))
  const { db } = opened
  const auth = staffAuth({ ...opened, secret: await serverSecret(db), baseURL: 'http://localhost' })
  const { internalAdapter, password } = await auth.$context
  school = await schoolWith(db, { pupils: 2 })
  await db.updateTable('staff').set({ role: 'admin' }).execute()
  await internalAdapter.createAccount({
    userId: school.staffId,
    providerId: 'credential',
    accountId: school.staffId,
    issuer: 'credential',
    password: await password.hash(PASSWORD),
  } as Parameters<typeof internalAdapter.createAccount>[0])
  await addPupils(db, school.staff, 's'.repeat(40), (await makeClass(db, school.staff, 'Others')).id, [OTHERS])
  await assign(db, school.staff, {
    classId: school.classId,
    lessonIds: ['lying-online-9-11'],
    opensOn: today(),
    weekly: false,
    dueAfter: null,
    boosterWeeks: null,
  })
  const [assignment] = await assignmentsOf(db, school.staff, school.classId)
  server = await startSchoolServer({ DATA_DIR: folder }, { hasSetupLink: false })
  const response = await fetch(`${server.address}/api/auth/sign-in`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: school.staff.email, password: PASSWORD }),
  })
  staffCookie = response.headers.getSetCookie().map(cookie => cookie.split(';')[0]).join('; ')
  pupilCookie = await pupilSession(school.pupilIds[0] ?? '')
  target = {
    classId: school.classId,
    pupilId: school.pupilIds[0] ?? '',
    assignmentId: assignment?.id ?? '',
    staffId: school.staffId,
    sessionId: 'none',
    groupId: 'none',
    changeId: 'none',
  }
})

test.afterAll(async () => {
  await server.stop()
  await opened.db.destroy()
  removeFolder(folder)
})

test('every field of every route: refused with a sentence and nothing half-done, or kept tidy', async () => {
  const wrong = unknownRoutes.map(name => `${name}: add it to support/routes.ts, with a body that it would take`)
  let before = JSON.stringify(await everything())
  const version = async () => (await sql<{ data_version: number }>`pragma data_version`.execute(opened.db)).rows[0]?.data_version
  let seen = await version()
  for (const route of routes) {
    const good = bodies[nameOf(route)]?.(target)
    if (!good) continue
    const raw = [
      '',
      '{',
      '{"name":',
      'nul',
      '[]',
      'null',
      '7',
      '"text"',
      '['.repeat(10_000) + ']'.repeat(10_000),
      '{"__proto__":{"role":"admin"}}',
    ]
    // What can be exported is spoiled field by field in server/api/export/routes.test.ts.
    const fields = route.path.startsWith('/api/export') ? [] : spoiled(good)
    const asked: [string, string | undefined][] = [...fields.map(written), written({ ...good, admin: true }), ...raw].map(body => [
      body,
      undefined,
    ])
    asked.push(
      [JSON.stringify(good), 'text/plain'],
      [JSON.stringify(good), 'multipart/form-data; boundary=x'],
      ['name=Mallory', 'application/x-www-form-urlencoded'],
    )
    for (const [body, type] of asked) {
      const response = await ask(route.method, addressOf(route, target), body, type === undefined ? {} : { type })
      const status = response.status
      const fault = await faultOf(response)
      if (fault !== undefined) wrong.push(`${nameOf(route)} with ${body.slice(0, 150)}: ${fault}`)
      if (await version() === seen) continue
      seen = await version()
      const now = JSON.stringify(await everything())
      if (status >= 400 && now !== before)
        wrong.push(`${nameOf(route)} with ${body.slice(0, 150)}: answers ${status}, but has changed something`)
      before = now
    }
  }
  for (const route of routes.filter(({ method }) => method === 'GET')) {
    for (const text of texts.filter(({ length }) => length > 0 && length < 5_000)) {
      const value = encodeURIComponent(text.toWellFormed())
      const query = ['class', 'scores', 'pupil', 'page', 'locale', 'lesson', 'format', 'options', 'key', 'age']
        .map(name => `${name}=${value}`)
        .join('&')
      for (const path of [
        `${addressOf(route, target).split('?')[0] ?? ''}?${query}`,
        addressOf(route, { ...target, classId: value, pupilId: value, assignmentId: value, staffId: value }),
      ]) {
        const fault = await faultOf(await ask('GET', path))
        if (fault !== undefined) wrong.push(`GET ${path.slice(0, 150)}: ${fault}`)
      }
    }
  }
  expect(wrong).toEqual([])
  for (const [table, rows] of Object.entries(await everything())) {
    expect(JSON.stringify(rows), table).not.toMatch(/\\u00[01]|\\r|\\ud[89a-f]|[\u202A-\u202E\u2066-\u2069\u200B]/i)
  }
})

const tenMegabytes = Buffer.alloc(10_000_000, 'x')

test('ten megabytes: refused by every route, whether or not the length is said, and the server goes on', async () => {
  // A whole package is taken by one route, which looks at its kind first.
  const small = routes.filter(({ method, path }) => method !== 'GET' && path !== '/api/export/preview/foreign')
  for (const route of small) {
    const response = await ask(route.method, addressOf(route, target), tenMegabytes)
    expect([nameOf(route), response.status, await faultOf(response)]).toEqual([nameOf(route), 413, undefined])
  }
  const inPieces = (whole: Uint8Array) => new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < whole.length; at += 100_000) controller.enqueue(whole.subarray(at, at + 100_000))
      controller.close()
    },
  })
  for (const path of [`/api/my/assignments/${target.assignmentId}/events`, '/api/join', '/api/auth/sign-in'])
    expect((await ask('POST', path, inPieces(tenMegabytes))).status, path).toBe(413)
  expect((await ask('POST', '/api/classes', inPieces(Buffer.from(JSON.stringify({ name: 'In pieces' }))))).status).toBe(200)
  expect((await ask('GET', '/api/health')).status).toBe(200)
})

/** A class of its own with a lesson that is open today, and its pupils signed in. */
async function classAtWork(names: readonly string[]) {
  const { db } = opened
  const { id: classId } = await makeClass(db, school.staff, `At work ${newToken()}`)
  const pupils = await addPupils(db, school.staff, 's'.repeat(40), classId, names)
  await assign(db, school.staff, {
    classId,
    lessonIds: ['lying-online-9-11'],
    opensOn: today(),
    weekly: false,
    dueAfter: null,
    boosterWeeks: null,
  })
  const [assignment] = await assignmentsOf(db, school.staff, classId)
  if (!assignment) throw new Error('one was assigned')
  return {
    classId,
    assignment,
    events: `/api/my/assignments/${assignment.id}/events`,
    check: `/api/my/assignments/${assignment.id}/check`,
    pupils: await Promise.all(pupils.map(async ({ id }) => ({ id, cookie: await pupilSession(id) }))),
  }
}

test('events sent twice, in another order, with a clock that is wrong, or for somebody else come to the same as the honest ones', async () => {
  const {
    events: path,
    pupils: [honest, twice, shuffled, ahead],
    assignment,
  } = await classAtWork(['Honest', 'Twice', 'Shuffled', 'Ahead'])
  if (!honest || !twice || !shuffled || !ahead) throw new Error('no pupils')
  const { lesson } = (await (await ask('GET', `/api/my/assignments/${assignment.id}`, undefined, { cookie: honest.cookie })).json()) as {
    lesson: Lesson
  }
  const quiz = lesson.screens.find(screen => screen.type === 'quiz')
  if (quiz?.type !== 'quiz') throw new Error('the lesson has a quiz')
  const go = newGo(7)
  const responses = Object.fromEntries(drawItems(quiz, 7).map(({ id, options }) => [id, options.find(({ correct }) => correct)?.id ?? '']))
  const batches: AttemptEvent[][] = [
    lesson.screens
      .slice(0, 6)
      .map(({ id }, index) => ({ id: `seen-${index}`, change: { kind: 'marked', screen: id, mark: index % 2 === 0 ? 'done' : 'seen' } })),
    [{ id: 'answer', change: { kind: 'answered', screen: quiz.id, packed: pack({ ...go, responses }) } }],
    [
      { id: 'end', change: { kind: 'finished' } },
      { id: 'last', change: { kind: 'arrived', screen: lesson.screens.at(-1)?.id ?? '' } },
    ],
  ]
  const send = async (pupil: { id: string, cookie: string }, events: readonly object[]) =>
    expect((await post(path, { pupilId: pupil.id, events, at: '2099-01-01' }, pupil.cookie)).status).toBe(200)
  for (const batch of batches) await send(honest, batch)
  for (const batch of [...batches, ...batches, batches.flat()]) await send(twice, [...batch, ...batch])
  for (const batch of [...batches].reverse()) await send(shuffled, [...batch].reverse())
  for (const [index, batch] of batches.entries())
    await send(
      ahead,
      batch.map(event => ({
        ...event,
        at: `20${index}0-01-01T00:00:00Z`,
        change: { ...event.change, at: 4e12, score: { points: 99, max: 1 } },
      })),
    )

  const rows = await opened.db.selectFrom('attempt').selectAll().where('assignment_id', '=', assignment.id).execute()
  const of = (pupil: { id: string }) => {
    const { status, points, max, state } = rows.find(row => row.pupil_id === pupil.id) ?? { state: '' }
    const decoded = decodeAttempt(outlineOf(lesson, { endedCompletes: true }), state)
    return { status, points, max, attempt: decoded.kind === 'attempt' ? decoded.attempt : decoded }
  }
  expect(of(honest)).toMatchObject({ status: 'finished', attempt: { finished: true, score: { points: expect.any(Number) } } })
  for (const pupil of [twice, shuffled, ahead]) expect(of(pupil)).toEqual(of(honest))
  // Of the events themselves only the one that moves the pupil is remembered.
  expect(rows.map(row => row.heard)).toEqual(rows.map(() => markOf('last')))
  expect(JSON.stringify(rows)).not.toMatch(/2099|20\d0-01|4000000000000|99/)

  const before = await everything()
  const response = await post(path, { pupilId: honest.id, events: [{ id: 'theirs', change: { kind: 'finished' } }] }, twice.cookie)
  expect([response.status, await faultOf(response)]).toEqual([401, undefined])
  expect(await everything()).toEqual(before)
})

test('a page left open too long: each of its requests gets a sentence, and changes nothing', async () => {
  const { db } = opened
  const { staff } = school
  const event = { events: [{ id: 'late', change: { kind: 'finished' } }] }
  const refused = async (name: string, status: number, asked: () => Promise<Response>) => {
    const before = await everything()
    const response = await asked()
    expect([name, response.status, await faultOf(response)]).toEqual([name, status, undefined])
    expect(await everything(), name).toEqual(before)
  }
  const { classId, assignment, events, check, pupils: [moved, erased, left] } = await classAtWork(['Moved', 'Erased', 'Left'])
  if (!moved || !erased || !left) throw new Error('no pupils')
  const late
    = (pupil: { id: string, cookie: string }, path = events) =>
      () =>
        post(path, path === check ? { pupilId: pupil.id, form: 'before', answers: {} } : { pupilId: pupil.id, ...event }, pupil.cookie)
  const { id: elsewhere } = await makeClass(db, staff, 'Elsewhere')
  await movePupil(db, staff, moved.id, elsewhere)
  await refused('a pupil who was moved', 404, late(moved))
  await refused('a check of a pupil who was moved', 404, late(moved, check))
  await refused('their lesson', 404, () => ask('GET', `/api/my/assignments/${assignment.id}`, undefined, { cookie: moved.cookie }))
  await erasePupil(db, staff, erased.id)
  await refused('a pupil who was erased', 401, late(erased))
  const asStaff = (method: string, path: string, body?: object) => () =>
    ask(method, path, body === undefined ? undefined : JSON.stringify(body))
  await refused('their name', 404, asStaff('PATCH', `/api/pupils/${erased.id}`, { name: 'Zoë' }))
  await refused('their erasure', 404, asStaff('DELETE', `/api/pupils/${erased.id}`))
  await refused(
    'a pupil of another class',
    404,
    asStaff('POST', `/api/assignments/${assignment.id}/excuse`, { pupilId: moved.id, excused: true }),
  )

  expect((await ask('POST', `/api/assignments/${assignment.id}/close`)).status).toBe(204)
  await refused('a lesson that was closed', 409, late(left))
  await refused('its check', 409, late(left, check))
  await refused('closing it again', 409, asStaff('POST', `/api/assignments/${assignment.id}/close`))

  await archiveClass(db, staff, classId)
  for (const [method, path, body] of [
    ['PATCH', `/api/classes/${classId}`, { name: 'Late' }],
    ['PUT', `/api/classes/${classId}/open`, { minutes: 60 }],
    ['PUT', `/api/classes/${classId}/archived`, { archived: true }],
    ['POST', '/api/class-lists', listFor(classId, ['Ali'])],
    ['POST', `/api/classes/${classId}/code`, undefined],
    ['POST', `/api/classes/${classId}/cards`, { pupilIds: [left.id] }],
    ['POST', `/api/classes/${classId}/pictures`, { pupilIds: [left.id] }],
    ['PATCH', `/api/pupils/${left.id}`, { name: 'Late' }],
    ['PATCH', `/api/pupils/${left.id}`, { classId: school.classId }],
    ['PATCH', `/api/pupils/${moved.id}`, { classId }],
    [
      'POST',
      '/api/assignments',
      { classIds: [classId], lessonIds: ['lying-online-9-11'], opensOn: today(), weekly: false, dueAfter: null, boosterWeeks: null },
    ],
    ['PATCH', `/api/assignments/${assignment.id}`, { opensOn: today(), dueOn: null }],
    ['POST', `/api/assignments/${assignment.id}/excuse`, { pupilId: left.id, excused: true }],
    ['DELETE', `/api/assignments/${assignment.id}`, undefined],
  ] as const)
    await refused(`archived: ${method} ${path} ${JSON.stringify(body)}`, 409, asStaff(method, path, body))
  await refused('a pupil of an archived class', 401, late(left))
  await bringBackClass(db, staff, classId)
  await withdraw(db, staff, assignment.id)
  for (const method of ['PATCH', 'DELETE'])
    await refused(
      'what was taken away',
      404,
      asStaff(method, `/api/assignments/${assignment.id}`, method === 'PATCH' ? { opensOn: today(), dueOn: null } : undefined),
    )
  await refused('a list with a name twice', 400, asStaff('POST', '/api/class-lists', listFor(classId, ['Mia', 'mia'])))
  await addPupils(db, staff, 's'.repeat(40), classId, ['Taken'])
  await refused('a name that is there', 409, asStaff('PATCH', `/api/pupils/${left.id}`, { name: 'TAKEN ' }))
  expect(
    (
      await asStaff('DELETE', `/api/classes/${classId}`, {
        name: (await db.selectFrom('class').select('name').where('id', '=', classId).executeTakeFirst())?.name ?? '',
      })()
    ).status,
  ).toBe(200)
  for (const [method, body] of [
    ['PATCH', { name: 'Late' }],
    ['DELETE', { name: 'Late' }],
  ] as const)
    await refused('a class that was deleted', 404, asStaff(method, `/api/classes/${classId}`, body))
})

test('what people typed comes back as text: on pages, in the file for a spreadsheet, in answers', async () => {
  const { db } = opened
  const { classId, pupils: [first, second] } = await classAtWork([SCRIPT, QUOTES])
  await db.updateTable('class').set({ name: `${SCRIPT} 5B` }).where('id', '=', classId).execute()
  await db.updateTable('staff').set({ name: '=HYPERLINK("http://x.example","A")' }).where('id', '=', school.staffId).execute()
  await db.updateTable('school').set({ name: SCRIPT, help_contact: SCRIPT }).execute()
  for (const path of [
    '/teach/classes',
    `/teach/classes/${classId}`,
    `/teach/classes/${classId}?tab=pupils`,
    `/teach/classes/${classId}/board`,
    `/teach/classes/${classId}/progress`,
    `/teach/classes/${classId}/pupils/${first?.id ?? ''}`,
    `/teach/classes/${classId}/cards`,
    `/teach/classes/${classId}/assign`,
    '/teach/school',
    '/teach/staff',
    '/teach/audit',
    '/teach/account',
  ]) {
    const response = await ask('GET', path)
    const html = await response.text()
    expect([path, response.status, html.includes('<img src=x'), html.includes('="http://x')]).toEqual([path, 200, false, false])
  }
  expect(await (await ask('GET', `/teach/classes/${classId}?tab=pupils`)).text()).toMatch(
    /&lt;img src=x onerror=alert\(1\)&gt;.*Robert&#39;\); DROP TABLE pupil;--|Robert'\); DROP TABLE pupil;--/s,
  )
  for (const pupil of [first, second]) {
    const html = await (await ask('GET', '/my', undefined, { cookie: pupil?.cookie ?? '' })).text()
    expect(html).not.toContain('<img src=x')
    expect(html).toContain(pupil === first ? '&lt;img src=x onerror=alert(1)&gt;' : 'DROP TABLE')
  }
  const file = await (await ask('GET', '/api/audit.csv')).text()
  expect(file).toContain('"\'=HYPERLINK(""http://x.example"",""A"")"')
  expect(file).not.toMatch(/(?:^|,)"?[=+@-]/m)
  for (const path of [`/api/classes/${classId}`, `/api/classes/${classId}/data`])
    expect((await ask('GET', path)).headers.get('content-type'), path).toMatch(/^application\/json/)
})
