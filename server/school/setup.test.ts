import { describe, expect, it } from 'vitest'
import { engines, freshDatabase, seededSchool } from '../../tests/support/databases/databases'
import { signIn } from '../accounts/sign-in/sign-in'
import { newStaffLink } from '../accounts/staff/staff'
import { staffAuth } from '../accounts/sign-in/staff-auth'
import { letsSetPassword, newSetupKey, setUpSchool, setupState } from './setup'

const school = { school: 'Oakfield Primary', name: 'Thea Teacher', email: 'thea@oakfield.example', password: 'lamp otter violin mud' }

describe.each(engines)('setting up a school on %s', (engine) => {
  it('makes the school and its first admin, who can sign in', async () => {
    const opened = await freshDatabase(engine)
    const { schoolId } = await setUpSchool(opened.db, await newSetupKey(opened.db) ?? '', school)
    const auth = staffAuth({ ...opened, secret: 'a'.repeat(40), baseURL: 'http://localhost:3000' })
    await expect(signIn(opened.db, auth, '203.0.113.1', school)).resolves.toMatchObject({ needsCode: false })
    expect(await opened.db.selectFrom('staff').select(['school_id', 'role']).execute()).toEqual([{ school_id: schoolId, role: 'admin' }])
  })

  it('works once, also where two try at the same time', async () => {
    const { db } = await freshDatabase(engine)
    const key = await newSetupKey(db) ?? ''
    const both = await Promise.allSettled([
      setUpSchool(db, key, school),
      setUpSchool(db, key, { ...school, email: 'other@oakfield.example' }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(setUpSchool(db, key, school)).rejects.toMatchObject({ kind: 'gone' })
    expect(await setupState(db, key)).toBe('done')
    expect(await newSetupKey(db)).toBeUndefined()
    expect(await db.selectFrom('school').select('id').execute()).toHaveLength(1)
  })

  it('lets whoever has a link that works judge a password: that of the first admin, then their own', async () => {
    const { db } = await freshDatabase(engine)
    const key = await newSetupKey(db) ?? ''
    expect([await letsSetPassword(db, key), await letsSetPassword(db, 'made-up')]).toEqual([true, false])
    const { schoolId, staffId } = await setUpSchool(db, key, school)
    const { key: own } = await newStaffLink(db, { id: staffId, schoolId }, staffId)
    expect([await letsSetPassword(db, own), await letsSetPassword(db, key)]).toEqual([true, false])
  })

  it('takes the newest link only, and keeps no link as it is', async () => {
    const { db } = await freshDatabase(engine)
    const [older, newer] = [await newSetupKey(db) ?? '', await newSetupKey(db) ?? '']
    expect(await setupState(db, older)).toBe('wrong')
    await expect(setUpSchool(db, older, school)).rejects.toMatchObject({ kind: 'forbidden' })
    expect(await setupState(db, newer)).toBe('open')
    expect(JSON.stringify(await db.selectFrom('setup').selectAll().execute())).not.toContain(newer)
  })

  it('refuses a password that is easy to guess, and the link still works', async () => {
    const { db } = await freshDatabase(engine)
    const key = await newSetupKey(db) ?? ''
    await expect(setUpSchool(db, key, { ...school, password: 'oakfieldprimary' })).rejects.toMatchObject({ kind: 'invalid' })
    expect(await setupState(db, key)).toBe('open')
  })

  it('is not offered where there is a school', async () => {
    const { db } = await freshDatabase(engine)
    await seededSchool(db)
    expect(await newSetupKey(db)).toBeUndefined()
  })
})
