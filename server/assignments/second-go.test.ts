import { describe, expect, it } from 'vitest'
import { decodeAttempt } from '#shared/attempt/suspend-data'
import { fixtureLesson } from '../../tests/support/lessons/fixture-lesson'
import { classWithLesson, finish, wholeGo } from '../../tests/support/databases/class-with-lesson'
import { closeForGood } from '../../tests/support/databases/closed'
import { engines, freshDatabase } from '../../tests/support/databases/databases'
import { classOutline, ensureOpen, stateForDevice, takeEvents } from './attempts'
import { closeAssignment } from './closing'
import { myAssignments } from './my-list'
import { beginSecondGo, giveSecondGo, takeBackSecondGo } from './second-go'

const lesson = fixtureLesson()

describe.each(engines)('a second go on %s', (engine) => {
  async function finishedClass() {
    const { db } = await freshDatabase(engine)
    const all = await classWithLesson(db, lesson)
    const { assignment, first, second } = all
    for (const pupil of [first, second]) await takeEvents(db, pupil, assignment, lesson, [wholeGo(lesson, 2), finish])
    const kept = () => db.selectFrom('attempt').select(['status', 'points', 'max', 'second_go']).where('pupil_id', '=', first.id).executeTakeFirst()
    const mine = async () => (await myAssignments(db, first)).map(({ state, isSecondGo }) => ({ state, isSecondGo }))
    return { db, ...all, kept, mine }
  }

  it('begins anew when the pupil opens it, and keeps what they had: the better total, and that they have finished', async () => {
    const { db, staff, assignment, first, kept, mine } = await finishedClass()
    expect(await giveSecondGo(db, staff, assignment.id, first.id)).toBe(1)
    expect(await mine()).toEqual([{ state: 'open', isSecondGo: true }])
    // A page that is still open sends the rest of the first go.
    await takeEvents(db, first, assignment, lesson, [{ id: 'late', change: { kind: 'finished' } }])
    expect(await kept()).toEqual({ status: 'finished', points: 2, max: 3, second_go: 1 })
    await beginSecondGo(db, first, assignment)
    expect(await stateForDevice(db, first, assignment.id, lesson)).toBeNull()
    expect(await mine()).toEqual([{ state: 'started', isSecondGo: true }])
    const worse = await takeEvents(db, first, assignment, lesson, [wholeGo(lesson, 0, { id: 'worse', seed: 9 })])
    expect(decodeAttempt(classOutline(lesson), worse.state)).toMatchObject({ kind: 'attempt', attempt: { score: { points: 0 } } })
    expect(await kept()).toMatchObject({ status: 'finished', points: 2 })
    await takeEvents(db, first, assignment, lesson, [{ id: 'end', change: { kind: 'finished' } }])
    expect(await kept()).toEqual({ status: 'finished', points: 2, max: 3, second_go: 0 })
    expect(await mine()).toEqual([{ state: 'finished', isSecondGo: false }])
    await giveSecondGo(db, staff, assignment.id, first.id)
    await beginSecondGo(db, first, assignment)
    await takeEvents(db, first, assignment, lesson, [wholeGo(lesson, 3, { id: 'better', seed: 11 })])
    expect(await kept()).toMatchObject({ points: 3, max: 3, second_go: 0 })
    // Nobody is counted twice.
    expect(await db.selectFrom('quiz_entry').selectAll().where('pupil_id', '=', first.id).execute()).toHaveLength(1)
  })

  it('is given to all who have finished, to nobody else, and can be taken back', async () => {
    const { db, staff, assignment, first, third, kept, mine } = await finishedClass()
    const state = await stateForDevice(db, first, assignment.id, lesson)
    await expect(giveSecondGo(db, staff, assignment.id, third.id)).rejects.toMatchObject({ kind: 'conflict' })
    expect([await giveSecondGo(db, staff, assignment.id), await giveSecondGo(db, staff, assignment.id)]).toEqual([2, 0])
    expect((await myAssignments(db, third))[0]?.state).toBe('open')
    await takeBackSecondGo(db, staff, assignment.id)
    expect(await kept()).toMatchObject({ second_go: 0 })
    expect(await mine()).toEqual([{ state: 'finished', isSecondGo: false }])
    expect(await stateForDevice(db, first, assignment.id, lesson)).toBe(state)
  })

  it('at a closed lesson is for one pupil, who has two weeks for it; a class has to open it again first', async () => {
    const { db, staff, assignment, first, second, mine, kept } = await finishedClass()
    await closeForGood(db, staff, assignment.id, lesson)
    await expect(giveSecondGo(db, staff, assignment.id)).rejects.toMatchObject({ kind: 'conflict' })
    await giveSecondGo(db, staff, assignment.id, first.id)
    expect(await mine()).toEqual([{ state: 'open', isSecondGo: true }])
    await expect(ensureOpen(db, second, assignment.id)).rejects.toMatchObject({ kind: 'conflict' })
    await beginSecondGo(db, first, assignment)
    await takeEvents(db, first, await ensureOpen(db, first, assignment.id), lesson, [wholeGo(lesson, 3, { id: 'more', seed: 5 })])
    expect(await kept()).toEqual({ status: 'finished', points: 3, max: 3, second_go: 0 })
    expect(await db.selectFrom('quiz_entry').selectAll().execute()).toEqual([])
    await takeBackSecondGo(db, staff, assignment.id, first.id)
    expect(await db.selectFrom('catch_up').selectAll().execute()).toEqual([])
    await expect(closeAssignment(db, staff, assignment.id)).rejects.toMatchObject({ kind: 'conflict' })
  })
})
