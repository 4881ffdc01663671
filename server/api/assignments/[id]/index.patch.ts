/** `PATCH /api/assignments/<id>`: other days. */
import { defineEventHandler, getRouterParam } from 'h3'
import { type Rescheduled, rescheduleBody } from '#shared/api/assignments'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { reschedule } from '../../../assignments/assignments.ts'
import { readInput } from '../../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<Rescheduled> => {
  const { staff, db } = await requireStaff(event)
  const id = getRouterParam(event, 'id') ?? ''
  const days = await reschedule(db, staff, id, await readInput(event, rescheduleBody))
  return days
})
