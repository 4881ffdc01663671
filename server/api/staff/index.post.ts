/** Adds a colleague, with a link to set a password. */
import { defineEventHandler } from 'h3'
import { newColleagueBody, type PasswordLink } from '#shared/api/school/staff'
import { passwordLink } from '../../accounts/staff/password-link.ts'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { addStaff } from '../../accounts/staff/staff.ts'
import { readInput } from '../../edge/request/input.ts'
import { publicAddress } from '../../edge/request/transport.ts'
import { readersLocale } from '../../platform/readers-locale.ts'

export default defineEventHandler(async (event): Promise<PasswordLink> => {
  const { staff, db } = await requireStaff(event, 'admin')
  const id = await addStaff(db, staff, await readInput(event, newColleagueBody))
  return passwordLink(publicAddress(event), db, staff, id, readersLocale(event.headers))
})
