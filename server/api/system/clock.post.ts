/** An admin has looked at the server's clock, which had jumped, and says that it is right. */
import { defineEventHandler } from 'h3'
import { z } from 'zod'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { confirmShownClock } from '../../school/clock.ts'
import { readInput } from '../../edge/request/input.ts'

/** What the page showed. */
const Body = z.strictObject({ now: z.iso.datetime() })

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event, 'admin')
  const { now } = await readInput(event, Body)
  return confirmShownClock(db, staff, new Date(now))
})
