import { describe, expect, it } from 'vitest'
import { classWithLesson } from '../../tests/support/databases/class-with-lesson'
import { engines, freshDatabase } from '../../tests/support/databases/databases'
import { fixtureLesson } from '../../tests/support/lessons/fixture-lesson'
import { assign, bringBack, reschedule, setExcused, today, withdraw } from './assignments'
import { endCatchUp, letCatchUp } from './catching-up'
import { closeAssignment, reopenAssignment } from './closing'
import { giveSecondGo, takeBackSecondGo } from './second-go'

const lesson = fixtureLesson()

describe.each(engines)('what is done with work of a class, on %s,', (engine) => {
  it('is done and in the school\'s records, or neither', async () => {
    const { db } = await freshDatabase(engine)
    const { staff, schoolId, classId, assignment: { id }, first, second } = await classWithLesson(db, lesson)
    await db.insertInto('attempt').values({
      id: 'done', school_id: schoolId, assignment_id: id, pupil_id: second.id, state: '', status: 'finished', lesson_version: 1, changes: 1,
    }).execute()
    const acts: readonly (readonly [action: string, act: () => Promise<unknown>])[] = [
      ['make', () => assign(db, staff, {
        classId, lessonIds: ['another'], opensOn: today(), weekly: false, dueAfter: null, boosterWeeks: null,
      })],
      ['move', () => reschedule(db, staff, id, { opensOn: '2026-01-05', dueOn: '2026-01-06' })],
      ['excuse', () => setExcused(db, staff, id, { pupilId: first.id, excused: true })],
      ['second-go', () => giveSecondGo(db, staff, id, second.id)],
      ['second-go-back', () => takeBackSecondGo(db, staff, id, second.id)],
      ['close', () => closeAssignment(db, staff, id)],
      ['catch-up', () => letCatchUp(db, staff, id, first.id)],
      ['catch-up-end', () => endCatchUp(db, staff, id, first.id)],
      ['reopen', () => reopenAssignment(db, staff, id)],
      ['delete', () => withdraw(db, staff, id)],
      ['restore', () => bringBack(db, staff, id)],
    ]
    const everything = async () => JSON.stringify(await Promise.all(
      (['assignment', 'attempt', 'excuse', 'catch_up'] as const).map(table => db.selectFrom(table).selectAll().orderBy('school_id').execute()),
    ))
    await db.deleteFrom('audit').execute()
    for (const [action, act] of acts) {
      const before = await everything()
      await db.schema.alterTable('audit').renameTo('away').execute()
      await expect(act(), action).rejects.toThrow()
      expect(await everything(), action).toBe(before)
      await db.schema.alterTable('away').renameTo('audit').execute()
      await act()
      expect(await everything(), action).not.toBe(before)
    }
    const rows = await db.selectFrom('audit').select(['action', 'staff_id']).execute()
    expect(rows.map(row => row.action).sort()).toEqual(acts.map(([action]) => `assignment.${action}`).sort())
    expect(rows.every(row => row.staff_id === staff.id)).toBe(true)
  })
})
