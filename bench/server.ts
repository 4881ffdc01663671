/** The server under a school's load, on each database that this machine has. Bounded in count and time, and on this machine only. */
import autocannon from 'autocannon'
import { sql, SqliteAdapter } from 'kysely'
import { DEFAULT_LANGUAGE } from '#shared/text/languages'
import { assign, assignmentsOf, today } from '../server/assignments/assignments.ts'
import { boardOf } from '../server/assignments/board.ts'
import type { Db } from '../server/platform/database/client.ts'
import { closeAssignment, emptyClosed } from '../server/assignments/closing.ts'
import { shownOf } from '../server/insight/shown.ts'
import { hashOf, newId, newToken } from '../server/platform/security/tokens.ts'
import { schoolWith } from '../tests/support/databases/seed-school.ts'
import { inDatabase, startApp, stores, type Store } from './running-app.ts'
import { schoolAnswers, told, type Seat } from './school-rate.ts'
import { schoolDay } from './school-day.ts'

const PUPILS = 2_000
const IN_A_CLASS = 30
/** Seconds of each load. */
export const SECONDS = 8
/** A pupil answers about every ten seconds. */
export const SCHOOL_RATE = PUPILS / 10
const lessonId = 'lying-online-9-11'

interface Row { readonly what: string, readonly measured: string, readonly budget: string }

/** Whole classes, each with a lesson to do and every pupil signed in. */
export async function seat(db: Db, pupils = PUPILS): Promise<Seat[]> {
  const seats: Seat[] = []
  while (seats.length < pupils) {
    const { staff, schoolId, classId, pupilIds } = await schoolWith(db, { pupils: IN_A_CLASS })
    await assign(db, staff, { classId, lessonIds: [lessonId], opensOn: today(), weekly: false, dueAfter: null, boosterWeeks: null })
    const [assignment] = await assignmentsOf(db, staff, classId)
    const tokens = pupilIds.map(() => newToken())
    await db
      .insertInto('pupil_session')
      .values(
        pupilIds.map((id, index) => ({
          token_hash: hashOf(tokens[index] ?? ''),
          school_id: schoolId,
          pupil_id: id,
          used_at: new Date().toISOString(),
        })),
      )
      .execute()
    seats.push(
      ...pupilIds.map((pupilId, index) => ({ pupilId, assignmentId: assignment?.id ?? '', cookie: `whos-there-pupil=${tokens[index]}` })),
    )
  }
  return seats
}

/** As many as the server takes: every request is an answer of the next pupil, with an id of its own. */
export function answers(url: string, seats: readonly Seat[], how: { connections: number }) {
  let next = 0
  return autocannon({
    url, ...how, duration: SECONDS,
    requests: [{
      method: 'POST',
      setupRequest(request) {
        const { pupilId, assignmentId, cookie } = seats[next++ % seats.length] as Seat
        return {
          ...request,
          path: `/api/my/assignments/${assignmentId}/events`,
          headers: { 'content-type': 'application/json', cookie },
          body: JSON.stringify({ pupilId, events: [{ id: newId(), change: { kind: 'arrived', screen: 'our-secret' } }] }),
        }
      },
    }],
  })
}

async function load(store: Store): Promise<Row[]> {
  const seats = await inDatabase(store, seat)
  const app = await startApp(store)
  await answers(app.address, seats, { connections: 4 })
  const before = app.processorTime()
  const most = await answers(app.address, seats, { connections: 32 })
  const each = (app.processorTime() - before) / most['2xx']
  const school = await schoolAnswers(app.address, seats, { perSecond: SCHOOL_RATE, seconds: SECONDS })
  await app.stop()
  // Each answer is a move, of which an attempt keeps a mark of eight letters.
  const { letters } = await inDatabase(store, db =>
    sql<{ letters: number }>`select sum(length(heard)) as letters from attempt`
      .execute(db)
      .then(({ rows: [row] }) => row ?? { letters: 0 }),
  )
  const speedOf = ({ requests, latency, non2xx, errors }: autocannon.Result) =>
    `${Math.round(requests.average)} answers/s, p99 ${latency.p99} ms, ${non2xx + errors} refused`
  return [
    {
      what: `durable answers over HTTP, ${store.name}`,
      measured: `${speedOf(most)}; ${each.toFixed(2)} ms of processor time each`,
      budget: '≥ 2,500/s, p99 ≤ 50 ms',
    },
    {
      what: `2,000 pupils, an answer every 10 s, ${store.name}`,
      measured: `${told(school)}; ${Number(letters) / 8 >= most['2xx'] + school.times.length - school.refused ? 'none' : 'some'} lost`,
      budget: 'none lost',
    },
  ]
}

