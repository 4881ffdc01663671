import { hashPassword } from 'better-auth/crypto'
import { describe, expect, it } from 'vitest'
import { authenticator } from '../../../tests/support/sign-in/authenticator'
import { cookiesOf } from '../../../tests/support/sign-in/cookies'
import { engines, freshDatabase, seededSchool } from '../../../tests/support/databases/databases'
import { totp } from '../../../tests/support/sign-in/totp'
import { adminsByPasswordAlone, listStaff, resetTwoFactor, setDisabled } from '../staff/staff'
import { addPasskey, removePasskey, signInWithPasskey } from '../my-account/passkeys'
import { keepPassword } from '../staff/passwords'
import { secondStepOf } from './second-step'
import { signIn } from './sign-in'
import { staffAuth } from './staff-auth'

const password = 'lamp otter violin mud'
const FROM = '203.0.113.1'

describe.each(engines)('a second step that a school asks for, on %s', (engine) => {
  async function school() {
    const opened = await freshDatabase(engine)
    const { db } = opened
    const { staff } = await seededSchool(db)
    await keepPassword(db, staff.id, await hashPassword(password))
    const auth = staffAuth({ ...opened, secret: 'a'.repeat(40), baseURL: 'http://localhost:3000' })
    const asks = (rule: 'nobody' | 'admins' | 'everybody') =>
      db.updateTable('school').set({ second_step: rule }).where('id', '=', staff.schoolId).execute()
    const headersOf = (answer: Headers) => new Headers({ cookie: cookiesOf(answer) })
    const enter = async () => headersOf((await signIn(db, auth, FROM, { email: staff.email, password })).headers)
    /** What is still to be done in this session. */
    const owed = async (headers: Headers, role: 'teacher' | 'admin' = 'teacher') =>
      secondStepOf(db, { id: staff.id, role }, (await auth.api.getSession({ headers }))?.session.way)
    /** Switches codes on in a session. @returns the session after it, the next code and the backup codes */
    async function addApp(session: Headers, current = password) {
      const begun = await auth.api.enableTwoFactor({ body: { password: current, method: 'totp' }, headers: session })
      if (begun.method !== 'totp') throw new Error('no authenticator app')
      const key = new URL(begun.totpURI).searchParams.get('secret') ?? ''
      const { headers } = await auth.api.verifyTOTP({ body: { code: totp(key) }, headers: session, returnHeaders: true })
      return { after: headersOf(headers), code: totp(key, 1), backupCodes: begun.backupCodes }
    }
    async function addKey(session: Headers) {
      const device = authenticator()
      const { headers, response } = await auth.api.generatePasskeyRegistrationOptions({ headers: session, query: {}, returnHeaders: true })
      await addPasskey(auth, db, staff, new Headers({ cookie: `${session.get('cookie')}; ${cookiesOf(headers)}` }), {
        name: 'My phone',
        response: device.make(response.challenge),
      })
      return device
    }
    async function enterWithKey(device: ReturnType<typeof authenticator>) {
      const { headers, response } = await auth.api.generatePasskeyAuthenticationOptions({ headers: new Headers(), returnHeaders: true })
      return headersOf((await signInWithPasskey(auth, headersOf(headers), device.answer(response.challenge))).headers)
    }
    return { db, staff, auth, asks, enter, owed, addApp, addKey, enterWithKey, headersOf }
  }

  it('is asked of nobody until an admin says so, and then of those who are meant', async () => {
    const { asks, enter, owed } = await school()
    const session = await enter()
    const owedBy = async () => [await owed(session), await owed(session, 'admin')]
    expect(await owedBy()).toEqual([null, null])
    await asks('admins')
    expect(await owedBy()).toEqual([null, 'set-up'])
    await asks('everybody')
    expect(await owedBy()).toEqual(['set-up', 'set-up'])
  })

  it('is taken by setting up an app, by each code at sign-in, and by a backup code', async () => {
    const { asks, auth, enter, owed, addApp, headersOf } = await school()
    await asks('everybody')
    const [first, elsewhere] = [await enter(), await enter()]
    const { after, code, backupCodes } = await addApp(first)
    expect(await owed(after)).toBeNull()
    expect(await owed(elsewhere), 'another session of the same person').toBe('use')
    expect(
      await owed(headersOf((await auth.api.verifyTOTP({ body: { code }, headers: await enter(), returnHeaders: true })).headers)),
    ).toBeNull()
    expect(
      await owed(
        headersOf(
          (await auth.api.verifyBackupCode({ body: { code: backupCodes[0] ?? '' }, headers: await enter(), returnHeaders: true })).headers,
        ),
      ),
    ).toBeNull()
  })

  it('is taken with a passkey, and not by having one', async () => {
    const { db, staff, asks, enter, owed, addKey, enterWithKey } = await school()
    await asks('everybody')
    const session = await enter()
    const device = await addKey(session)
    expect(await owed(session), 'whoever has just added it').toBeNull()
    expect(await owed(await enterWithKey(device))).toBeNull()
    const withPassword = await enter()
    expect(await owed(withPassword)).toBe('use')
    const { id } = await db.selectFrom('staff_passkey').select('id').executeTakeFirstOrThrow()
    await removePasskey(db, staff, new Headers(), id)
    expect(await owed(withPassword)).toBe('set-up')
  })

  it('is owed again once it was switched off, and after an admin took it away; a new password changes nothing', async () => {
    const { db, staff, auth, asks, enter, owed, addApp, headersOf } = await school()
    await asks('everybody')
    const { after } = await addApp(await enter())
    const { headers } = await auth.api.changePassword({
      body: { currentPassword: password, newPassword: 'mud violin otter lamp', revokeOtherSessions: true },
      headers: after,
      returnHeaders: true,
    })
    expect(await owed(headersOf(headers))).toBeNull()
    const other = await seededSchool(db)
    await db.updateTable('staff').set({ role: 'admin', school_id: staff.schoolId }).where('id', '=', other.staffId).execute()
    await keepPassword(db, other.staffId, await hashPassword(password))
    const off = await auth.api.disableTwoFactor({
      body: { password: 'mud violin otter lamp' },
      headers: headersOf(headers),
      returnHeaders: true,
    })
    expect(await owed(headersOf(off.headers))).toBe('set-up')
    await addApp(headersOf(off.headers), 'mud violin otter lamp')
    await resetTwoFactor(db, { id: other.staffId, schoolId: staff.schoolId }, staff.id)
    const again = await signIn(db, auth, FROM, { email: staff.email, password: 'mud violin otter lamp' })
    expect(await owed(headersOf(again.headers))).toBe('set-up')
  })

  it('is missing of whoever signs in here without an app or a passkey, and of nobody else', async () => {
    const { db, staff, enter, addApp, addKey } = await school()
    const other = await seededSchool(db)
    await db.updateTable('staff').set({ role: 'admin', school_id: staff.schoolId, name: 'B. Admin' }).where('id', '=', other.staffId).execute()
    const missing = async () => (await listStaff(db, staff)).filter(({ lacksSecondStep }) => lacksSecondStep).map(({ name, role }) => `${name}, ${role}`)
    expect(await missing(), 'somebody without a password yet is meant too').toEqual(['B. Admin, admin', `${staff.name}, teacher`])
    await db.insertInto('staff_account').values({
      id: 'elsewhere', user_id: other.staffId, provider_id: 'google', account_id: '1', created_at: new Date().toISOString(),
      updated_at: new Date().toISOString(),
    }).execute()
    expect(await missing(), 'an account elsewhere is looked after there').toEqual([`${staff.name}, teacher`])
    await addApp(await enter())
    expect(await missing()).toEqual([])
    await db.updateTable('staff').set({ two_factor_enabled: 0 }).where('id', '=', staff.id).execute()
    await addKey(await enter())
    expect(await missing()).toEqual([])
    await db.deleteFrom('staff_passkey').execute()
    await setDisabled(db, { id: other.staffId, schoolId: staff.schoolId }, staff.id, true)
    expect(await missing()).toEqual([])
  })

  it('is missed by the page of the server while an admin gets in by password alone', async () => {
    const { db, staff, asks, enter, addApp } = await school()
    expect(await adminsByPasswordAlone(db, staff.schoolId), 'a teacher').toBe(0)
    await db.updateTable('staff').set({ role: 'admin' }).where('id', '=', staff.id).execute()
    expect(await adminsByPasswordAlone(db, staff.schoolId)).toBe(1)
    await asks('admins')
    expect(await adminsByPasswordAlone(db, staff.schoolId), 'they are led to it').toBe(0)
    await asks('nobody')
    await addApp(await enter())
    expect(await adminsByPasswordAlone(db, staff.schoolId)).toBe(0)
  })
})
