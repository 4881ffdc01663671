/** The server under a school's load: answers of 2,000 pupils over HTTP, and a teacher's board beside more and more of them. Bounded in count and time. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import autocannon from 'autocannon'
import { assign, assignmentsOf, today } from '../server/database/assignments.ts'
import { boardOf } from '../server/database/board.ts'
import { openDatabase, type Db } from '../server/database/client.ts'
import { hashOf, newId, newToken } from '../server/security/tokens.ts'
import { schoolWith } from '../tests/support/seed-school.ts'

const PUPILS = 2_000
const IN_A_CLASS = 30
/** Seconds of each load. */
const SECONDS = 8
/** A pupil answers about every ten seconds. */
const SCHOOL_RATE = PUPILS / 10
const lessonId = 'lying-online-9-11'

interface Row { readonly what: string, readonly measured: string, readonly budget: string }

interface Seat { readonly pupilId: string, readonly assignmentId: string, readonly cookie: string }

async function freePort(): Promise<number> {
  const probe = createServer().listen(0)
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  return port
}

/** Whole classes, each with a lesson to do and every pupil signed in. */
async function seat(db: Db): Promise<Seat[]> {
  const seats: Seat[] = []
  while (seats.length < PUPILS) {
    const { staff, schoolId, classId, pupilIds } = await schoolWith(db, { pupils: IN_A_CLASS })
    await assign(db, staff, { classId, lessonIds: [lessonId], opensOn: today(), weekly: false, dueAfter: null, boosterWeeks: null })
    const [assignment] = await assignmentsOf(db, staff, classId)
    const tokens = pupilIds.map(() => newToken())
    await db.insertInto('pupil_session').values(pupilIds.map((id, index) => ({ token_hash: hashOf(tokens[index] ?? ''), school_id: schoolId, pupil_id: id, used_at: new Date().toISOString() }))).execute()
    seats.push(...pupilIds.map((pupilId, index) => ({ pupilId, assignmentId: assignment?.id ?? '', cookie: `whos-there-pupil=${tokens[index]}` })))
  }
  return seats
}

/** Every request is an answer of the next pupil, with an id of its own. */
function answers(url: string, seats: readonly Seat[], how: { connections: number, overallRate?: number }) {
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
          body: JSON.stringify({ pupilId, events: [{ id: newId(), change: { kind: 'arrived', screen: 'castle-helper' } }] }),
        }
      },
    }],
  })
}

async function load(url: string | undefined): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'whos-there-bench-'))
  const opened = await openDatabase(url ?? join(folder, 'whos-there.sqlite'))
  const seats = await seat(opened.db)
  await opened.db.destroy()
  const port = await freePort()
  const server = spawn(process.execPath, ['.output/server/index.mjs'], { env: { ...process.env, PORT: String(port), DATA_DIR: folder, DATABASE_URL: url ?? '' }, stdio: 'ignore' })
  const address = `http://localhost:${port}`
  while (!(await fetch(`${address}/api/health`).then(({ ok }) => ok, () => false))) await wait(50)
  const name = opened.engine === 'sqlite' ? 'embedded database' : 'PostgreSQL'
  await answers(address, seats, { connections: 4 })
  const most = await answers(address, seats, { connections: 32 })
  const school = await answers(address, seats, { connections: 100, overallRate: SCHOOL_RATE })
  server.kill()
  await once(server, 'exit')
  const after = await openDatabase(url ?? join(folder, 'whos-there.sqlite'))
  const { count } = await after.db.selectFrom('attempt_event').select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  await after.db.destroy()
  rmSync(folder, { recursive: true, force: true })
  const tell = ({ requests, latency, non2xx, errors }: autocannon.Result) => `${Math.round(requests.average)} answers/s, p99 ${latency.p99} ms, ${non2xx + errors} refused`
  return [
    { what: `durable answers over HTTP, ${name}`, measured: tell(most), budget: '≥ 2,500/s, p99 ≤ 50 ms' },
    { what: `2,000 pupils, an answer every 10 s, ${name}`, measured: `${tell(school)}; ${Number(count) >= most['2xx'] + school['2xx'] ? 'none' : 'some'} lost`, budget: 'none lost' },
  ]
}

/** The board of one class while the whole table grows. */
async function boards(): Promise<Row[]> {
  const { db } = await openDatabase(':memory:')
  const own = await schoolWith(db, { pupils: IN_A_CLASS })
  await assign(db, own.staff, { classId: own.classId, lessonIds: [lessonId], opensOn: today(), weekly: false, dueAfter: null, boosterWeeks: null })
  const rows: Row[] = []
  let attempts = 0
  for (const size of [1_000, 10_000, 100_000]) {
    while (attempts < size) {
      const { staff, schoolId, classId, pupilIds } = await schoolWith(db, { pupils: 100 })
      await assign(db, staff, { classId, lessonIds: Array.from({ length: 10 }, () => lessonId), opensOn: today(), weekly: false, dueAfter: null, boosterWeeks: null })
      for (const { id } of await assignmentsOf(db, staff, classId)) {
        await db.insertInto('attempt').values(pupilIds.map(pupilId => ({ id: newId(), school_id: schoolId, assignment_id: id, pupil_id: pupilId, lesson_version: 1, state: '', status: 'finished' as const, points: 8, max: 10, changes: 1 }))).execute()
        attempts += pupilIds.length
      }
    }
    const times: number[] = []
    for (let run = 0; run < 20; run++) {
      const started = performance.now()
      await boardOf(db, own.staff, own.classId, true)
      times.push(performance.now() - started)
    }
    times.sort((a, b) => a - b)
    rows.push({ what: `board of a class beside ${size.toLocaleString('en-GB')} attempts`, measured: `${times[10]?.toFixed(2)} ms`, budget: 'flat' })
  }
  await db.destroy()
  return rows
}

/** @returns rows for the bench's table; PostgreSQL only where `BENCH_POSTGRES` names an empty database */
export async function serverLoad(): Promise<Row[]> {
  const postgres = process.env.BENCH_POSTGRES
  return [...await load(undefined), ...postgres === undefined ? [] : await load(postgres), ...await boards()]
}
