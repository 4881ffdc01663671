/** `GET /api/today`: what is on for whoever is signed in, and what needs them. */
import { defineEventHandler } from 'h3'
import type { Today } from '#shared/api/today'
import { requireStaff } from '../edge/people/require-staff.ts'
import { todayOf } from '../school/today.ts'

export default defineEventHandler(async (event): Promise<Today> => {
  const { staff, db } = await requireStaff(event)
  return todayOf(db, staff)
})
