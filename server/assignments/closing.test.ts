import { describe, expect, it } from 'vitest'
import { fixtureLesson } from '../../tests/support/lessons/fixture-lesson'
import { classWithLesson, finish, wholeGo } from '../../tests/support/databases/class-with-lesson'
import { closeForGood } from '../../tests/support/databases/closed'
import { engines, freshDatabase } from '../../tests/support/databases/databases'
import { confirmClock } from '../school/clock'
import { lookAfter } from '../school/retention'
import { archiveClass } from '../classes/classes'
import type { Db } from '../platform/database/client'
import { ensureAssignment, today } from './assignments'
import { ensureOpen, stateForDevice, takeEvents } from './attempts'
import { boardOf } from './board'
import { endCatchingUp, endCatchUp, letCatchUp } from './catching-up'
import { closeAssignment, emptyClosed, reopenAssignment } from './closing'
import { myAssignments } from './my-list'

const lesson = fixtureLesson()
const HOUR = 3_600_000
const looks = (db: Db, now: number) => lookAfter(db, () => lesson, new Date(now), null)
/** Everything that closing deletes, as it stands. */
const answersIn = async (db: Db) => [
  await db.selectFrom('attempt').select(['pupil_id', 'state', 'heard', 'status', 'points', 'max']).orderBy('pupil_id').execute(),
  await db.selectFrom('quiz_entry').selectAll().orderBy('pupil_id').execute(),
  await db.selectFrom('check_done').selectAll().execute(),
  await db.selectFrom('tally').selectAll().execute(),
]
const stateIn = async (db: Db, pupilId: string) =>
  (await db.selectFrom('attempt').select('state').where('pupil_id', '=', pupilId).executeTakeFirst())?.state

describe.each(engines)('closing on %s', (engine) => {
  it('bars at once, keeps everything, and is undone as if it had not been', async () => {
    const { db } = await freshDatabase(engine)
    const { staff, assignment, first, second } = await classWithLesson(db, lesson)
    await takeEvents(db, first, assignment, lesson, [{ id: 'there', change: { kind: 'arrived', screen: 'quiz' } }, wholeGo(lesson, 2)])
    await takeEvents(db, second, assignment, lesson, [{ id: 'there', change: { kind: 'arrived', screen: 'first-clue' } }])
    const before = await answersIn(db)
    const state = await stateForDevice(db, first, assignment.id, lesson)
    await closeAssignment(db, staff, assignment.id)
    await expect(ensureOpen(db, second, assignment.id)).rejects.toMatchObject({ kind: 'conflict', details: { reason: 'closed' } })
    await expect(takeEvents(db, second, assignment, lesson, [wholeGo(lesson, 3)])).rejects.toMatchObject({ kind: 'conflict' })
    await expect(closeAssignment(db, staff, assignment.id)).rejects.toMatchObject({ kind: 'conflict' })
    await reopenAssignment(db, staff, assignment.id)
    expect(await answersIn(db)).toEqual(before)
    expect(await stateForDevice(db, first, assignment.id, lesson)).toBe(state)
    // What the device had kept is taken now.
    expect((await takeEvents(db, second, assignment, lesson, [wholeGo(lesson, 3)])).held).toEqual(['go-3'])
    await expect(reopenAssignment(db, staff, assignment.id)).rejects.toMatchObject({ kind: 'conflict' })
  })

  it('deletes when a day has passed for certain, and not before; then it cannot be undone', async () => {
    const { db } = await freshDatabase(engine)
    const { staff, assignment, first } = await classWithLesson(db, lesson)
    await takeEvents(db, first, assignment, lesson, [wholeGo(lesson, 3)])
    const start = Date.now()
    await looks(db, start)
    await closeAssignment(db, staff, assignment.id)
    for (let hour = 0; hour < 24; hour += 2) await looks(db, start + hour * HOUR)
    expect(await stateIn(db, first.id)).not.toBe('')
    // Whoever was off for the whole day deletes at the next start.
    await looks(db, start + 24 * HOUR)
    expect(await stateIn(db, first.id)).toBe('')
    expect(await db.selectFrom('quiz_entry').selectAll().execute()).toEqual([])
    expect(await db.selectFrom('deletion').selectAll().where('kind', '=', 'closing').execute()).toEqual([])
    await expect(reopenAssignment(db, staff, assignment.id)).rejects.toMatchObject({ kind: 'conflict' })
    expect(await db.selectFrom('attempt').select(['status', 'points', 'max']).executeTakeFirst()).toEqual({ status: 'finished', points: 3, max: 3 })
  })

  it('deletes nothing by a clock that jumped', async () => {
    const { db } = await freshDatabase(engine)
    const { staff, assignment, first } = await classWithLesson(db, lesson)
    await takeEvents(db, first, assignment, lesson, [wholeGo(lesson, 2)])
    const start = Date.now()
    await looks(db, start)
    await closeAssignment(db, staff, assignment.id)
    await looks(db, start)
    expect((await looks(db, start + 400 * 24 * HOUR)).belief.doubt).toBe('ahead')
    expect(await stateIn(db, first.id)).not.toBe('')
    await confirmClock(db, new Date(start + HOUR))
    await looks(db, start + 2 * HOUR)
    expect(await stateIn(db, first.id)).not.toBe('')
  })

  it('that was undone and done again begins a whole day anew', async () => {
    const { db } = await freshDatabase(engine)
    const { staff, assignment, first } = await classWithLesson(db, lesson)
    await takeEvents(db, first, assignment, lesson, [wholeGo(lesson, 2)])
    const start = Date.now()
    await looks(db, start)
    await closeAssignment(db, staff, assignment.id)
    for (const hour of [0, 12, 23]) await looks(db, start + hour * HOUR)
    await reopenAssignment(db, staff, assignment.id)
    await closeAssignment(db, staff, assignment.id)
    for (const hour of [23, 25, 46]) await looks(db, start + hour * HOUR)
    expect(await stateIn(db, first.id)).not.toBe('')
    await looks(db, start + 47 * HOUR)
    expect(await stateIn(db, first.id)).toBe('')
  })

  it('is told on the board with the moment until which it can be undone, and not of an archived class', async () => {
    const { db } = await freshDatabase(engine)
    const { staff, classId, assignment } = await classWithLesson(db, lesson)
    const told = async () =>
      (await boardOf(db, staff, classId, false)).assignments.map(({ isClosed, undoUntil }) => ({ isClosed, undoUntil }))
    expect(await told()).toEqual([{ isClosed: false, undoUntil: null }])
    await closeAssignment(db, staff, assignment.id)
    const closedAt = Date.parse((await ensureAssignment(db, staff, assignment.id)).closed_at ?? '')
    expect(await told()).toEqual([{ isClosed: true, undoUntil: new Date(closedAt + 24 * HOUR).toISOString() }])
    await archiveClass(db, staff, classId)
    await expect(reopenAssignment(db, staff, assignment.id)).rejects.toMatchObject({ kind: 'conflict' })
    await emptyClosed(db, await ensureAssignment(db, staff, assignment.id), lesson)
    expect(await told()).toEqual([{ isClosed: true, undoUntil: null }])
  })
})

