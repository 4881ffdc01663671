import { describe, expect, it } from 'vitest'
import { engines, freshDatabase, seededSchool } from '../../tests/support/databases/databases'
import { changeSchool, schoolOf } from './school'

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
