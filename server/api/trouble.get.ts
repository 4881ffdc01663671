/** `GET /api/trouble`: classes of one's own in which somebody has trouble to come in. */
import { defineEventHandler } from 'h3'
import type { TroubledClass } from '#shared/api/classes'
import { requireStaff } from '../edge/people/require-staff.ts'
import { troubledClasses } from '../classes/letting-in.ts'

export default defineEventHandler(async (event): Promise<TroubledClass[]> => {
  const { staff, db } = await requireStaff(event)
  return troubledClasses(db, staff)
})
