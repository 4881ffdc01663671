/**
 * Tells somebody by mail that their way to sign in has changed (OWASP ASVS 2.2.3, 2.5.5), or that somebody may know their code
 * (2.8.5), so that they notice where it was not them.
 */
import { DEFAULT_LANGUAGE } from '#shared/text/languages'
import { addressIn } from './staff-address.ts'
import { forLog } from '../../platform/failure.ts'
import type { Db } from '../../platform/database/client.ts'
import { canMail, sendMail } from '../../platform/mail/mail.ts'

const changes = {
  password: 'the password of your account was set or changed',
  'two-factor-on': 'the second step of signing in was switched on for your account',
  'two-factor-off': 'the second step of signing in was switched off for your account',
  'passkey-add': 'a passkey was added to your account',
  'passkey-remove': 'a passkey was removed from your account',
  'code-again': 'a code of your authenticator app was tried a second time, and was not taken,',
  reset: 'an admin of your school took the second step of signing in and passkeys away from your account',
}

const advice = {
  change: 'If you know of it, there is nothing to do. If not, tell an admin of your school at once.',
  // Whoever gives a code has given the password.
  'code-again':
    'If that was you, perhaps in two windows, there is nothing to do. If not, somebody knows your password: change it, and tell an admin of your school at once.',
}

const moments = new Intl.DateTimeFormat(DEFAULT_LANGUAGE.tag, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/London' })

/** Nobody has to wait for this, and it never fails: call it with `void`. */
export async function sendChangeNotice(db: Db, staffId: string, change: keyof typeof changes, now = new Date()): Promise<void> {
  if (!canMail()) return
  try {
    const found = await db.selectFrom('staff').select(['name', 'email']).where('id', '=', staffId).executeTakeFirst()
    if (!found) return
    await sendMail({
      to: addressIn(found.email),
      subject: change === 'code-again' ? 'A code was tried twice at Who\'s There?' : 'A change to your account at Who\'s There?',
      text: `Hello ${found.name},\n\n${changes[change]} at Who's There?, ${moments.format(now)}.\n\n${advice[change === 'code-again' ? change : 'change']}\n`,
    })
  }
  catch (error) {
    console.error(`Somebody could not be told of a change to their account. ${forLog(error)}`)
  }
}
