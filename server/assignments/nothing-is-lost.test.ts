/** PostgreSQL is killed in the middle of a class's work, again and again: what was acknowledged is there, once. */
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it, onTestFinished, vi } from 'vitest'
import { fixtureLesson } from '../../tests/support/lessons/fixture-lesson'
import { classWithLesson } from '../../tests/support/databases/class-with-lesson'
import { engines } from '../../tests/support/databases/databases'
import { startPostgres } from '../../tests/support/databases/postgres'
import { pupilWith } from '../classes/pupil-session'
import { keepSession } from '../classes/pupil-session-rows'
import { openDatabase } from '../platform/database/client'
import { heardIn, markOf } from '../platform/database/event-marks'
import { troubleOf } from '../platform/failure'
import { newId } from '../platform/security/tokens'
import { ensureOpen, takeEvents } from './attempts'

const lesson = fixtureLesson()
const [, screen = ''] = lesson.screens.map(({ id }) => id)
const CRASHES = 3

it.runIf(engines.includes('postgres'))('every acknowledged answer is there after PostgreSQL was killed, and none twice', async () => {
  // It says that the connections have gone.
  vi.spyOn(console, 'error').mockReturnValue()
  const postgres = await startPostgres({ isDurable: true })
  if (!postgres) throw new Error('PostgreSQL is installed')
  onTestFinished(() => postgres.stop())
  const { db } = await openDatabase(postgres.address)
  onTestFinished(() => db.destroy())
  const { pupils, assignment } = await classWithLesson(db, lesson, 12)
  const tokens = await Promise.all(pupils.map(pupil => keepSession(db, pupil)))

  const acknowledged: string[] = []
  const troubles: string[] = []
  let isWorking = true
  /** One pupil's device: sends an event, and the same one again until it is acknowledged. */
  async function work(token: string) {
    for (let id = newId(); isWorking;) {
      try {
        const pupil = await pupilWith(db, token)
        if (!pupil) throw new Error('the pupil is signed in')
        const open = await ensureOpen(db, pupil, assignment.id)
        const { held } = await takeEvents(db, pupil, open, lesson, [{ id, change: { kind: 'arrived', screen } }])
        acknowledged.push(...held)
        id = newId()
      }
      catch (error) {
        troubles.push(troubleOf(error))
        await wait(20)
      }
    }
  }
  const working = tokens.map(work)
  for (let crashes = 0; crashes < CRASHES; crashes++) {
    const before = acknowledged.length
    // Each time in the middle of it.
    await expect.poll(() => acknowledged.length, { interval: 5 }).toBeGreaterThan(before + 100)
    await postgres.crash()
  }
  const before = acknowledged.length
  await expect.poll(() => acknowledged.length).toBeGreaterThan(before + 100)
  isWorking = false
  await Promise.all(working)

  const kept = (await db.selectFrom('attempt').select('heard').execute()).flatMap(({ heard }) => heard.match(/.{8}/g) ?? [])
  expect(acknowledged.filter(id => !kept.includes(markOf(id)))).toEqual([])
  expect(new Set(kept).size).toBe(kept.length)
  // Devices were told that the database is away, and nothing else.
  expect(new Set(troubles)).toEqual(new Set(['away']))
  expect(heardIn(kept.join('')).size).toBeGreaterThan(CRASHES * 100)
}, 60_000)
