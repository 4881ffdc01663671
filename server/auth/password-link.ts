/** A link for a colleague to set a password: mailed where the server can, else shown to the admin to pass on. */
import type { H3Event } from 'h3'
import type { Db } from '../database/client.ts'
import { LINK_DAYS, newStaffLink, type By } from '../database/staff.ts'
import { canMail, sendMail } from '../mail/mail.ts'
import { publicAddress } from '../security/transport.ts'

/** @returns the link to pass on, and whether it has been mailed */
export async function passwordLink(event: H3Event, db: Db, by: By, staffId: string): Promise<{ link: string, email: string, isMailed: boolean }> {
  const { key, name, email } = await newStaffLink(db, by, staffId)
  const link = `${publicAddress(event)}/teach/set-password?key=${key}`
  const isMailed = canMail() && await sendMail({
    to: email,
    subject: 'Set your password for Who\'s There?',
    text: `Hello ${name},\n\nan admin of your school asks you to set a password for Who's There?. Open this link within ${LINK_DAYS} days. It works once.\n\n${link}\n\nIf you did not expect this, tell the admin of your school, and do not open the link.\n`,
  })
  return { link, email, isMailed }
}
