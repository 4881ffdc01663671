import { describe, expect, it } from 'vitest'
import { fixtureLesson } from '../../tests/support/fixture-lesson'
import { engines, freshDatabase, seededSchool } from '../../tests/support/databases'
import { assign, assignmentsOf, today } from './assignments'
import { takeEvents } from './attempts'
import { dataOf } from './data-export'

describe.each(engines)('what is kept, as a file, on %s', (engine) => {
  it('holds a pupil\'s attempts and no secret, and nothing of another pupil when one is asked for', async () => {
    const { db } = await freshDatabase(engine)
    const { staff, classId, pupilIds: [first = '', second = ''], schoolId } = await seededSchool(db, { pupils: 2 })
    const lesson = fixtureLesson()
    await assign(db, staff, { classId, lessonIds: [lesson.id], opensOn: today(), weekly: false, dueAfter: null, boosterWeeks: null })
    const [assignment] = await assignmentsOf(db, staff, classId)
    if (!assignment) throw new Error('one was assigned')
    await takeEvents(db, { id: first, schoolId, classId, name: 'Pupil 1' }, assignment, lesson, [{ id: 'e', change: { kind: 'finished' } }])
    const all = await dataOf(db, staff, classId)
    expect(all.pupils.map(({ id, attempts }) => [id, attempts.length])).toEqual([[first, 1], [second, 0]])
    expect(JSON.stringify(all)).not.toMatch(/hash/)
    expect(JSON.stringify(await dataOf(db, staff, classId, first))).not.toContain(second)
    await expect(dataOf(db, staff, classId, 'nobody')).rejects.toMatchObject({ statusCode: 404 })
    await expect(dataOf(db, { ...staff, id: 'stranger' }, classId)).rejects.toMatchObject({ statusCode: 404 })
  })
})
