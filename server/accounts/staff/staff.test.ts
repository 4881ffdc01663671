import { hashPassword } from 'better-auth/crypto'
import { describe, expect, it } from 'vitest'
import { engines, freshDatabase, seededSchool } from '../../../tests/support/databases/databases'
import { keepPassword } from './passwords'
import { auditAll, auditPage } from '../../school/audit-log'
import { changeSchool, schoolOf } from '../../school/school'
import {
  addStaff,
  changeRole,
  listStaff,
  newOwnLinks,
  newStaffLink,
  removeStaff,
  setDisabled,
  setPasswordByLink,
  staffOfLink,
} from './staff'

const DAY = 24 * 60 * 60_000
const colleague = { name: 'C. Colleague', email: 'colleague@example.org', role: 'teacher' as const }

describe.each(engines)('the staff of a school on %s', (engine) => {
  async function school() {
    const { db } = await freshDatabase(engine)
    const { staff: admin } = await seededSchool(db)
    await db.updateTable('staff').set({ role: 'admin' }).where('id', '=', admin.id).execute()
    await keepPassword(db, admin.id, await hashPassword('lamp otter violin mud'))
    return { db, admin }
  }
  const withPassword = async (db: Awaited<ReturnType<typeof school>>['db'], id: string) =>
    keepPassword(db, id, await hashPassword('lamp otter violin mud'))

  it('adds a colleague once, who sets a password by a link that works once', async () => {
    const { db, admin } = await school()
    const id = await addStaff(db, admin, colleague)
    await expect(addStaff(db, admin, colleague)).rejects.toMatchObject({ kind: 'conflict' })
    expect((await listStaff(db, admin)).find(one => one.id === id)).toMatchObject({ state: 'invited', role: 'teacher', isYou: false })
    const { key } = await newStaffLink(db, admin, id)
    expect(await staffOfLink(db, key)).toMatchObject({ id, email: colleague.email, school: 'Oakfield' })
    await expect(setPasswordByLink(db, key, 'colleague2026')).rejects.toMatchObject({ kind: 'invalid' })
    await setPasswordByLink(db, key, 'mud violin otter lamp')
    await expect(setPasswordByLink(db, key, 'mud violin otter lamp')).rejects.toMatchObject({ kind: 'gone' })
    expect((await listStaff(db, admin)).find(one => one.id === id)).toMatchObject({ state: 'active' })
  })

  it('is told nothing of another school that has the same colleague, who has an account at each', async () => {
    const { db, admin } = await school()
    const { staff: elsewhere } = await seededSchool(db)
    const first = await addStaff(db, elsewhere, colleague)
    const second = await addStaff(db, admin, colleague)
    await expect(addStaff(db, admin, colleague)).rejects.toMatchObject({ kind: 'conflict' })
    await expect(addStaff(db, elsewhere, colleague)).rejects.toMatchObject({ kind: 'conflict' })
    for (const [by, id] of [[elsewhere, first], [admin, second]] as const) {
      expect((await listStaff(db, by)).filter(({ email }) => email === colleague.email).map(one => one.id)).toEqual([id])
      const link = await newStaffLink(db, by, id)
      expect(link.email).toBe(colleague.email)
      expect(await staffOfLink(db, link.key)).toMatchObject({ id, email: colleague.email })
    }
    // Whoever has forgotten a password has one link for each.
    expect(await newOwnLinks(db, colleague.email)).toHaveLength(2)
    expect(await newOwnLinks(db, 'colleague@example.or')).toEqual([])
  })

  it('stands with all others by name, as people sort names and not as bytes do', async () => {
    const { db, admin } = await school()
    for (const name of ['zara', 'Élodie', 'anna', 'Ôla', 'Bo']) await addStaff(db, admin, { ...colleague, name, email: `${Buffer.from(name).toString('hex')}@example.org` })
    expect((await listStaff(db, admin)).filter(({ isYou }) => !isYou).map(({ name }) => name)).toEqual(['anna', 'Bo', 'Élodie', 'Ôla', 'zara'])
  })

  it('has links that last a week, and only the newest', async () => {
    const { db, admin } = await school()
    const id = await addStaff(db, admin, colleague)
    const [older, newer] = [await newStaffLink(db, admin, id), await newStaffLink(db, admin, id)]
    expect(await staffOfLink(db, older.key)).toBeNull()
    expect(await staffOfLink(db, newer.key, Date.now() + 6 * DAY)).not.toBeNull()
    expect(await staffOfLink(db, newer.key, Date.now() + 8 * DAY)).toBeNull()
    await setDisabled(db, admin, id, true)
    expect(await staffOfLink(db, newer.key)).toBeNull()
  })

  it.each([
    ['disabled', (db, by, id) => setDisabled(db, by, id, true)],
    ['made a teacher', (db, by, id) => changeRole(db, by, id, 'teacher')],
    ['removed', (db, by, id) => removeStaff(db, by, id)],
  ] satisfies [string, (...given: Parameters<typeof removeStaff>) => Promise<void>][])(
    'never loses its last admin who can sign in: not %s',
    async (_, change) => {
      const { db, admin } = await school()
      // Invited only: nobody knows whether they will ever set a password.
      await addStaff(db, admin, { ...colleague, role: 'admin' })
      await expect(change(db, admin, admin.id)).rejects.toMatchObject({ kind: 'conflict' })
      expect((await listStaff(db, admin)).find(({ isYou }) => isYou)).toMatchObject({ role: 'admin', state: 'active' })
    },
  )

  it('keeps one admin where two take it from each other at the same time', async () => {
    const { db, admin } = await school()
    const second = await addStaff(db, admin, { ...colleague, role: 'admin' })
    await withPassword(db, second)
    const both = await Promise.allSettled([
      changeRole(db, admin, second, 'teacher'),
      changeRole(db, { id: second, schoolId: admin.schoolId }, admin.id, 'teacher'),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('cannot be seen or changed from another school', async () => {
    const { db, admin } = await school()
    const { staff: stranger } = await seededSchool(db)
    expect(await listStaff(db, stranger)).toHaveLength(1)
    await expect(setDisabled(db, stranger, admin.id, true)).rejects.toMatchObject({ kind: 'not-found' })
    await expect(changeRole(db, stranger, admin.id, 'teacher')).rejects.toMatchObject({ kind: 'not-found' })
    await expect(removeStaff(db, stranger, admin.id)).rejects.toMatchObject({ kind: 'not-found' })
    await expect(newStaffLink(db, stranger, admin.id)).rejects.toMatchObject({ kind: 'not-found' })
    await changeSchool(db, admin, {
      name: 'Oakfield Primary', helpContact: '', nation: 'uk', yearEnds: '06-30', keepMonths: 2, secondStep: 'nobody', pupilAccounts: false,
    })
    expect((await schoolOf(db, stranger.schoolId)).name).toBe('Oakfield')
    expect(await auditAll(db, stranger)).toEqual([])
  })

  it('has what it did written down, newest first, also about somebody who was removed', async () => {
    const { db, admin } = await school()
    const id = await addStaff(db, admin, colleague)
    await new Promise(resolve => setTimeout(resolve, 5))
    await changeRole(db, admin, id, 'admin')
    expect((await auditPage(db, admin, 1)).lines.map(({ who, action, subject }) => [who, action, subject])).toEqual([
      ['T. Teacher', 'staff.make-admin', 'C. Colleague'],
      ['T. Teacher', 'staff.add', 'C. Colleague'],
    ])
    await new Promise(resolve => setTimeout(resolve, 5))
    await removeStaff(db, admin, id)
    expect((await auditPage(db, admin, 1)).lines[0]).toMatchObject({ action: 'staff.remove', subject: id })
    expect(await db.selectFrom('erasure').select(['subject_id', 'kind']).execute()).toEqual([{ subject_id: id, kind: 'staff' }])
    expect((await auditPage(db, admin, 2)).lines).toEqual([])
  })
})
