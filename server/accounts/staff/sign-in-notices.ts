/**
 * Tells somebody by mail that their way to sign in has changed (OWASP ASVS 2.2.3, 2.5.5), or that somebody may know their code
 * (2.8.5), so that they notice where it was not them.
 */
import { languageOf } from '#shared/text/language-of'
import { addressIn } from './staff-address.ts'
import { forLog } from '../../platform/failure.ts'
import type { Db } from '../../platform/database/client.ts'
import { canMail, sendMail } from '../../platform/mail/mail.ts'
import { say, type Sentence } from '../../platform/sentences.ts'

export type Change = 'password' | 'two-factor-on' | 'two-factor-off' | 'passkey-add' | 'passkey-remove' | 'reset' | 'code-again'

function textOf(change: Change, name: string, moment: string): Sentence {
  // Whoever gives a code has given the password, so that has other advice.
  if (change === 'code-again') return { key: 'mail-code-again', values: { name, moment } }
  return { key: 'mail-change', values: { name, what: { key: `mail-what-${change}` }, moment } }
}

const momentOf = (now: Date, locale: string) =>
  new Intl.DateTimeFormat(languageOf(locale).tag, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/London' }).format(now)

/**
 * Nobody has to wait for this, and it never fails: call it with `void`.
 * @param locale of whoever's request it was, mostly the owner's own
 */
export async function sendChangeNotice(db: Db, staffId: string, change: Change, locale: string, now = new Date()): Promise<void> {
  if (!canMail()) return
  try {
    const found = await db.selectFrom('staff').select(['name', 'email']).where('id', '=', staffId).executeTakeFirst()
    if (!found) return
    await sendMail({
      to: addressIn(found.email),
      subject: say({ key: change === 'code-again' ? 'mail-code-again-subject' : 'mail-change-subject' }, locale),
      text: say(textOf(change, found.name, momentOf(now, locale)), locale),
    })
  }
  catch (error) {
    console.error(`Somebody could not be told of a change to their account. ${forLog(error)}`)
  }
}
