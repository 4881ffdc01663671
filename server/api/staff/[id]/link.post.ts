/** A new link for a colleague to set a password. */
import { defineEventHandler, getRouterParam } from 'h3'
import type { PasswordLink } from '#shared/api/school/staff'
import { passwordLink } from '../../../accounts/staff/password-link.ts'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { publicAddress } from '../../../edge/request/transport.ts'
import { readersLocale } from '../../../platform/readers-locale.ts'

export default defineEventHandler(async (event): Promise<PasswordLink> => {
  const { staff, db } = await requireStaff(event, 'admin')
  return passwordLink(publicAddress(event), db, staff, getRouterParam(event, 'id') ?? '', readersLocale(event.headers))
})
