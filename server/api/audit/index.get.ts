/** What staff did, newest first, by pages. */
import { defineEventHandler } from 'h3'
import { type AuditPage, auditQuery } from '#shared/api/school/school'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { auditPage } from '../../school/audit-log.ts'
import { readAsked } from '../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<AuditPage> => {
  const { staff, db } = await requireStaff(event, 'admin')
  return auditPage(db, staff, readAsked(event, auditQuery).page)
})
