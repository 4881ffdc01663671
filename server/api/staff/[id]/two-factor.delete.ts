/** Takes the second step of sign-in, and passkeys, from a colleague who has lost them. */
import { defineEventHandler, getRouterParam } from 'h3'
import type { Done } from '#shared/api/fields'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { resetTwoFactor } from '../../../accounts/staff/staff.ts'
import { sendChangeNotice } from '../../../accounts/staff/sign-in-notices.ts'
import { readersLocale } from '../../../platform/readers-locale.ts'

export default defineEventHandler(async (event): Promise<Done> => {
  const { staff, db } = await requireStaff(event, 'admin')
  const id = getRouterParam(event, 'id') ?? ''
  await resetTwoFactor(db, staff, id)
  void sendChangeNotice(db, id, 'reset', readersLocale(event.headers))
  return { done: true }
})
