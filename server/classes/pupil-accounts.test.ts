import { describe, expect, it } from 'vitest'
import { engines, freshDatabase, seededSchool } from '../../tests/support/databases/databases'
import { archiveClass } from './classes'
import { hasPupilAccounts, isAccountJoined, joinAccount, partAccount, pupilOfAccount } from './pupil-accounts'
import { keepSession } from './pupil-session-rows'
import { erasePupil } from './pupils'

const SECRET = 's'.repeat(40)
const identity = { issuer: 'https://id.example', subject: '1234' }

describe.each(engines)('accounts elsewhere on %s', (engine) => {
  async function school(wanted = 1) {
    const { db } = await freshDatabase(engine)
    const { staff, classId } = await seededSchool(db)
    await db.updateTable('school').set({ pupil_accounts: wanted }).execute()
    const [ali, bo] = (await db.selectFrom('pupil').select('id').orderBy('name').execute()).map(({ id }) => ({ id, schoolId: staff.schoolId }))
    if (!ali || !bo) throw new Error('no pupils')
    return { db, staff, classId, ali, bo }
  }

  it('bring a pupil in once they are joined to the name, and nothing of them can be read', async () => {
    const { db, ali, classId } = await school()
    expect(await pupilOfAccount(db, SECRET, identity)).toBeNull()
    await joinAccount(db, SECRET, ali, identity)
    expect(await pupilOfAccount(db, SECRET, identity)).toEqual({ ...ali, classId })
    expect(await isAccountJoined(db, ali.id)).toBe(true)
    expect(await pupilOfAccount(db, SECRET, { ...identity, issuer: 'https://other.example' })).toBeNull()
    expect(JSON.stringify(await db.selectFrom('pupil_account').selectAll().execute())).not.toMatch(/1234|id\.example/)
    // A newer one takes its place.
    await joinAccount(db, SECRET, ali, { ...identity, subject: '5' })
    expect(await pupilOfAccount(db, SECRET, identity)).toBeNull()
  })

  it('are nobody\'s where the school does not want them, nor what was joined before it changed its mind', async () => {
    const { db, ali } = await school(0)
    expect(await hasPupilAccounts(db)).toBe(false)
    await expect(joinAccount(db, SECRET, ali, identity)).rejects.toMatchObject({ kind: 'forbidden' })
    await db.updateTable('school').set({ pupil_accounts: 1 }).execute()
    expect([await hasPupilAccounts(db), await hasPupilAccounts(db, ali.schoolId), await hasPupilAccounts(db, 'other')]).toEqual([true, true, false])
    await joinAccount(db, SECRET, ali, identity)
    await db.updateTable('school').set({ pupil_accounts: 0 }).execute()
    expect(await pupilOfAccount(db, SECRET, identity)).toBeNull()
  })

  it('are not taken from another child, but from a class that is put away', async () => {
    const { db, staff, classId, ali, bo } = await school()
    await joinAccount(db, SECRET, ali, identity)
    await expect(joinAccount(db, SECRET, bo, identity)).rejects.toMatchObject({ kind: 'conflict', details: { reason: 'account-taken' } })
    expect((await pupilOfAccount(db, SECRET, identity))?.id).toBe(ali.id)
    await joinAccount(db, SECRET, ali, identity)
    await archiveClass(db, staff, classId)
    expect(await pupilOfAccount(db, SECRET, identity)).toBeNull()
    await joinAccount(db, SECRET, bo, identity)
    expect(await isAccountJoined(db, ali.id)).toBe(false)
  })

  it('are parted from a name by a teacher who has the class, and go with the pupil', async () => {
    const { db, staff, ali } = await school()
    await joinAccount(db, SECRET, ali, identity)
    await expect(partAccount(db, { ...staff, id: 'somebody', role: 'teacher' }, ali.id)).rejects.toMatchObject({ kind: 'not-found' })
    // Whoever came in with it may be the child whose account it is.
    await keepSession(db, ali)
    await partAccount(db, staff, ali.id)
    expect(await isAccountJoined(db, ali.id)).toBe(false)
    expect(await db.selectFrom('pupil_session').selectAll().execute()).toEqual([])
    await joinAccount(db, SECRET, ali, identity)
    await erasePupil(db, staff, ali.id)
    expect(await db.selectFrom('pupil_account').selectAll().execute()).toEqual([])
  })
})
