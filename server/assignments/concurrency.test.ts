/** Two people, or two clicks, at the same moment: each gets a clear answer, and nothing is done by halves. */
import { describe, expect, it } from 'vitest'
import type { Refusal } from '../platform/refusal'
import { daysPass } from '../../tests/support/databases/days'
import { fixtureLesson } from '../../tests/support/lessons/fixture-lesson'
import { engines, freshDatabase, seededSchool } from '../../tests/support/databases/databases'
import { assign, assignmentsOf, reschedule, setExcused, today, withdraw } from './assignments'
import { takeEvents } from './attempts'
import { archiveClass, bringBackClass, makeClass, changeClass } from '../classes/classes'
import { deleteClass, eraseDeleted, undeleteClass } from '../classes/class-deletion'
import { erasePupil, renamePupil } from '../classes/pupils'
import { movePupil } from './move-pupil'
import { lookAfter } from '../school/retention'
import { addPupils } from '../../tests/support/databases/add-pupils'

const SECRET = 's'.repeat(40)
const lesson = fixtureLesson()

/** @returns how each ended: "done", or the status of the answer */
const outcomes = async (...tried: Promise<unknown>[]) =>
  (await Promise.allSettled(tried)).map(one =>
    one.status === 'fulfilled' ? 'done' : ((one.reason as Partial<Refusal>).kind ?? one.reason),
  )

