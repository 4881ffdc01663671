import { describe, expect, it } from 'vitest'
import { decodeAttempt } from '#shared/attempt/suspend-data'
import { fixtureLesson } from '../../tests/support/lessons/fixture-lesson'
import { engines, freshDatabase, seededSchool } from '../../tests/support/databases/databases'
import type { Pupil } from '../classes/pupil-session'
import { assign, assignmentsOf, setExcused, today } from './assignments'
import { classOutline, stateForDevice, takeEvents } from './attempts'
import { boardOf } from './board'
import { makeClass } from '../classes/classes'
import { dataOf } from '../school/data-export'
import { heardIn, markOf } from '../platform/database/event-marks'
import { myAssignments } from './my-list'
import { erasePupil } from '../classes/pupils'
import { movePupil } from './move-pupil'
import { closeForGood } from '../../tests/support/databases/closed'

const lesson = fixtureLesson()
const arrived = { id: 'e1', change: { kind: 'arrived', screen: 'quiz' } } as const
const finished = { id: 'e2', change: { kind: 'finished' } } as const

describe.each(engines)('the work of a pupil who moves, on %s', (engine) => {
  /** Two classes of one teacher; the old one has the lesson, the new one may have it too. */
  async function school({ newHasIt = true } = {}) {
    const { db } = await freshDatabase(engine)
    const { staff, classId: from, pupilIds: [id = '', other = ''], schoolId } = await seededSchool(db, { pupils: 2 })
    const { id: to } = await makeClass(db, staff, '6A')
    const give = async (classId: string) => {
      await assign(db, staff, { classId, lessonIds: [lesson.id], opensOn: today(), weekly: false, dueAfter: null, boosterWeeks: null })
      const [given] = await assignmentsOf(db, staff, classId)
      if (!given) throw new Error('one was assigned')
      return given
    }
    const old = await give(from)
    const there = newHasIt ? await give(to) : undefined
    const pupil: Pupil = { id, schoolId, classId: from, name: 'Pupil 1' }
    const work = (...events: Parameters<typeof takeEvents>[4][number][]) => takeEvents(db, pupil, old, lesson, events)
    const cellOf = async (classId: string) => (await boardOf(db, staff, classId, true)).pupils.find(one => one.id === id)?.cells[0]
    const mine = async () => (await myAssignments(db, { ...pupil, classId: to })).map(({ id: which, state }) => [which, state])
    return {
      db,
      staff,
      from,
      to,
      old,
      there,
      id,
      other,
      pupil,
      work,
      cellOf,
      mine,
      move: (towards = to) => movePupil(db, staff, id, towards),
    }
  }

  it('goes along to the same lesson of the new class, with the place in it, and still counts once', async () => {
    const { db, staff, from, to, old, there, pupil, work, cellOf, mine, move } = await school()
    const { state } = await work(arrived)
    await setExcused(db, staff, old.id, { pupilId: pupil.id, excused: true })
    await db
      .insertInto('check_done')
      .values({ school_id: pupil.schoolId, assignment_id: old.id, pupil_id: pupil.id, form: 'before' })
      .execute()
    await move()
    const now = { ...pupil, classId: to }
    expect(await stateForDevice(db, now, there?.id ?? '', lesson)).toBe(state)
    expect(await cellOf(from)).toBeUndefined()
    expect(await cellOf(to)).toMatchObject({ progress: 'excused' })
    for (const table of ['excuse', 'check_done'] as const)
      expect(await db.selectFrom(table).select('assignment_id').execute(), table).toEqual([{ assignment_id: there?.id }])
    if (there) await takeEvents(db, now, there, lesson, [arrived, finished])
    expect(await db.selectFrom('attempt').select('heard').execute()).toEqual([{ heard: markOf('e1') }])
    expect(await mine()).toEqual([[there?.id, 'finished']])
  })

  it('stays with the old class where the new one has no such lesson: finished on their own list, in their data, and gone when they are erased', async () => {
    const { db, staff, from, to, old, id, other, work, cellOf, mine, move } = await school({ newHasIt: false })
    await work(arrived, finished)
    await move()
    expect(await cellOf(from)).toBeUndefined()
    expect(await mine()).toEqual([[old.id, 'finished']])
    expect((await dataOf(db, staff, to, id)).pupils[0]?.attempts).toMatchObject([
      { assignment_id: old.id, lesson_id: lesson.id, status: 'finished' },
    ])
    expect(JSON.stringify(await dataOf(db, staff, from))).not.toContain(id)
    expect((await dataOf(db, staff, from, other)).pupils[0]?.attempts).toEqual([])
    await erasePupil(db, staff, id)
    expect(await db.selectFrom('attempt').selectAll().execute()).toEqual([])
  })

  it('that is closed stays where it was counted, and is finished in the new class all the same, also when they begin again', async () => {
    const { db, staff, old, there, to, pupil, work, cellOf, mine, move } = await school()
    await work(arrived, finished)
    await closeForGood(db, staff, old.id, lesson)
    await move()
    expect(await mine()).toEqual([[there?.id, 'finished']])
    expect(await cellOf(to)).toMatchObject({ progress: 'finished' })
    if (there) await takeEvents(db, { ...pupil, classId: to }, there, lesson, [{ ...arrived, id: 'again' }])
    expect(await cellOf(to)).toMatchObject({ progress: 'finished' })
    expect(await mine()).toEqual([[there?.id, 'finished']])
  })

  it('keeps no single answer where the new class has closed the lesson', async () => {
    const { db, staff, to, there, work, cellOf, move } = await school()
    expect(decodeAttempt(classOutline(lesson), (await work(arrived)).state).kind).toBe('attempt')
    await closeForGood(db, staff, there?.id ?? '', lesson)
    await move()
    expect(await db.selectFrom('attempt').select(['assignment_id', 'state', 'heard', 'status']).execute()).toEqual([
      { assignment_id: there?.id, state: '', heard: '', status: 'started' },
    ])
    expect(await cellOf(to)).toMatchObject({ progress: 'started' })
  })

  it('counts once also where they had begun in both classes, and leaves nothing with what is closed', async () => {
    const { db, staff, from, to, old, there, pupil, work, move } = await school()
    if (!there) throw new Error('the new class has it')
    const now = { ...pupil, classId: to }
    // Begun in the new class, before they came back and did it in the old one.
    await db.updateTable('pupil').set({ class_id: to }).where('id', '=', pupil.id).execute()
    await takeEvents(db, now, there, lesson, [{ ...arrived, id: 'there' }])
    await db.updateTable('pupil').set({ class_id: from }).where('id', '=', pupil.id).execute()
    await work(arrived)
    await db.updateTable('attempt').set({ has_entered: 1 }).where('assignment_id', '=', old.id).execute()
    await db.insertInto('check_done').values({ school_id: pupil.schoolId, assignment_id: old.id, pupil_id: pupil.id, form: 'before' }).execute()
    await move()
    const kept = async () => {
      const row = await db
        .selectFrom('attempt')
        .select(['has_entered', 'heard'])
        .where('assignment_id', '=', there.id)
        .executeTakeFirstOrThrow()
      return [row.has_entered, [...heardIn(row.heard)].sort()]
    }
    expect(await kept()).toEqual([1, ['e1', 'there'].map(markOf).sort()])
    expect(await db.selectFrom('check_done').select(['assignment_id', 'form']).execute()).toEqual([
      { assignment_id: there.id, form: 'before' },
    ])
    await move(from)
    await closeForGood(db, staff, there.id, lesson)
    await move()
    expect(await kept()).toEqual([1, []])
  })

  it('is all still there when they come back', async () => {
    const { db, from, to, old, there, pupil, work, cellOf, move } = await school()
    await work(arrived)
    await move()
    if (there) await takeEvents(db, { ...pupil, classId: to }, there, lesson, [finished])
    await move(from)
    expect(await cellOf(from)).toMatchObject({ progress: 'finished' })
    expect(await db.selectFrom('attempt').select(['assignment_id', 'status']).execute()).toEqual([
      { assignment_id: old.id, status: 'finished' },
    ])
  })
})
