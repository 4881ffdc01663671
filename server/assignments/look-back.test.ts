import { describe, expect, it } from 'vitest'
import { engines, freshDatabase, seededSchool } from '../../tests/support/databases/databases'
import { makeGroup } from '../classes/groups'
import { assign, assignmentsOf, withdraw } from './assignments'
import { lookedBackAt } from './look-back'

describe.each(engines)('a look back, on %s,', (engine) => {
  it('looks back at what the same pupils had before it: at no group\'s, at nothing removed, and at nothing that came later', async () => {
    const { db } = await freshDatabase(engine)
    const { staff, classId, pupilIds } = await seededSchool(db, { pupils: 3 })
    const lessonIds = ['lesson']
    const plan = { classId, lessonIds, weekly: false, dueAfter: null, again: lessonIds }
    await assign(db, staff, { ...plan, opensOn: '2026-09-07', boosterWeeks: 6 })
    await assign(db, staff, { ...plan, opensOn: '2026-09-14', boosterWeeks: null })
    const { id: groupId } = await makeGroup(db, staff, classId, { name: 'Six', pupilIds: pupilIds.slice(0, 2) })
    await assign(db, staff, { ...plan, groupId, opensOn: '2026-09-21', boosterWeeks: 6 })
    await assign(db, staff, { ...plan, opensOn: '2027-01-11', boosterWeeks: null })
    const all = await assignmentsOf(db, staff, classId)
    const [first, second, ofGroup] = all.filter(({ kind }) => kind === 'lesson')
    const [ofClass, ofSix] = all.filter(({ kind }) => kind === 'booster')
    if (!first || !second || !ofGroup || !ofClass || !ofSix) throw new Error('all were assigned')
    expect(await lookedBackAt(db, ofClass)).toBe(second.id)
    expect(await lookedBackAt(db, ofSix)).toBe(ofGroup.id)
    expect(await lookedBackAt(db, first)).toBeUndefined()
    await withdraw(db, staff, second.id)
    expect(await lookedBackAt(db, ofClass)).toBe(first.id)
    await withdraw(db, staff, first.id)
    expect(await lookedBackAt(db, ofClass)).toBeUndefined()
  })
})