/** Another school of 100 pupils, each of whom has done ten lessons. @returns how many attempts that is */
async function finishedSchool(db: Db): Promise<number> {
  const { schoolId, classId, pupilIds } = await schoolWith(db, { pupils: 100 })
  const assignments = Array.from({ length: 10 }, (_, place) => ({
    id: newId(),
    school_id: schoolId,
    class_id: classId,
    lesson_id: lessonId,
    place,
    kind: 'lesson' as const,
    opens_on: today(),
    due_on: null,
    created_at: new Date().toISOString(),
    closed_at: null,
  }))
  await db.insertInto('assignment').values(assignments).execute()
  for (const { id } of assignments) {
    await db
      .insertInto('attempt')
      .values(
        pupilIds.map(pupilId => ({
          id: newId(),
          school_id: schoolId,
          assignment_id: id,
          pupil_id: pupilId,
          lesson_version: 1,
          state: '',
          status: 'finished' as const,
          points: 8,
          max: 10,
          changes: 1,
        })),
      )
      .execute()
  }
  await db
    .insertInto('insight_look')
    .values(
      assignments.map(({ id }) => ({
        school_id: schoolId,
        assignment_id: id,
        form: 'quiz' as const,
        over: 100,
        classes: 1,
        said: JSON.stringify({ 'option item a': { of: 100, word: 1 } }),
      })),
    )
    .execute()
  return assignments.length * pupilIds.length
}

async function middle(work: () => Promise<unknown>): Promise<string> {
  const times: number[] = []
  for (let run = 0; run < 21; run++) {
    const started = performance.now()
    await work()
    times.push(performance.now() - started)
  }
  return `${times.toSorted((a, b) => a - b)[10]?.toFixed(2)} ms`
}

/** What a teacher opens, for one class while the whole database grows. */
function dashboards(store: Store): Promise<Row[]> {
  return inDatabase(store, async (db) => {
    const { staff, classId } = await schoolWith(db, { pupils: IN_A_CLASS })
    await assign(db, staff, { classId, lessonIds: [lessonId], opensOn: today(), weekly: false, dueAfter: null, boosterWeeks: null })
    const [assignment] = await assignmentsOf(db, staff, classId)
    if (!assignment) throw new Error('one was assigned')
    await closeAssignment(db, staff, assignment.id)
    await emptyClosed(db, { ...assignment, can_reopen: 1 }, undefined)
    const rows: Row[] = []
    let attempts = 0
    for (const size of [1_000, 10_000, 100_000, 1_000_000]) {
      while (attempts < size) attempts += await db.transaction().execute(finishedSchool)
      // PostgreSQL counts its rows by itself after a while, and plans by that.
      if (!(db.getExecutor().adapter instanceof SqliteAdapter)) await sql`analyze`.execute(db)
      const table = await middle(() => boardOf(db, staff, classId, true))
      const insight = await middle(() => shownOf(db, [assignment?.id ?? '']))
      rows.push({
        what: `a class's table / insight beside ${size.toLocaleString(DEFAULT_LANGUAGE.tag)} attempts, ${store.name}`,
        measured: `${table} / ${insight}`,
        budget: 'flat',
      })
    }
    return rows
  })
}

/** @returns rows for the bench's table, as they are measured */
export async function* serverLoad(): AsyncGenerator<Row> {
  for (const store of await stores()) {
    for (const measure of [load, schoolDay, dashboards]) yield* await measure(store)
    await store.remove()
  }
}
