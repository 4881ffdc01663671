/** What will be deleted at this school because it has been kept long enough, and whether the server's clock is believed. */
import { defineEventHandler } from 'h3'
import { requireStaff } from '../../auth/require-staff.ts'
import { latestBelief } from '../../database/clock.ts'
import { deletionsOf } from '../../database/deletions.ts'

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event, 'admin')
  return { ...await deletionsOf(db, staff), isWaiting: (latestBelief()?.doubt ?? null) !== null }
})
