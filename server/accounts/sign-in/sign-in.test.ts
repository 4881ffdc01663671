import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Refusal } from '../../platform/refusal'
import { hashPassword } from 'better-auth/crypto'
import { cookiesOf } from '../../../tests/support/sign-in/cookies'
import { engines, freshDatabase, seededSchool } from '../../../tests/support/databases/databases'
import { startMailServer } from '../../../tests/support/sign-in/mail-server'
import { takeSettings } from '../../platform/settings'
import { totp } from '../../../tests/support/sign-in/totp'
import { keepDevice } from '../../platform/security/devices'
import { isAllowed, type Limit } from '../../platform/security/rate-limit'
import { auditAll } from '../../school/audit-log'
import type { Db } from '../../platform/database/client'
import { addStaff, setDisabled } from '../staff/staff'
import { accountOf, endOtherSessions, endSession } from '../my-account/account'
import { keepPassword } from '../staff/passwords'
import { OF_ACCOUNT, OF_ADDRESS, signIn } from './sign-in'
import { staffAuth } from './staff-auth'

const password = 'lamp otter violin mud'
/** Once for all: hashing is made to take long. */
const passwordHash = await hashPassword(password)

describe.each(engines)('how staff sign in on %s', (engine) => {
  async function school(isHttps = false) {
    const opened = await freshDatabase(engine)
    const { staff } = await seededSchool(opened.db)
    await keepPassword(opened.db, staff.id, passwordHash)
    const auth = staffAuth({ ...opened, secret: 'a'.repeat(40), baseURL: 'http://localhost:3000', isHttps })
    const enter = (given: string, from = '203.0.113.1', email: string = staff.email, device?: string) =>
      signIn(opened.db, auth, from, { email, password: given }, device)
    const whoHas = (cookie: string) => auth.api.getSession({ headers: new Headers({ cookie }) })
    return { ...opened, staff, auth, enter, whoHas }
  }

  it('sets a cookie that scripts and other sites do not get, for https only where there is https', async () => {
    const [plain, secure] = [await school(), await school(true)]
    const cookie = (await plain.enter(password)).headers.getSetCookie()[0]
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/i)
    expect(cookie).not.toMatch(/Secure/)
    expect((await secure.enter(password)).headers.getSetCookie()[0]).toMatch(/^__Secure-.*Secure/)
  })

  it('lets somebody with one address at two schools in by the password of either', async () => {
    const { db, staff, enter, whoHas } = await school()
    const { staff: other } = await seededSchool(db)
    const id = await addStaff(db, other, { name: 'The same', email: staff.email, role: 'teacher' })
    await keepPassword(db, id, await hashPassword('mud violin otter lamp'))
    for (const [given, whose] of [[password, staff.id], ['mud violin otter lamp', id]] as const) {
      const entered = await enter(given)
      expect(entered.staffId).toBe(whose)
      expect((await whoHas(cookiesOf(entered.headers)))?.user.id).toBe(whose)
    }
    await expect(enter('neither of them')).rejects.toMatchObject({ kind: 'signed-out' })
  })

  it('says the same about a wrong password, an unknown address and a disabled account', async () => {
    const { db, staff, enter } = await school()
    const said = await Promise.all(
      [enter('not the password'), enter(password, '203.0.113.2', 'nobody@example.org')].map(tried =>
        tried.catch((error: Error) => error.message),
      ),
    )
    await db.updateTable('staff').set({ disabled_at: new Date().toISOString() }).where('id', '=', staff.id).execute()
    said.push(await enter(password).then(() => '', (error: Error) => error.message))
    expect(new Set(said).size).toBe(1)
    expect(said[0]).toContain('do not belong together')
  })

  it('stops after ten wrong tries at one address, which locks nobody out elsewhere', async () => {
    const { enter } = await school()
    for (let index = 0; index < 10; index += 1) await expect(enter('not the password')).rejects.toMatchObject({ kind: 'signed-out' })
    await expect(enter(password)).rejects.toMatchObject({ kind: 'too-many' })
    await expect(enter(password, '203.0.113.99')).resolves.toMatchObject({ needsCode: false })
  })

  /** How often each was answered. */
  const attack = async (times: number, tries: (index: number) => Promise<unknown>) => {
    const said: Record<string, number> = {}
    for (let index = 0; index < times; index += 1) {
      const status = await tries(index).then(() => 'in', (error: Partial<Refusal>) => error.kind ?? 'failed')
      said[status] = (said[status] ?? 0) + 1
    }
    return said
  }
  /** As many wrong tries as are needed to use a count up, without waiting for as many passwords to be hashed. */
  const useUp = async (db: Db, name: string, { tries, window }: Limit) => {
    await isAllowed(db, name, { tries, window }, Date.now(), tries)
  }

  it('300 tries from the school\'s address: a teacher who was there before, or has the device, comes in; of the others nothing is written', async () => {
    const { db, staff, enter } = await school()
    // On a machine that takes seconds over 300 tries, one is given back meanwhile.
    vi.useFakeTimers({ toFake: ['Date'] })
    onTestFinished(() => void vi.useRealTimers())
    const [here, device] = ['203.0.113.1', 'd'.repeat(32)]
    await useUp(db, `sign-in:${here}`, OF_ADDRESS)
    const rows = () => db.selectFrom('rate_limit').selectAll().execute()
    const before = await rows()
    expect(await attack(300, index => enter('not the password', here, `made-up-${index}@example.org`))).toEqual({ 'too-many': 300 })
    expect(await rows()).toEqual(before)
    await expect(enter(password, here)).rejects.toMatchObject({ kind: 'too-many', sentence: { values: { wait: { key: 'wait-seconds' } } } })
    await keepDevice(db, device, `staff:${staff.id}`)
    await expect(enter(password, here, staff.email, device)).resolves.toMatchObject({ needsCode: false })
    await keepDevice(db, `place:${here}`, `staff:${staff.id}`)
    await expect(enter(password, here)).resolves.toMatchObject({ needsCode: false })
  })

  it('tries at one account from a thousand addresses slow down, and lock out neither its owner\'s device nor the school', async () => {
    const { db, staff, enter } = await school()
    await useUp(db, `sign-in-as:${staff.email}`, OF_ACCOUNT)
    await expect(enter(password, '198.51.100.7')).rejects.toMatchObject({
      kind: 'too-many',
      sentence: { values: { wait: { key: 'wait-minutes', values: { count: 6 } } } },
    })
    const device = 'd'.repeat(32)
    await keepDevice(db, device, `staff:${staff.id}`)
    await keepDevice(db, 'place:203.0.113.1', `staff:${staff.id}`)
    await expect(enter(password, '198.51.100.7', staff.email, device)).resolves.toMatchObject({ needsCode: false })
    await expect(enter(password, '203.0.113.1')).resolves.toMatchObject({ needsCode: false })
    // A device that is known has ten tries as well, and no more.
    expect(await attack(12, () => enter('not the password', '198.51.100.7', staff.email, device))).toEqual({
      'signed-out': 10,
      'too-many': 2,
    })
  })

  it('forgives wrong tries once the password was right', async () => {
    const { enter } = await school()
    for (let round = 0; round < 3; round += 1) {
      for (let index = 0; index < 4; index += 1) await expect(enter('not the password')).rejects.toMatchObject({ kind: 'signed-out' })
      await enter(password)
    }
  })

  it('ends the sessions of whoever is disabled at once', async () => {
    const { db, staff, enter, whoHas } = await school()
    const { staffId: other } = await seededSchool(db)
    const cookie = cookiesOf((await enter(password)).headers)
    expect(await whoHas(cookie)).not.toBeNull()
    await db.updateTable('staff').set({ role: 'admin', school_id: staff.schoolId }).where('id', '=', other).execute()
    await keepPassword(db, other, await hashPassword(password))
    await setDisabled(db, { id: other, schoolId: staff.schoolId }, staff.id, true)
    expect(await whoHas(cookie)).toBeNull()
  })

  it('ends twelve hours after sign-in, also for somebody who is at it all the time', async () => {
    const { enter, whoHas } = await school()
    vi.useFakeTimers({ toFake: ['Date'] })
    onTestFinished(() => void vi.useRealTimers())
    const cookie = cookiesOf((await enter(password)).headers)
    const from = Date.now()
    for (let hours = 1; hours < 12; hours += 1) {
      vi.setSystemTime(from + hours * 3_600_000)
      expect(await whoHas(cookie), `after ${hours} hours`).not.toBeNull()
    }
    vi.setSystemTime(from + 12 * 3_600_000 + 1000)
    expect(await whoHas(cookie)).toBeNull()
  })

  it('lists one\'s own sessions and ends them', async () => {
    const { db, staff, enter, whoHas } = await school()
    const cookies = [
      cookiesOf((await enter(password)).headers),
      cookiesOf((await enter(password)).headers),
      cookiesOf((await enter(password)).headers),
    ] as const
    const ids = await Promise.all(cookies.map(async cookie => (await whoHas(cookie))?.session.id ?? ''))
    const { sessions } = await accountOf(db, staff, ids[0] ?? '')
    expect(sessions).toHaveLength(3)
    expect(sessions.filter(({ isThis }) => isThis).map(({ id }) => id)).toEqual([ids[0]])
    await endSession(db, staff, ids[1] ?? '')
    expect(await whoHas(cookies[1])).toBeNull()
    await endSession(db, { ...staff, id: 'somebody else' }, ids[0] ?? '')
    await endOtherSessions(db, staff, ids[0] ?? '')
    expect(await whoHas(cookies[2])).toBeNull()
    expect(await whoHas(cookies[0])).not.toBeNull()
  })

  async function withSecondStep() {
    const made = await school()
    const { auth, enter } = made
    const first = new Headers({ cookie: cookiesOf((await enter(password)).headers) })
    const begun = await auth.api.enableTwoFactor({ body: { password, method: 'totp' }, headers: first })
    if (begun.method !== 'totp') throw new Error('no authenticator app')
    const key = new URL(begun.totpURI).searchParams.get('secret') ?? ''
    const used = totp(key)
    const next = totp(key, 1)
    await auth.api.verifyTOTP({ body: { code: used }, headers: first })
    /** Gives the password. @returns what gives a code after it, as often as it is called */
    const begin = async () => {
      const headers = new Headers({ cookie: cookiesOf((await enter(password)).headers) })
      return (code: string) => auth.api.verifyTOTP({ body: { code }, headers, returnHeaders: true })
    }
    return { ...made, used, next, begin, backupCodes: begun.backupCodes }
  }

  it('asks for a code where the second step is on, and lets nobody in without', async () => {
    const { staff, auth, enter, whoHas, next, begin, backupCodes } = await withSecondStep()
    const { needsCode, headers } = await enter(password)
    expect(needsCode).toBe(true)
    expect(await whoHas(cookiesOf(headers))).toBeNull()
    const give = await begin()
    await expect(give('000000')).rejects.toThrow()
    expect((await whoHas(cookiesOf((await give(next)).headers)))?.user.id).toBe(staff.id)

    const again = new Headers({ cookie: cookiesOf((await enter(password)).headers) })
    const backup = { body: { code: backupCodes[0] ?? '' }, headers: again }
    await auth.api.verifyBackupCode(backup)
    await expect(
      auth.api.verifyBackupCode({ ...backup, headers: new Headers({ cookie: cookiesOf((await enter(password)).headers) }) }),
    ).rejects.toThrow()
  })

  it('takes a code once: not the one that switched the second step on, nor one that signed somebody in', async () => {
    const { db, used, next, begin } = await withSecondStep()
    const give = await begin()
    await expect(give(used), 'the one of the set-up').rejects.toThrow()
    await give(next)
    await expect((await begin())(next)).rejects.toThrow()
    // Forgotten, it would work again: so what refused it is that it was used.
    await db.deleteFrom('rate_limit').execute()
    await (await begin())(next)
  })

  it('tells its owner by mail when a code that was taken is tried again, once an hour, and not of a wrong one', async () => {
    const { mails, url, stop } = await startMailServer()
    onTestFinished(stop)
    takeSettings({ SMTP_URL: url, MAIL_FROM: 'lessons@oakfield.example' })
    onTestFinished(() => void takeSettings({}))
    const { db, staff, next, begin } = await withSecondStep()
    const told = async () => (await auditAll(db, staff)).map(({ who, action, subject }) => [who, action, subject])
    for (let times = 0; times < 2; times += 1) await expect((await begin())('000000')).rejects.toThrow()
    await (await begin())(next)
    expect(await told()).toEqual([])
    for (let times = 0; times < 3; times += 1) await expect((await begin())(next)).rejects.toThrow()
    expect(await told()).toEqual([[null, 'account.code-again', 'T. Teacher']])
    await expect.poll(() => mails).toMatchObject([{ to: [staff.email], text: expect.stringContaining('somebody knows your password') }])
  })

  it('lets one in where two come with the same code at the same time', async () => {
    const { db, staff, next, begin } = await withSecondStep()
    const before = await db.selectFrom('staff_session').select('id').where('user_id', '=', staff.id).execute()
    const both = await Promise.allSettled([await begin(), await begin()].map(give => give(next)))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await db.selectFrom('staff_session').select('id').where('user_id', '=', staff.id).execute()).toHaveLength(before.length + 1)
  })
})
