/** Links to set a password: mailed where the server can; else an admin passes them on. */
import type { PasswordLink } from '#shared/api/school/staff'
import type { Db } from '../../platform/database/client.ts'
import { LINK_DAYS, newOwnLinks, newStaffLink, OWN_LINK_MINUTES, type By } from './staff.ts'
import { canMail, sendMail } from '../../platform/mail/mail.ts'
import { settings } from '../../platform/settings.ts'
import { isAllowed } from '../../platform/security/rate-limit.ts'
import { inLanguage } from '#shared/text/in-language'
import { say } from '../../platform/sentences.ts'

/** One person's: enough for a mail that got lost, too few to fill a mailbox. Milliseconds. */
const OF_ONE = { tries: 3, window: 60 * 60_000 }

/** As it is mailed, or passed on by hand. */
const linkTo = (address: string, key: string, locale: string) => address + inLanguage(`/teach/set-password?key=${key}`, locale)

/**
 * From an admin, to a colleague.
 * @param address of the app
 * @param locale the admin's, as the nearest to the colleague's that is known
 * @returns the link to pass on, and whether it has been mailed
 */
export async function passwordLink(address: string, db: Db, by: By, staffId: string, locale: string): Promise<PasswordLink> {
  const { key, name, email } = await newStaffLink(db, by, staffId)
  const link = linkTo(address, key, locale)
  const mail = await sendMail({
    to: email,
    subject: say({ key: 'mail-invitation-subject' }, locale),
    text: say({ key: 'mail-invitation', values: { name, days: LINK_DAYS, link } }, locale),
  })
  return { link, email, mail }
}

/**
 * Whether staff can ask for a link themselves. It never stands under an address that a request claims, which could be anybody's:
 * so PUBLIC_URL is needed.
 */
export const canMailOwnLinks = () => canMail() && settings().publicUrl !== undefined

/** To whoever has forgotten their password, if there is an account with this address. Nobody who asks is told whether there is. */
export async function mailOwnLink(address: string, db: Db, email: string, locale: string): Promise<void> {
  if (!await isAllowed(db, `forgotten:${email}`, OF_ONE)) return
  for (const found of await newOwnLinks(db, email)) {
    await sendMail({
      to: email,
      subject: say({ key: 'mail-forgotten-subject' }, locale),
      text: say({ key: 'mail-forgotten', values: { name: found.name, minutes: OWN_LINK_MINUTES, link: linkTo(address, found.key, locale) } }, locale),
    })
  }
}
