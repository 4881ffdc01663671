import { hashPassword } from 'better-auth/crypto'
import { describe, expect, it, vi } from 'vitest'
import { authenticator, type Circumstances } from '../../../tests/support/sign-in/authenticator'
import { cookiesOf } from '../../../tests/support/sign-in/cookies'
import { engines, freshDatabase, seededSchool } from '../../../tests/support/databases/databases'
import { auditAll } from '../../school/audit-log'
import { listStaff, resetTwoFactor } from '../staff/staff'
import { accountOf } from './account'
import { addPasskey, removePasskey, signInWithPasskey } from './passkeys'
import { keepPassword } from '../staff/passwords'
import type { Staff } from '../staff/staff-member'
import { signIn } from '../sign-in/sign-in'
import { staffAuth } from '../sign-in/staff-auth'

const password = 'lamp otter violin mud'
const FROM = '203.0.113.1'

describe.each(engines)('passkeys on %s', (engine) => {
  async function school() {
    const opened = await freshDatabase(engine)
    const { db } = opened
    const { staff } = await seededSchool(db)
    await keepPassword(db, staff.id, await hashPassword(password))
    const auth = staffAuth({ ...opened, secret: 'a'.repeat(40), baseURL: 'http://localhost:3000' })
    const enter = async (who: Staff) =>
      new Headers({ cookie: cookiesOf((await signIn(db, auth, FROM, { email: who.email, password })).headers) })

    /** @returns the question for a new passkey, and the session that is asked with its cookie */
    async function begin(session: Headers) {
      const { headers, response } = await auth.api.generatePasskeyRegistrationOptions({ headers: session, query: {}, returnHeaders: true })
      return { challenge: response.challenge, cookie: cookiesOf(headers) }
    }
    async function add(device: ReturnType<typeof authenticator>, circumstances: Circumstances = {}) {
      const session = await enter(staff)
      const { challenge, cookie } = await begin(session)
      await addPasskey(auth, db, staff, new Headers({ cookie: `${session.get('cookie')}; ${cookie}` }), {
        name: 'My phone',
        response: device.make(challenge, circumstances),
      })
    }
    async function ask() {
      const { headers, response } = await auth.api.generatePasskeyAuthenticationOptions({ headers: new Headers(), returnHeaders: true })
      return { challenge: response.challenge, headers: new Headers({ cookie: cookiesOf(headers) }) }
    }
    async function use(device: ReturnType<typeof authenticator>, circumstances: Circumstances = {}) {
      const { challenge, headers } = await ask()
      return signInWithPasskey(auth, headers, device.answer(challenge, circumstances))
    }
    const whoHas = (headers: Headers) => auth.api.getSession({ headers: new Headers({ cookie: cookiesOf(headers) }) })
    return { db, staff, auth, enter, begin, add, ask, use, whoHas }
  }

  it('let their owner in without a password, and without a code where the second step is on', async () => {
    const { db, staff, add, use, whoHas } = await school()
    const phone = authenticator()
    await add(phone)
    await db.updateTable('staff').set({ two_factor_enabled: 1 }).where('id', '=', staff.id).execute()
    const { headers, staffId } = await use(phone)
    expect([(await whoHas(headers))?.user.id, staffId]).toEqual([staff.id, staff.id])
    const { passkeys } = await accountOf(db, staff, '')
    expect(passkeys).toMatchObject([{ name: 'My phone' }])
    expect((await auditAll(db, staff)).map(({ action }) => action)).toContain('account.passkey-add')
  })

  it.each<[string, Circumstances]>([
    ['nobody proved to be its owner', { isOwnerThere: false }],
    ['the browser was on another site', { origin: 'https://evil.example' }],
  ])('are neither made nor taken where %s', async (_, circumstances) => {
    const { db, staff, add, use } = await school()
    const phone = authenticator()
    await expect(add(phone, circumstances)).rejects.toMatchObject({ kind: 'invalid' })
    expect((await accountOf(db, staff, '')).passkeys).toEqual([])
    await add(phone)
    await expect(use(phone, circumstances)).rejects.toMatchObject({ kind: 'signed-out' })
    await use(phone)
  })

  it('write no line of their own into the log, whatever a browser calls its site', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue()
    const { add } = await school()
    await expect(add(authenticator(), { origin: 'https://evil.example\n{"event":"signed-in"}' })).rejects.toMatchObject({ kind: 'invalid' })
    const lines = log.mock.calls.flat().join('\n').split('\n')
    expect(lines.join()).toContain('Unexpected registration response origin')
    expect(lines.join()).not.toMatch(/evil/)
    expect(lines.filter(line => line.startsWith('{'))).toEqual([])
  })

  it('are not taken for another host, nor from a device that only claims to be the one', async () => {
    const { add, ask, use, auth } = await school()
    const [phone, other] = [authenticator(), authenticator()]
    await expect(add(authenticator('evil.example'))).rejects.toMatchObject({ kind: 'invalid' })
    await add(phone)
    await expect(use(other)).rejects.toMatchObject({ kind: 'signed-out' })
    const { challenge, headers } = await ask()
    const forged = { ...other.answer(challenge), id: phone.answer(challenge).id, rawId: phone.answer(challenge).id }
    await expect(signInWithPasskey(auth, headers, forged)).rejects.toMatchObject({ kind: 'signed-out' })
  })

  it('answer a question once, and only the one that was asked in this browser', async () => {
    const { auth, add, ask } = await school()
    const phone = authenticator()
    await add(phone)
    const [mine, other] = [await ask(), await ask()]
    const response = phone.answer(mine.challenge)
    await expect(signInWithPasskey(auth, other.headers, response)).rejects.toMatchObject({ kind: 'signed-out' })
    await expect(signInWithPasskey(auth, new Headers(), response)).rejects.toMatchObject({ kind: 'signed-out' })
    await signInWithPasskey(auth, mine.headers, response)
    await expect(signInWithPasskey(auth, mine.headers, response)).rejects.toMatchObject({ kind: 'signed-out' })
  })

  it('that count and count backwards are copies, and are refused', async () => {
    const { add, use } = await school()
    const key = authenticator()
    await add(key, { counter: 4_000_000_000 })
    await use(key, { counter: 4_000_000_001 })
    await expect(use(key, { counter: 4_000_000_001 })).rejects.toMatchObject({ kind: 'signed-out' })
  })

  it('cannot be added to somebody else\'s account', async () => {
    const { db, staff, auth, enter, begin } = await school()
    const { staff: other } = await seededSchool(db)
    await keepPassword(db, other.id, await hashPassword(password))
    const { challenge, cookie } = await begin(await enter(other))
    const mine = await enter(staff)
    await expect(
      addPasskey(auth, db, staff, new Headers({ cookie: `${mine.get('cookie')}; ${cookie}` }), {
        name: 'Theirs',
        response: authenticator().make(challenge),
      }),
    ).rejects.toMatchObject({ kind: 'invalid' })
    expect((await accountOf(db, staff, '')).passkeys).toEqual([])
  })

  it('open nothing once the account is switched off, or they were removed by their owner', async () => {
    const { db, staff, add, use } = await school()
    const phone = authenticator()
    await add(phone)
    await db.updateTable('staff').set({ disabled_at: new Date().toISOString() }).where('id', '=', staff.id).execute()
    await expect(use(phone)).rejects.toMatchObject({ kind: 'signed-out' })
    await db.updateTable('staff').set({ disabled_at: null }).where('id', '=', staff.id).execute()
    const { passkeys: [made] } = await accountOf(db, staff, '')
    await removePasskey(db, { ...staff, id: 'somebody else' }, new Headers(), made?.id ?? '')
    await use(phone)
    await removePasskey(db, staff, new Headers(), made?.id ?? '')
    await expect(use(phone)).rejects.toMatchObject({ kind: 'signed-out' })
  })

  it('go with the second step where an admin takes it from somebody who lost the phone', async () => {
    const { db, staff, add, use } = await school()
    const phone = authenticator()
    await add(phone)
    await db.updateTable('staff').set({ role: 'admin' }).where('id', '=', staff.id).execute()
    expect(await listStaff(db, staff)).toMatchObject([{ hasPasskey: true }])
    await resetTwoFactor(db, staff, staff.id)
    expect(await listStaff(db, staff)).toMatchObject([{ hasPasskey: false }])
    await expect(use(phone)).rejects.toMatchObject({ kind: 'signed-out' })
  })
})
