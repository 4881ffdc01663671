import { describe, expect, it } from 'vitest'
import { engines, freshDatabase, seededSchool } from '../../tests/support/databases'
import { hashOf, newToken } from '../security/tokens'
import { IDLE, pupilWith } from './pupil-session'

describe.each(engines)('a pupil\'s session on %s', (engine) => {
  async function signedIn() {
    const { db } = await freshDatabase(engine)
    const { schoolId, classId, pupilIds: [pupilId = ''] } = await seededSchool(db)
    const token = newToken()
    const start = new Date('2026-11-25T09:00:00Z')
    await db.insertInto('pupil_session').values({ token_hash: hashOf(token), school_id: schoolId, pupil_id: pupilId, used_at: start.toISOString() }).execute()
    return { db, token, pupilId, schoolId, classId, at: (minutes: number) => new Date(start.getTime() + minutes * 60_000) }
  }

  it('goes on while it is used, and ends after half an hour in which it is not', async () => {
    const { db, token, pupilId, at } = await signedIn()
    const idle = IDLE / 60_000
    expect(await pupilWith(db, token, at(idle - 1))).toMatchObject({ id: pupilId })
    expect(await pupilWith(db, token, at(2 * idle - 2))).toMatchObject({ id: pupilId })
    expect(await pupilWith(db, token, at(3 * idle))).toBeNull()
  })

  it('is no use with another token, in an archived class, or when the pupil was erased', async () => {
    const { db, token, pupilId, classId, at } = await signedIn()
    expect(await pupilWith(db, newToken(), at(1))).toBeNull()
    await db.updateTable('class').set({ archived_at: at(1).toISOString() }).where('id', '=', classId).execute()
    expect(await pupilWith(db, token, at(1))).toBeNull()
    await db.updateTable('class').set({ archived_at: null }).execute()
    await db.deleteFrom('pupil').where('id', '=', pupilId).execute()
    expect(await pupilWith(db, token, at(1))).toBeNull()
  })
})
