/** An admin has looked at the server's clock, which had jumped, and says that it is right. */
import { defineEventHandler } from 'h3'
import { z } from 'zod'
import { Refusal } from '../../platform/refusal.ts'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { believe, confirmClock, databaseTime, latestBelief } from '../../school/clock.ts'
import { audit } from '../../platform/security/audit.ts'
import { readInput } from '../../edge/request/input.ts'

/** What the page showed. */
const Body = z.strictObject({ now: z.iso.datetime() })
/** Milliseconds that a page may have been open. */
const AT_MOST = 60 * 60_000

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event, 'admin')
  const { now: shown } = await readInput(event, Body)
  const now = new Date()
  if (Math.abs(now.getTime() - Date.parse(shown)) > AT_MOST) throw new Refusal('conflict', 'clock-moved')
  if (latestBelief()?.doubt === 'apart') throw new Refusal('conflict', 'clocks-apart')
  await confirmClock(db, now)
  await audit(db, staff, 'system.clock', staff.schoolId)
  return believe(db, now, await databaseTime(db))
})
