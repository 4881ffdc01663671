/** An admin has looked at the server's clock, which had jumped, and says that it is right. */
import { createError, defineEventHandler } from 'h3'
import { z } from 'zod'
import { requireStaff } from '../../edge/require-staff.ts'
import { believe, confirmClock, databaseTime, latestBelief } from '../../school/clock.ts'
import { audit } from '../../platform/security/audit.ts'
import { readInput } from '../../platform/security/input.ts'

/** What the page showed. */
const Body = z.strictObject({ now: z.iso.datetime() })
/** Milliseconds that a page may have been open. */
const AT_MOST = 60 * 60_000

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event, 'admin')
  const { now: shown } = await readInput(event, Body)
  const now = new Date()
  if (Math.abs(now.getTime() - Date.parse(shown)) > AT_MOST) throw createError({ statusCode: 409, statusMessage: 'The clock says something else by now. Load the page anew, and look again.' })
  if (latestBelief()?.doubt === 'apart') throw createError({ statusCode: 409, statusMessage: 'This server and its database server say different times. One of the clocks has to be set right.' })
  await confirmClock(db, now)
  await audit(db, staff, 'system.clock', staff.schoolId)
  return believe(db, now, await databaseTime(db))
})
