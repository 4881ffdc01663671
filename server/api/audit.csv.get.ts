/** What staff did, for a spreadsheet. */
import { defineEventHandler, setHeaders } from 'h3'
import { requireStaff } from '../edge/people/require-staff.ts'
import { csv } from '#shared/text/csv'
import { auditAll } from '../school/audit-log.ts'

export default defineEventHandler(async (event): Promise<string> => {
  const { staff, db } = await requireStaff(event, 'admin')
  const rows = (await auditAll(db, staff)).map(({ at, who, action, subject }) => [at, who ?? '', action, subject])
  setHeaders(event, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="whos-there-staff-actions.csv"',
  })
  return csv([['When (UTC)', 'Who', 'What', 'To whom or what'], ...rows])
})
