import { describe, expect, it } from 'vitest'
import { engines, freshDatabase, seededSchool } from '../../tests/support/databases/databases'
import { forRoom } from '#shared/api/room-board'
import { boardOf } from './board'
import { assign, assignmentsOf, setExcused } from './assignments'
import { pupilInFull, pupilScore } from './pupil-page'
import { isAllowed } from '../platform/security/rate-limit'
import { ONE_CHILD, pictureTries } from '../classes/join-tries'

describe.each(engines)('one pupil on %s', (engine) => {
  async function school() {
    const { db } = await freshDatabase(engine)
    const seeded = await seededSchool(db)
    const { staff, schoolId, classId, pupilIds: [pupilId = '', other = ''] } = seeded
    const given = { classId, weekly: false, dueAfter: null, boosterWeeks: null, opensOn: '2026-01-05' }
    await assign(db, staff, { ...given, lessonIds: ['l1', 'l2', 'l3'] })
    const assignments = await assignmentsOf(db, staff, classId)
    const [open = '', closed = '', third = ''] = assignments.map(({ id }) => id)
    for (const [index, assignment] of [open, closed].entries())
      await db.insertInto('attempt').values({
        id: `t${index}`, school_id: schoolId, assignment_id: assignment, pupil_id: pupilId, lesson_version: 1, state: '',
        status: 'finished', points: 9, max: 10, changes: 1,
      }).execute()
    await db.updateTable('assignment').set({ closed_at: '2026-02-01T00:00:00.000Z' }).where('id', '=', closed).execute()
    await setExcused(db, staff, third, { pupilId, excused: true })
    return { db, staff, classId, pupilId, other, open, closed, third }
  }

  it('is shown with where they are in each lesson, and without any total', async () => {
    const { db, staff, classId, pupilId } = await school()
    const found = await pupilInFull(db, staff, classId, pupilId)
    expect(found.lessons.map(({ lessonId, progress, isClosed, hasScore }) => [lessonId, progress, isClosed, hasScore])).toEqual([
      ['l1', 'finished', false, false],
      ['l2', 'finished', true, true],
      ['l3', 'excused', false, false],
    ])
    expect(JSON.stringify(found)).not.toMatch(/points|max|_at|"(9|10)"|:9|:10[,}]/)
  })

  it('has a total that is told on asking, of a closed lesson alone', async () => {
    const { db, staff, classId, pupilId, other, open, closed } = await school()
    expect(await pupilScore(db, staff, classId, pupilId, closed)).toEqual({ points: 9, max: 10 })
    for (const [pupil, assignment] of [[pupilId, open], [other, closed], [pupilId, 'none'], ['nobody', closed]] as const)
      await expect(pupilScore(db, staff, classId, pupil, assignment)).rejects.toMatchObject({ kind: 'not-found' })
    const foreign = await seededSchool(db)
    await expect(pupilInFull(db, foreign.staff, classId, pupilId)).rejects.toMatchObject({ kind: 'not-found' })
    await expect(pupilScore(db, foreign.staff, classId, pupilId, closed)).rejects.toMatchObject({ kind: 'not-found' })
    await expect(pupilInFull(db, staff, classId, foreign.pupilIds[0] ?? '')).rejects.toMatchObject({ kind: 'not-found' })
  })

  it('is not told apart for the room: excused is as those who work, trouble has no name, there are no totals', async () => {
    const { db, staff, classId, pupilId } = await school()
    for (let tries = 0; tries < 6; tries++) await isAllowed(db, pictureTries(pupilId).code, ONE_CHILD)
    const mine = await boardOf(db, staff, classId, true)
    expect(mine.trouble.tried).toHaveLength(1)
    const room = forRoom(mine)
    expect(room.trouble).toEqual({ tried: [], isHeldUp: true })
    expect(room.pupils.find(({ id }) => id === pupilId)?.cells).toEqual(
      // Nobody has begun the third.
      ['finished', 'finished', 'not-started'].map(progress =>
        ({ progress, isCatchingUp: false, hasSecondGo: false, points: null, max: null })),
    )
    expect(JSON.stringify(room)).not.toContain('excused')
    expect((await pupilInFull(db, staff, classId, pupilId)).trouble).toEqual({ mustWait: false })
  })

  it('stands in the order of names that people expect, not of the signs they are made of', async () => {
    const { db, staff, classId } = await school()
    const names = ['Zoë', 'Łukasz', 'Åsa']
    const { pupils } = await boardOf(db, staff, classId, false)
    for (const [index, { id }] of pupils.entries()) await db.updateTable('pupil').set({ name: names[index] ?? '' }).where('id', '=', id).execute()
    expect((await boardOf(db, staff, classId, false)).pupils.map(({ name }) => name)).toEqual(['Åsa', 'Łukasz', 'Zoë'])
  })
})