describe.each(engines)('at once, on %s', (engine) => {
  async function school() {
    const { db } = await freshDatabase(engine)
    const seeded = await seededSchool(db)
    // Connections that are open already, so that both really run side by side.
    await Promise.all(Array.from({ length: 6 }, () => db.selectFrom('school').select('id').execute()))
    return { db, ...seeded, first: seeded.pupilIds[0] ?? '' }
  }
  const wanted = (classId: string) => ({ classId, lessonIds: ['one', 'two'], opensOn: today(), weekly: true, dueAfter: 7, boosterWeeks: 6 })

  it('a class is archived by one of two', async () => {
    const { db, staff, classId } = await school()
    expect((await outcomes(archiveClass(db, staff, classId), archiveClass(db, staff, classId))).sort()).toEqual(['conflict', 'done'])
    expect(await db.selectFrom('audit').select('action').execute()).toEqual([{ action: 'class.archive' }])
    expect(await outcomes(bringBackClass(db, staff, classId), bringBackClass(db, staff, classId))).toEqual(['done', 'done'])
  })

  it('a class is deleted by one of two, and once', async () => {
    const { db, staff, classId, pupilIds } = await school()
    expect((await outcomes(deleteClass(db, staff, classId), deleteClass(db, staff, classId))).sort()).toEqual([
      'done',
      'not-found',
    ])
    expect(await db.selectFrom('class').select('id').where('deleted_at', 'is not', null).execute()).toEqual([{ id: classId }])
    const later = new Date(Date.now() + 25 * 60 * 60_000)
    expect((await Promise.all([eraseDeleted(db, later), eraseDeleted(db, later)])).sort()).toEqual([0, 1])
    expect(await db.selectFrom('erasure').select('subject_id').execute()).toHaveLength(1 + pupilIds.length)
  })

  it('a class that is brought back at the moment at which it is erased is whole, or gone', async () => {
    const { db, staff, classId, pupilIds } = await school()
    await deleteClass(db, staff, classId, new Date(0))
    const [back, erased] = await outcomes(undeleteClass(db, staff, classId), eraseDeleted(db))
    expect(erased).toBe('done')
    const pupils = await db.selectFrom('pupil').select('id').execute()
    expect(pupils).toHaveLength(back === 'done' ? pupilIds.length : 0)
  })

  it('a class that is deleted while retention deletes it too is gone, and once', async () => {
    const { db, staff, classId, pupilIds } = await school()
    await daysPass(db, '2027-08-20T12:00:00Z', 11)
    const [byStaff, byItself] = await outcomes(
      deleteClass(db, staff, classId),
      lookAfter(db, () => lesson, new Date('2027-09-01T12:00:00Z'), null),
    )
    expect([byStaff === 'done' || byStaff === 'not-found', byItself]).toEqual([true, 'done'])
    expect(await db.selectFrom('erasure').select('subject_id').execute()).toHaveLength(1 + pupilIds.length)
  })

  it('a class that is renamed while another deletes or archives it', async () => {
    const { db, staff, classId } = await school()
    const { id: other } = await makeClass(db, staff, '6A')
    const [renamed, deleted] = await outcomes(changeClass(db, staff, classId, { name: '5C' }), deleteClass(db, staff, classId))
    // Whoever was first: once it is deleted it has no name.
    expect([['done', 'done'], ['not-found', 'done']]).toContainEqual([renamed, deleted])
    const [named, archived] = await outcomes(changeClass(db, staff, other, { name: '6B' }), archiveClass(db, staff, other))
    expect(archived).toBe('done')
    expect(['done', 'conflict']).toContain(named)
  })

  it('lessons are given once by a double click', async () => {
    const { db, staff, classId } = await school()
    const given = await Promise.all([1, 2, 3].map(() => assign(db, staff, wanted(classId))))
    expect(given.sort()).toEqual([0, 0, 4])
    expect((await assignmentsOf(db, staff, classId)).map(({ lesson_id: which, kind, place }) => [which, kind, place])).toEqual([
      ['one', 'lesson', 0],
      ['two', 'lesson', 1],
      ['one', 'booster', 2],
      ['two', 'booster', 3],
    ])
    // On another day it may be a slip: a second time is begun only on purpose, and nothing is given by halves.
    const other = { ...wanted(classId), opensOn: '2026-01-05' }
    await expect(assign(db, staff, other)).rejects.toMatchObject({ kind: 'conflict', details: { had: ['one', 'two'] } })
    await expect(assign(db, staff, { ...other, again: ['one'] })).rejects.toMatchObject({ kind: 'conflict', details: { had: ['two'] } })
    expect(await assignmentsOf(db, staff, classId)).toHaveLength(4)
    expect(await assign(db, staff, { ...other, again: ['one', 'two'] })).toBe(4)
  })

  it('nothing is changed in what is assigned to an archived class, nor in what a colleague has just taken away', async () => {
    const { db, staff, classId, first } = await school()
    await assign(db, staff, wanted(classId))
    const [one] = await assignmentsOf(db, staff, classId)
    const id = one?.id ?? ''
    const [taken, excused, moved] = await outcomes(
      withdraw(db, staff, id),
      setExcused(db, staff, id, { pupilId: first, excused: true }),
      reschedule(db, staff, id, { opensOn: today(), dueOn: null }),
    )
    expect(taken).toBe('done')
    for (const outcome of [excused, moved]) expect(['done', 'not-found']).toContain(outcome)
    expect(await db.selectFrom('excuse').selectAll().execute()).toHaveLength(excused === 'done' ? 1 : 0)
    const [two] = await assignmentsOf(db, staff, classId)
    await archiveClass(db, staff, classId)
    expect(
      await outcomes(
        withdraw(db, staff, two?.id ?? ''),
        setExcused(db, staff, two?.id ?? '', { pupilId: first, excused: true }),
        reschedule(db, staff, two?.id ?? '', { opensOn: today(), dueOn: null }),
        assign(db, staff, wanted(classId)),
      ),
    ).toEqual(['conflict', 'conflict', 'conflict', 'conflict'])
  })

  it('a pupil is erased by one of two, and of what they were just doing nothing stays', async () => {
    const { db, staff, classId, schoolId, first } = await school()
    await assign(db, staff, { ...wanted(classId), lessonIds: [lesson.id] })
    const [assignment] = await assignmentsOf(db, staff, classId)
    if (!assignment) throw new Error('one was assigned')
    const answer = (id: string) =>
      takeEvents(db, { id: first, schoolId, classId, name: 'Pupil 1' }, assignment, lesson, [
        { id, change: { kind: 'arrived', screen: 'quiz' } },
      ])
    await answer('before')
    const answering = Promise.allSettled(['a', 'b', 'c'].map(answer))
    expect((await outcomes(erasePupil(db, staff, first), erasePupil(db, staff, first))).sort()).toEqual(['done', 'not-found'])
    await answering
    expect(await db.selectFrom('attempt').selectAll().execute()).toEqual([])
    expect(await db.selectFrom('erasure').select('subject_id').execute()).toEqual([{ subject_id: first }])
  })

  it('a pupil who is moved to and fro ends in one class, and two of one name never in the same', async () => {
    const { db, staff, classId, pupilIds: [first = '', second = ''] } = await school()
    const { id: a } = await makeClass(db, staff, 'A')
    const { id: b } = await makeClass(db, staff, 'B')
    for (const outcome of await outcomes(
      movePupil(db, staff, first, a),
      movePupil(db, staff, first, b),
      movePupil(db, staff, second, b),
      movePupil(db, staff, second, a),
    ))
      expect(['done', 'conflict']).toContain(outcome)
    await movePupil(db, staff, first, classId)
    const [renamed, added] = await outcomes(renamePupil(db, staff, first, 'Ali'), addPupils(db, staff, SECRET, classId, ['ali']))
    expect([['done', 'invalid'], ['conflict', 'done']]).toContainEqual([renamed, added])
  })

  it('a pupil who is moved while their old class is deleted is either moved or goes with it', async () => {
    const { db, staff, classId, first } = await school()
    const { id: to } = await makeClass(db, staff, '6A')
    const [moved] = await outcomes(movePupil(db, staff, first, to), deleteClass(db, staff, classId))
    await eraseDeleted(db, new Date(Date.now() + 25 * 60 * 60_000))
    const isThere = await db.selectFrom('pupil').select('class_id').where('id', '=', first).execute()
    const isErased = await db.selectFrom('erasure').select('kind').where('subject_id', '=', first).execute()
    expect([isThere, isErased]).toEqual(moved === 'done' ? [[{ class_id: to }], []] : [[], [{ kind: 'pupil' }]])
  })
})
