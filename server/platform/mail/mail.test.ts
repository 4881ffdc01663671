/** Mail to staff, with a real mail server on this machine. */
import { hashPassword } from 'better-auth/crypto'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { engines, freshDatabase, seededSchool } from '../../../tests/support/databases/databases'
import { startMailServer } from '../../../tests/support/sign-in/mail-server'
import { canMailOwnLinks, mailOwnLink, passwordLink } from '../../accounts/staff/password-link'
import { keepPassword } from '../../accounts/staff/passwords'
import { addStaff, newStaffLink, setDisabled, setPasswordByLink, staffOfLink } from '../../accounts/staff/staff'
import { takeSettings, type Environment } from '../settings'
import { sendChangeNotice } from '../../accounts/staff/sign-in-notices'

const ADDRESS = 'https://lessons.example'
const MINUTE = 60_000

/** The log says what the mail server said; here it is part of the test. */
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => {
  takeSettings({})
  vi.restoreAllMocks()
})

async function withMail(options = {}, more: Environment = {}) {
  const server = await startMailServer(options)
  onTestFinished(server.stop)
  takeSettings({ SMTP_URL: server.url, MAIL_FROM: 'Who\'s There? <lessons@oakfield.example>', ...more })
  return server
}

describe.each(engines)('mail on %s', (engine) => {
  async function school() {
    const { db } = await freshDatabase(engine)
    const { staff } = await seededSchool(db)
    await db.updateTable('staff').set({ role: 'admin' }).where('id', '=', staff.id).execute()
    await keepPassword(db, staff.id, await hashPassword('lamp otter violin mud'))
    const colleague = await addStaff(db, staff, { name: 'Zoë Colleague', email: 'zoe@oakfield.example', role: 'teacher' })
    return { db, staff, colleague }
  }
  const keyIn = (text: string) => new RegExp(`${ADDRESS}/teach/set-password\\?key=([\\w-]+)\\s`).exec(text)?.[1] ?? ''

  it('takes an invitation to the colleague, with the link that the admin sees too', async () => {
    const { mails } = await withMail()
    const { db, staff, colleague } = await school()
    expect(await passwordLink(ADDRESS, db, staff, colleague, 'en')).toMatchObject({
      mail: 'sent',
      email: 'zoe@oakfield.example',
      link: `${ADDRESS}/teach/set-password?key=${keyIn(mails[0]?.text ?? '')}`,
    })
    expect(mails).toMatchObject([{ to: ['zoe@oakfield.example'], subject: 'Set your password for Who\'s There?' }])
    expect(await staffOfLink(db, keyIn(mails[0]?.text ?? ''))).toMatchObject({ id: colleague })
  })

  it.each<[string, () => Promise<unknown>, string]>([
    ['the mail server refuses it', () => withMail({ refuses: true }), 'failed'],
    ['the mail server is away', async () => (await withMail()).stop(), 'failed'],
    ['no mail server is set', async () => undefined, 'none'],
  ])('gives the admin a link that works where %s, and says so', async (_, circumstances, mail) => {
    await circumstances()
    const { db, staff, colleague } = await school()
    const made = await passwordLink(ADDRESS, db, staff, colleague, 'en')
    expect(made.mail).toBe(mail)
    expect(await staffOfLink(db, keyIn(`${made.link}\n`))).toMatchObject({ id: colleague })
  })

  it('takes a link to whoever has forgotten their password, good for an hour and once', async () => {
    const { mails } = await withMail()
    const { db, staff } = await school()
    await mailOwnLink(ADDRESS, db, staff.email, 'en')
    const key = keyIn(mails[0]?.text ?? '')
    expect(mails).toMatchObject([{ to: [staff.email] }])
    expect(await staffOfLink(db, key, Date.now() + 59 * MINUTE)).toMatchObject({ id: staff.id })
    expect(await staffOfLink(db, key, Date.now() + 61 * MINUTE)).toBeNull()
    await db
      .insertInto('staff_session')
      .values({
        id: 's',
        user_id: staff.id,
        token: 't',
        expires_at: new Date(Date.now() + MINUTE).toISOString(),
        created_at: new Date().toISOString(),
        updated_at: new Date().toISOString(),
      })
      .execute()
    expect(await setPasswordByLink(db, key, 'mud violin otter lamp')).toBe(staff.id)
    expect(await db.selectFrom('staff_session').select('id').execute()).toEqual([])
    await expect(setPasswordByLink(db, key, 'otter mud lamp violin')).rejects.toMatchObject({ kind: 'gone' })
  })

  it('is in the language of whoever\'s request it was, and so is the page that its link opens', async () => {
    const { mails } = await withMail({}, { NUXT_PSEUDO_LANGUAGE: 'true' })
    const { db, staff, colleague } = await school()
    await passwordLink(ADDRESS, db, staff, colleague, 'ar-XB')
    await mailOwnLink(ADDRESS, db, staff.email, 'ar-XB')
    await sendChangeNotice(db, staff.id, 'password', 'ar-XB', new Date('2026-11-25T18:20:00Z'))
    await sendChangeNotice(db, staff.id, 'code-again', 'ar-XB', new Date('2026-11-25T18:20:00Z'))
    expect(mails).toHaveLength(4)
    for (const { subject, text } of mails) {
      // Letters beyond ASCII are sent encoded (RFC 2047).
      expect(subject).toMatch(/^=\?UTF-8\?/)
      const plain = [staff.name, 'Zoë Colleague', ADDRESS].reduce((left, known) => left.replaceAll(known, ''), text)
      expect(plain.replace(/\/teach\/set-password\?key=[\w-]+&lang=ar-XB/, '')).not.toMatch(/[A-Za-z]{2}/)
    }
    expect(mails.filter(({ text }) => /&lang=ar-XB\s/.test(text))).toHaveLength(2)
  })

  it('says nothing to an address without an account, or with one that is switched off', async () => {
    const { mails } = await withMail()
    const { db, staff, colleague } = await school()
    await setDisabled(db, staff, colleague, true)
    await mailOwnLink(ADDRESS, db, 'nobody@oakfield.example', 'en')
    await mailOwnLink(ADDRESS, db, 'zoe@oakfield.example', 'en')
    expect(mails).toEqual([])
    expect(await db.selectFrom('staff_link').select('staff_id').execute()).toEqual([])
  })

  it('comes three times an hour at most, and leaves an admin\'s link good until a password is set', async () => {
    const { mails } = await withMail()
    const { db, staff, colleague } = await school()
    const { key } = await newStaffLink(db, staff, colleague)
    for (let times = 0; times < 5; times += 1) await mailOwnLink(ADDRESS, db, 'zoe@oakfield.example', 'en')
    expect(mails).toHaveLength(3)
    expect(await staffOfLink(db, key)).toMatchObject({ id: colleague })
    await setPasswordByLink(db, keyIn(mails[1]?.text ?? ''), 'mud violin otter lamp')
    for (const other of [key, ...mails.map(({ text }) => keyIn(text))]) expect(await staffOfLink(db, other)).toBeNull()
  })

  it('tells of a change to an account, and nobody waits or fails where it cannot', async () => {
    const { mails, stop } = await withMail()
    const { db, staff } = await school()
    await sendChangeNotice(db, staff.id, 'passkey-add', 'en', new Date('2026-11-25T18:20:00Z'))
    expect(mails).toMatchObject([{ to: [staff.email] }])
    expect(mails[0]?.text).toContain('a passkey was added to your account at Who\'s There?, 25 November 2026 at 18:20.')
    await stop()
    await sendChangeNotice(db, staff.id, 'password', 'en')
  })
})

it('is only offered to whoever has forgotten a password where the address of the app is set, since a request could claim any', async () => {
  expect(canMailOwnLinks()).toBe(false)
  await withMail()
  expect(canMailOwnLinks()).toBe(false)
  await withMail({}, { PUBLIC_URL: ADDRESS })
  expect(canMailOwnLinks()).toBe(true)
})
