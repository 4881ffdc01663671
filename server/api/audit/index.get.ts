/** What staff did, newest first, by pages. */
import { defineEventHandler } from 'h3'
import { z } from 'zod'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { auditPage } from '../../school/audit-log.ts'
import { readAsked } from '../../edge/request/input.ts'

const Query = z.object({ page: z.coerce.number().int().min(1).max(100_000).default(1) })

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event, 'admin')
  return auditPage(db, staff, readAsked(event, Query).page)
})
