/**
 * Who is signed in, or null; the ways to sign in elsewhere that this server knows, and whether it mails links to whoever has
 * forgotten their password.
 */
import { defineEventHandler } from 'h3'
import type { Me } from '#shared/api/school/sign-in'
import { appAuth } from '../../accounts/sign-in/app-sign-in.ts'
import { canMailOwnLinks } from '../../accounts/staff/password-link.ts'
import { staffOf } from '../../edge/people/require-staff.ts'
import { brandOf } from '../../school/branding.ts'

export default defineEventHandler(async (event): Promise<Me> => {
  const found = await staffOf(event)
  return {
    staff: found && {
      name: found.staff.name,
      role: found.staff.role,
      school: await brandOf(found.db, found.staff.schoolId),
      secondStep: found.secondStep,
    },
    providers: (await appAuth()).providers,
    mailsLinks: canMailOwnLinks(),
  }
})
