/** An admin has looked at the server's clock, which had jumped, and says that it is right. */
import { defineEventHandler } from 'h3'
import { type ClockBelief, clockBody } from '#shared/api/school/system'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { confirmShownClock } from '../../school/clock.ts'
import { readInput } from '../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<ClockBelief> => {
  const { staff, db } = await requireStaff(event, 'admin')
  const { now } = await readInput(event, clockBody)
  return confirmShownClock(db, staff, new Date(now))
})
