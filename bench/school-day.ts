/**
 * A whole school on one morning: 2,000 pupils join, play a lesson and finish it, each as their device would tell it, while a
 * teacher's table is open.
 */
import type { AttemptChange } from '#shared/attempt/attempt-changes'
import { drawItems, newGo, pack } from '#activities/quiz/score'
import type { Lesson } from '#activities/lesson'
import { DEFAULT_LOCALE, DEFAULT_LANGUAGE } from '#shared/text/languages'
import { staffAuth } from '../server/accounts/sign-in/staff-auth.ts'
import { folderSource } from '../server/content/sources/folder-source.ts'
import { findLesson, readLibrary } from '../server/content/library/library.ts'
import { assign, assignmentsOf, today } from '../server/assignments/assignments.ts'
import { makeClass, openClass, readClass } from '../server/classes/classes.ts'
import { openDatabase, type Db } from '../server/platform/database/client.ts'
import { serverSecret } from '../server/platform/security/secret.ts'
import { newId } from '../server/platform/security/tokens.ts'
import { schoolWith } from '../tests/support/databases/seed-school.ts'
import { inDatabase, startApp, type Store } from './running-app.ts'
import { addPupils } from '../tests/support/databases/add-pupils.ts'

const PUPILS = 2_000
const IN_A_CLASS = 30
/** Pupils whose device waits for an answer at the same time. */
const AT_ONCE = 64
/** Milliseconds between two looks of the teacher's table, as the page does it. */
const TABLE_EVERY = 5_000
const lessonId = 'lying-online-9-11'
const PASSWORD = 'lamp otter violin mud'

interface Child { readonly code: string, readonly pupilId: string, readonly pictures: readonly string[], readonly assignmentId: string }

async function school(store: Store) {
  const opened = await openDatabase(store.url)
  const { db } = opened
  const secret = await serverSecret(db)
  const { staff } = await schoolWith(db, { pupils: 0 })
  const { internalAdapter, password } = await staffAuth({ ...opened, secret, baseURL: 'http://localhost' }).$context
  await internalAdapter.createAccount({
    userId: staff.id,
    providerId: 'credential',
    accountId: staff.id,
    issuer: 'credential',
    password: await password.hash(PASSWORD),
  } as Parameters<typeof internalAdapter.createAccount>[0])
  const children: Child[] = []
  let classId = ''
  while (children.length < PUPILS) {
    const { id } = await makeClass(db, staff, `Class ${children.length / IN_A_CLASS + 1}`)
    classId = id
    const pupils = await addPupils(db, staff, secret, id, Array.from({ length: IN_A_CLASS }, (_, index) => `Pupil ${index + 1}`))
    await openClass(db, staff, id, 60, 'here')
    await assign(db, staff, { classId: id, lessonIds: [lessonId], opensOn: today(), weekly: false, dueAfter: null, boosterWeeks: null })
    const { code } = await readClass(db, staff, id)
    const [assignment] = await assignmentsOf(db, staff, id)
    children.push(...pupils.map(({ id: pupilId, pictures }) => ({ code, pupilId, pictures, assignmentId: assignment?.id ?? '' })))
  }
  await db.destroy()
  return { children, classId, email: staff.email }
}

/** What a device tells, request by request: every screen when it has been done, and each answer of the quiz. */
function* tellings(lesson: Lesson, seed: number): Generator<AttemptChange[]> {
  for (const [index, screen] of lesson.screens.entries()) {
    const next = lesson.screens[index + 1]
    if (screen.type === 'quiz') {
      const responses: Record<string, string> = {}
      for (const { id, options } of drawItems(screen, seed)) {
        responses[id] = options.find(({ correct }) => correct)?.id ?? ''
        yield [{ kind: 'answered', screen: screen.id, packed: pack({ ...newGo(seed), responses }) }]
      }
    }
    yield next ? [{ kind: 'marked', screen: screen.id, mark: 'done' }, { kind: 'arrived', screen: next.id }] : [{ kind: 'finished' }]
  }
}

/** Times every request under a name. */
function client(address: string) {
  const times = new Map<string, number[]>()
  async function ask(name: string, path: string, { body, cookie = '' }: { body?: object, cookie?: string } = {}): Promise<Response> {
    const started = performance.now()
    const response = await fetch(address + path, {
      method: body ? 'POST' : 'GET',
      headers: { 'content-type': 'application/json', cookie },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    await response.clone().arrayBuffer()
    times.set(name, [...times.get(name) ?? [], performance.now() - started])
    if (!response.ok) throw new Error(`${name}: ${response.status} ${await response.text()}`)
    return response
  }
  return { times, ask }
}

const cookiesOf = (response: Response) => response.headers.getSetCookie().map(cookie => cookie.split(';')[0]).join('; ')

async function take(ask: ReturnType<typeof client>['ask'], lesson: Lesson, child: Child, seed: number) {
  await ask('names', '/api/join/class', { body: { code: child.code } })
  const cookie = cookiesOf(
    await ask('join', '/api/join', { body: { classCode: child.code, pupilId: child.pupilId, pictures: child.pictures } }),
  )
  await ask('list', '/api/my', { cookie })
  await ask('lesson', `/api/my/assignments/${child.assignmentId}`, { cookie })
  for (const changes of tellings(lesson, seed)) {
    await ask('answer', `/api/my/assignments/${child.assignmentId}/events`, {
      cookie,
      body: { pupilId: child.pupilId, events: changes.map(change => ({ id: newId(), change })) },
    })
  }
}

const percentile = (values: readonly number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN

const finishedIn = async (db: Db) =>
  Number(
    (
      await db
        .selectFrom('attempt')
        .where('status', '=', 'finished')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
    ).count,
  )

export async function schoolDay(store: Store) {
  const lesson = findLesson(await readLibrary(folderSource('content')), lessonId, DEFAULT_LOCALE)
  if (!lesson) throw new Error(`no lesson ${lessonId}`)
  const { children, classId, email } = await school(store)
  const app = await startApp(store)
  const { times, ask } = client(app.address)
  const cookie = cookiesOf(await ask('sign-in', '/api/auth/sign-in', { body: { email, password: PASSWORD } }))
  const table = setInterval(() => void ask('table', `/api/assignments?class=${classId}`, { cookie }), TABLE_EVERY)
  const waiting = [...children.entries()]
  const started = performance.now()
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) await take(ask, lesson, next[1], next[0] + 1)
  }))
  const seconds = (performance.now() - started) / 1000
  clearInterval(table)
  const [memory, processor] = [app.memory(), app.processorTime() / 1000]
  await app.stop()
  const finished = await inDatabase(store, finishedIn)
  const speedOf = (name: string) =>
    `${name} ${percentile(times.get(name) ?? [], 0.5).toFixed(0)} / ${percentile(times.get(name) ?? [], 0.99).toFixed(0)} ms`
  return [
    {
      what: `${children.length.toLocaleString(DEFAULT_LANGUAGE.tag)} pupils join, play and finish, ${AT_ONCE} at once, ${store.name}`,
      measured: `${seconds.toFixed(0)} s, ${(times.get('answer') ?? []).length.toLocaleString(DEFAULT_LANGUAGE.tag)} requests with answers; median / p99: ${['names', 'join', 'list', 'lesson', 'answer', 'table'].map(speedOf).join(', ')}; ${finished} finished; the app took ${memory} MB and ${processor.toFixed(0)} s of processor time`,
      budget: `all finished`,
    },
  ]
}