describe.each(engines)('catching up on %s', (engine) => {
  it('opens what is closed for one pupil alone, within the day and after it, and counts only within it', async () => {
    for (const isForGood of [false, true]) {
      const { db } = await freshDatabase(engine)
      const { staff, classId, assignment, first, second } = await classWithLesson(db, lesson)
      await expect(letCatchUp(db, staff, assignment.id, first.id)).rejects.toMatchObject({ kind: 'conflict' })
      if (isForGood) await closeForGood(db, staff, assignment.id, lesson)
      else await closeAssignment(db, staff, assignment.id)
      await letCatchUp(db, staff, assignment.id, first.id)
      expect((await myAssignments(db, first))[0]?.state).toBe('open')
      expect((await myAssignments(db, second))[0]?.state).toBe('closed')
      const open = await ensureOpen(db, first, assignment.id)
      await takeEvents(db, first, open, lesson, [wholeGo(lesson, 2), finish])
      await expect(ensureOpen(db, second, assignment.id)).rejects.toMatchObject({ kind: 'conflict' })
      await expect(takeEvents(db, second, open, lesson, [wholeGo(lesson, 2)])).rejects.toMatchObject({ kind: 'conflict' })
      expect(await db.selectFrom('quiz_entry').selectAll().execute()).toHaveLength(isForGood ? 0 : 1)
      const cell = async () => (await boardOf(db, staff, classId, true)).pupils.find(({ id }) => id === first.id)?.cells[0]
      expect(await cell()).toMatchObject({ progress: 'finished', isCatchingUp: true, points: null })
      await endCatchUp(db, staff, assignment.id, first.id)
      expect(await cell()).toMatchObject({ progress: 'finished', isCatchingUp: false, points: 2, max: 3 })
      expect(await stateIn(db, first.id) === '').toBe(isForGood)
    }
  })

  it('keeps the answers of who is at it past the day, and ends by itself: a day after they are done, or two weeks on', async () => {
    const { db } = await freshDatabase(engine)
    const { staff, assignment, first, second } = await classWithLesson(db, lesson)
    await closeAssignment(db, staff, assignment.id)
    for (const { id } of [first, second]) await letCatchUp(db, staff, assignment.id, id)
    for (const pupil of [first, second])
      await takeEvents(db, pupil, await ensureOpen(db, pupil, assignment.id), lesson, [{ id: 'a', change: { kind: 'arrived', screen: 'quiz' } }])
    await emptyClosed(db, await ensureAssignment(db, staff, assignment.id), lesson)
    expect(await stateIn(db, first.id)).not.toBe('')
    await takeEvents(db, first, await ensureOpen(db, first, assignment.id), lesson, [wholeGo(lesson, 1), finish])
    const day = (days: number) => new Date(Date.parse(`${today()}T12:00:00Z`) + days * 24 * HOUR)
    const emptied = async () => [await stateIn(db, first.id) === '', await stateIn(db, second.id) === '']
    const steps = [[0, false, false], [1, false, false], [2, true, false], [14, true, false], [15, true, true]] as const
    for (const [days, ...expected] of steps) {
      await endCatchingUp(db, day(days))
      expect(await emptied(), `${days} days on`).toEqual(expected)
    }
    expect(await db.selectFrom('catch_up').selectAll().execute()).toEqual([])
  })

  it('is over for all when closing is undone, and not made to last by a clock that stood ahead', async () => {
    const { db } = await freshDatabase(engine)
    const { staff, assignment, first } = await classWithLesson(db, lesson)
    await closeAssignment(db, staff, assignment.id)
    await letCatchUp(db, staff, assignment.id, first.id, new Date(Date.now() + 400 * 24 * HOUR))
    await endCatchingUp(db, new Date())
    const [row] = await db.selectFrom('catch_up').select('ends_on').execute()
    expect(Date.parse(row?.ends_on ?? '') - Date.now()).toBeLessThan(15 * 24 * HOUR)
    await reopenAssignment(db, staff, assignment.id)
    expect(await db.selectFrom('catch_up').selectAll().execute()).toEqual([])
  })
})
