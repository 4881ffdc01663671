import { describe, expect, it } from 'vitest'
import { engines, freshDatabase, seededSchool } from '../../../tests/support/databases/databases'
import { newId } from '../../platform/security/tokens'
import { staffAuth } from './staff-auth'

describe.each(engines)('sign-in of staff on %s', (engine) => {
  async function withPassword(password: string) {
    const opened = await freshDatabase(engine)
    const { staff } = await seededSchool(opened.db)
    const auth = staffAuth({ ...opened, secret: 'a'.repeat(40), baseURL: 'http://localhost:3000' })
    const { internalAdapter, password: passwords } = await auth.$context
    await internalAdapter.createAccount({
      userId: staff.id,
      providerId: 'credential',
      accountId: staff.id,
      issuer: 'credential',
      password: await passwords.hash(password),
    } as Parameters<typeof internalAdapter.createAccount>[0])
    return { auth, staff, db: opened.db }
  }

  it('lets a member of staff in with their password, and says which school and role they have', async () => {
    const { auth, staff } = await withPassword('correct horse battery')
    const response = await auth.api.signInEmail({ body: { email: staff.email, password: 'correct horse battery' }, asResponse: true })
    expect(response.status).toBe(200)
    const cookie = response.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/HttpOnly/i)
    const session = await auth.api.getSession({ headers: new Headers({ cookie: cookie.split(';')[0] ?? '' }) })
    expect(session?.user).toMatchObject({ id: staff.id, schoolId: staff.schoolId, role: 'teacher' })
  })

  it('does not let anybody in with another password, and nobody signs up', async () => {
    const { auth, staff } = await withPassword('correct horse battery')
    await expect(auth.api.signInEmail({ body: { email: staff.email, password: 'wrong horse battery' } })).rejects.toThrow()
    await expect(auth.api.signUpEmail({ body: { email: 'new@example.org', password: newId(), name: 'New' } as never })).rejects.toThrow()
  })

  it('keeps no address and only a hash of the password', async () => {
    const { auth, staff, db } = await withPassword('correct horse battery')
    await auth.api.signInEmail({
      body: { email: staff.email, password: 'correct horse battery' },
      headers: new Headers({ 'x-forwarded-for': '203.0.113.9' }),
    })
    const kept = JSON.stringify([
      await db
        .selectFrom('staff_session' as never)
        .selectAll()
        .execute(),
      await db
        .selectFrom('staff_account' as never)
        .selectAll()
        .execute(),
    ])
    expect(kept).not.toContain('203.0.113.9')
    expect(kept).not.toContain('correct horse')
  })
})
