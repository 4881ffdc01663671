import { describe, expect, it } from 'vitest'
import { engines, freshDatabase, seededSchool } from '../../tests/support/databases/databases'
import { hashOf, newToken } from '../platform/security/tokens'
import { changeCode, openClass } from './classes'
import { IDLE, keepSession, MOST_SESSIONS, whyEnded } from './pupil-session-rows'
import { resetPictures } from './pupils'
import { movePupil } from '../assignments/move-pupil'
import { pupilWith } from './pupil-session'

describe.each(engines)('a pupil\'s session on %s', (engine) => {
  async function signedIn() {
    const { db } = await freshDatabase(engine)
    const { schoolId, classId, staff, pupilIds: [pupilId = ''] } = await seededSchool(db)
    const token = newToken()
    const start = new Date('2026-11-25T09:00:00Z')
    await db
      .insertInto('pupil_session')
      .values({ token_hash: hashOf(token), school_id: schoolId, pupil_id: pupilId, used_at: start.toISOString() })
      .execute()
    return { db, token, pupilId, schoolId, classId, staff, at: (minutes: number) => new Date(start.getTime() + minutes * 60_000) }
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

  it('ends with new pictures and with a new code of the class, and says which; shutting the class or moving the pupil ends nothing', async () => {
    const { db, staff, pupilId, schoolId, classId, at } = await signedIn()
    const pupil = { id: pupilId, schoolId }
    const byPictures = await keepSession(db, pupil, at(0))
    await resetPictures(db, staff, 's'.repeat(40), classId, [pupilId])
    expect([await pupilWith(db, byPictures, at(1)), await whyEnded(db, byPictures)]).toEqual([null, 'before-reset'])
    const byCode = await keepSession(db, pupil, at(2))
    await openClass(db, staff, classId, 0, 'here', at(2))
    expect(await pupilWith(db, byCode, at(3))).toMatchObject({ id: pupilId })
    await changeCode(db, staff, classId)
    expect([await pupilWith(db, byCode, at(3)), await whyEnded(db, byCode)]).toEqual([null, 'code-replaced'])
    const again = await keepSession(db, pupil, at(4))
    await movePupil(db, staff, pupilId, classId)
    expect(await pupilWith(db, again, at(5))).toMatchObject({ id: pupilId })
    expect(await whyEnded(db, newToken())).toBeNull()
  })

  it('is one of a few at a time: the one that nobody used for longest goes, and those that are over do not count', async () => {
    const { db, pupilId, schoolId, at } = await signedIn()
    await db.deleteFrom('pupil_session').execute()
    const pupil = { id: pupilId, schoolId }
    const idle = await keepSession(db, pupil, at(0))
    const all = [await keepSession(db, pupil, at(31)), await keepSession(db, pupil, at(32)), await keepSession(db, pupil, at(33))]
    expect(all).toHaveLength(MOST_SESSIONS)
    expect(await whyEnded(db, idle)).toBeNull()
    // The first is used again, so the second goes.
    await pupilWith(db, all[0] ?? '', at(35))
    const newest = await keepSession(db, pupil, at(36))
    const open = await Promise.all([...all, newest].map(async token => await pupilWith(db, token, at(37)) !== null))
    expect(open).toEqual([true, false, true, true])
    expect(await whyEnded(db, all[1] ?? '')).toBe('newer-sessions')
    await Promise.all(Array.from({ length: 8 }, () => keepSession(db, pupil, at(38))))
    expect(
      await db
        .selectFrom('pupil_session')
        .select('token_hash')
        .where('ended', 'is', null)
        .where('used_at', '>', at(8).toISOString())
        .execute(),
    ).toHaveLength(MOST_SESSIONS)
  })

  it('ends after a school day, however much it is used', async () => {
    const { db, pupilId, schoolId, at } = await signedIn()
    const token = await keepSession(db, { id: pupilId, schoolId }, at(0))
    for (let minutes = 20; minutes < 12 * 60; minutes += 20) expect(await pupilWith(db, token, at(minutes))).not.toBeNull()
    expect(await pupilWith(db, token, at(12 * 60))).toBeNull()
  })
})
