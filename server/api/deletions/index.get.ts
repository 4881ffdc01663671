/** What will be deleted at this school because it has been kept long enough, and whether the server's clock is believed. */
import { defineEventHandler } from 'h3'
import type { SchoolDeletions } from '#shared/api/school/school'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { latestBelief } from '../../school/clock.ts'
import { deletionsOf } from '../../school/deletions.ts'

export default defineEventHandler(async (event): Promise<SchoolDeletions> => {
  const { staff, db } = await requireStaff(event, 'admin')
  return { ...await deletionsOf(db, staff), isWaiting: (latestBelief()?.doubt ?? null) !== null }
})
