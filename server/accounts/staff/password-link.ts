/** Links to set a password: mailed where the server can; else an admin passes them on. */
import type { PasswordLink } from '#shared/api/staff'
import type { Db } from '../../platform/database/client.ts'
import { LINK_DAYS, newOwnLinks, newStaffLink, OWN_LINK_MINUTES, type By } from './staff.ts'
import { canMail, sendMail } from '../../platform/mail/mail.ts'
import { settings } from '../../platform/settings.ts'
import { isAllowed } from '../../platform/security/rate-limit.ts'

/** One person's: enough for a mail that got lost, too few to fill a mailbox. Milliseconds. */
const OF_ONE = { tries: 3, window: 60 * 60_000 }

const linkTo = (address: string, key: string) => `${address}/teach/set-password?key=${key}`

/**
 * From an admin, to a colleague.
 * @param address of the app
 * @returns the link to pass on, and whether it has been mailed
 */
export async function passwordLink(address: string, db: Db, by: By, staffId: string): Promise<PasswordLink> {
  const { key, name, email } = await newStaffLink(db, by, staffId)
  const link = linkTo(address, key)
  const mail = await sendMail({
    to: email,
    subject: 'Set your password for Who\'s There?',
    text: `Hello ${name},\n\nan admin of your school asks you to set a password for Who's There?. Open this link within ${LINK_DAYS} days. It works once.\n\n${link}\n\nIf you did not expect this, tell the admin of your school, and do not open the link.\n`,
  })
  return { link, email, mail }
}

/**
 * Whether staff can ask for a link themselves. It never stands under an address that a request claims, which could be anybody's:
 * so PUBLIC_URL is needed.
 */
export const canMailOwnLinks = () => canMail() && settings().publicUrl !== undefined

/** To whoever has forgotten their password, if there is an account with this address. Nobody who asks is told whether there is. */
export async function mailOwnLink(address: string, db: Db, email: string): Promise<void> {
  if (!await isAllowed(db, `forgotten:${email}`, OF_ONE)) return
  for (const found of await newOwnLinks(db, email)) {
    await sendMail({
      to: email,
      subject: 'A new password for Who\'s There?',
      text: `Hello ${found.name},\n\nsomebody, we think you, asked for a new password for Who's There?. Open this link within ${OWN_LINK_MINUTES} minutes. It works once, and signs you out everywhere.\n\n${linkTo(address, found.key)}\n\nIf it was not you, there is nothing to do: your password stays as it is.\n`,
    })
  }
}
