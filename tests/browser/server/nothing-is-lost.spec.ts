/**
 * The server is killed in the middle of a class's work, again and again: what it has acknowledged is there, once. Where it has
 * PostgreSQL, that is killed with it. (PostgreSQL alone, while the server goes on: server/assignments/nothing-is-lost.test.ts.)
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import { assign, assignmentsOf, today } from '../../../server/assignments/assignments.ts'
import { openDatabase } from '../../../server/platform/database/client.ts'
import { markOf } from '../../../server/platform/database/event-marks.ts'
import { hashOf, newId, newToken } from '../../../server/platform/security/tokens.ts'
import { startPostgres, type Postgres } from '../../support/databases/postgres.ts'
import { schoolWith } from '../../support/databases/seed-school.ts'
import { freePort } from '../../support/network/free-port.ts'
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.ts'

/** `KILLS=50 npx playwright test nothing-is-lost` takes its time over it. */
const KILLS = Number(process.env.KILLS ?? 8)
const PUPILS = 12
const lessonId = 'lying-online-9-11'
const WITH_POSTGRES = 'the server with PostgreSQL'

async function start(folder: string, port: number, postgres: Postgres | null): Promise<ChildProcess> {
  const server = spawn('node', ['.output/server/index.mjs'], {
    env: { ...process.env, PORT: String(port), DATA_DIR: folder, ...postgres && { DATABASE_URL: postgres.address } },
    stdio: 'ignore',
  })
  // However long: the test has a time of its own.
  while (server.exitCode === null) {
    const response = await fetch(`http://localhost:${port}/api/health`).catch(() => null)
    if (response?.ok) return server
    await wait(25)
  }
  throw new Error('the server does not start')
}

const keepsAll = (database: string, kills: number) => test(`every answer told to be there is, once, however often ${database} is killed`, async () => {
  const postgres = database === WITH_POSTGRES ? await startPostgres({ isDurable: true }) : null
  test.skip(database === WITH_POSTGRES && postgres === null, 'PostgreSQL is not installed')
  const folder = temporaryFolder('kill')
  const path = postgres?.address ?? join(folder, 'whos-there.sqlite')
  const { db } = await openDatabase(path)
  const { staff, classId, pupilIds, schoolId } = await schoolWith(db, { pupils: PUPILS })
  await assign(db, staff, { classId, lessonIds: [lessonId], opensOn: today(), weekly: false, dueAfter: null, boosterWeeks: null })
  const [assignment] = await assignmentsOf(db, staff, classId)
  const tokens = pupilIds.map(() => newToken())
  for (const [index, id] of pupilIds.entries()) {
    await db
      .insertInto('pupil_session')
      .values({ token_hash: hashOf(tokens[index] ?? ''), school_id: schoolId, pupil_id: id, used_at: new Date().toISOString() })
      .execute()
  }
  await db.destroy()

  const port = await freePort()
  const acknowledged = new Map<string, string>()
  let sent = 0
  let isWorking = true

  /** One pupil's device: sends an event, and the same one again until the server says that it has it. */
  async function work(pupilId: string, token: string) {
    while (isWorking) {
      const id = newId()
      sent++
      while (isWorking) {
        const body = JSON.stringify({ pupilId, events: [{ id, change: { kind: 'arrived', screen: 'our-secret' } }] })
        const response = await fetch(`http://localhost:${port}/api/my/assignments/${assignment?.id ?? ''}/events`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', Cookie: `whos-there-pupil=${token}` },
          body,
        }).catch(() => null)
        if (response?.status === 200) {
          acknowledged.set(id, pupilId)
          break
        }
        // A device waits before it tries again, and a server that starts needs the machine.
        await wait(150)
      }
    }
  }

  let server = await start(folder, port, postgres)
  const working = pupilIds.map((id, index) => work(id, tokens[index] ?? ''))
  /** Some work is done, however slow the machine, and the next is under way. */
  async function untilAnswered() {
    const before = acknowledged.size
    await expect.poll(() => acknowledged.size, { intervals: [20] }).toBeGreaterThan(before)
  }
  for (let killed = 0; killed < kills; killed++) {
    await untilAnswered()
    await wait(Math.random() * 250)
    const gone = new Promise(resolve => server.once('exit', resolve))
    server.kill('SIGKILL')
    await Promise.all([gone, postgres?.crash()])
    server = await start(folder, port, postgres)
  }
  await untilAnswered()
  isWorking = false
  await Promise.all(working)
  const gone = new Promise(resolve => server.once('exit', resolve))
  server.kill('SIGKILL')
  await gone
  await postgres?.crash()

  const after = await openDatabase(path)
  const kept = (await after.db.selectFrom('attempt').select(['pupil_id', 'heard']).execute()).flatMap(row =>
    (row.heard.match(/.{8}/g) ?? []).map(mark => ({ mark, pupilId: row.pupil_id })),
  )
  await after.db.destroy()
  await postgres?.stop()
  removeFolder(folder)
  const keptBy = new Map(kept.map(({ mark, pupilId }) => [mark, pupilId]))
  expect(acknowledged.size).toBeGreaterThan(kills)
  expect(sent).toBeGreaterThanOrEqual(acknowledged.size)
  expect([...acknowledged].filter(([id, pupilId]) => keptBy.get(markOf(id)) !== pupilId)).toEqual([])
  expect(kept.length).toBe(keptBy.size)
})

keepsAll('the server', KILLS)
keepsAll(WITH_POSTGRES, KILLS / 4)
