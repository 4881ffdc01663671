import { describe, expect, it } from 'vitest'
import { engines, freshDatabase, seededSchool } from '../../tests/support/databases/databases'
import { changeSchool, schoolOf } from './school'

describe.each(engines)('a second step for others, on %s', (engine) => {
  it('is asked for only by an admin who took one, so that nobody shuts themselves out; anybody in may end it', async () => {
    const { db } = await freshDatabase(engine)
    const { schoolId, staff } = await seededSchool(db)
    const asks = async (secondStep: 'nobody' | 'admins' | 'everybody', tookSecondStep: boolean) =>
      changeSchool(db, { ...staff, tookSecondStep }, { ...await schoolOf(db, schoolId), secondStep, helpContact: 'Room 4' })
    for (const rule of ['admins', 'everybody'] as const)
      await expect(asks(rule, false)).rejects.toMatchObject({ kind: 'conflict', details: { reason: 'second-step-first' } })
    expect(await schoolOf(db, schoolId), 'nothing else is saved either').toMatchObject({ secondStep: 'nobody', helpContact: '' })
    await asks('everybody', true)
    expect((await schoolOf(db, schoolId)).secondStep).toBe('everybody')
    await asks('nobody', false)
    expect((await schoolOf(db, schoolId)).secondStep).toBe('nobody')
  })
})

describe.each(engines)('settings that two admins have open at once, on %s', (engine) => {
  it('keep what either has changed, and neither overwrites what the other did', async () => {
    const { db } = await freshDatabase(engine)
    const { schoolId, staff } = await seededSchool(db)
    const was = await schoolOf(db, schoolId)
    const save = (changed: Partial<typeof was>) =>
      changeSchool(db, { ...staff, tookSecondStep: true }, { ...was, ...changed }, undefined, new Date(), was)
    await save({ secondStep: 'everybody', helpContact: 'Room 4' })
    await save({ keepMonths: 6 })
    expect(await schoolOf(db, schoolId)).toEqual({ ...was, secondStep: 'everybody', helpContact: 'Room 4', keepMonths: 6 })
    await expect(save({ helpContact: 'Room 9' })).rejects.toMatchObject({ kind: 'conflict', details: { reason: 'school-changed' } })
    await save({ helpContact: 'Room 4' })
    expect(await schoolOf(db, schoolId)).toMatchObject({ secondStep: 'everybody', helpContact: 'Room 4' })
  })
})

describe.each(engines)('where a school is, on %s', (engine) => {
  it('is not said at first, is chosen once, and is nobody else\'s', async () => {
    const { db } = await freshDatabase(engine)
    const { schoolId, staff } = await seededSchool(db)
    const neighbour = await seededSchool(db)
    expect((await schoolOf(db, schoolId)).nation).toBe('uk')
    await changeSchool(db, staff, { ...await schoolOf(db, schoolId), nation: 'scotland' })
    expect((await schoolOf(db, schoolId)).nation).toBe('scotland')
    expect((await schoolOf(db, neighbour.schoolId)).nation).toBe('uk')
  })
})
