/** Who is signed in, or null; the ways to sign in elsewhere that this server knows, and whether it mails links to whoever has forgotten their password. */
import { defineEventHandler } from 'h3'
import { appAuth } from '../../auth/in-app.ts'
import { canMailOwnLinks } from '../../auth/password-link.ts'
import { staffOf } from '../../auth/require-staff.ts'
import { brandOf } from '../../database/branding.ts'
import { appDatabase } from '../../database/in-app.ts'

export default defineEventHandler(async (event) => {
  const staff = await staffOf(event)
  return {
    staff: staff && { name: staff.name, role: staff.role, school: await brandOf((await appDatabase()).db, staff.schoolId) },
    providers: (await appAuth()).providers,
    mailsLinks: canMailOwnLinks(),
  }
})
