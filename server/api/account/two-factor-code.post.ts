/** The first code of a new authenticator app: from now on sign-in has its second step. */
import { defineEventHandler } from 'h3'
import { firstCodeBody } from '#shared/api/school/account'
import type { Done } from '#shared/api/fields'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { enterCodeHere } from '../../edge/people/staff-sign-in.ts'
import { sendChangeNotice } from '../../accounts/staff/sign-in-notices.ts'
import { audit } from '../../platform/security/audit.ts'
import { readInput } from '../../edge/request/input.ts'
import { readersLocale } from '../../platform/readers-locale.ts'

export default defineEventHandler(async (event): Promise<Done> => {
  const { staff, db } = await requireStaff(event, 'teacher', { setsUp: true })
  const { code } = await readInput(event, firstCodeBody)
  await enterCodeHere(event, { code, kind: 'app' })
  await audit(db, staff, 'account.two-factor-on', staff.id)
  void sendChangeNotice(db, staff.id, 'two-factor-on', readersLocale(event.headers))
  return { done: true }
})
