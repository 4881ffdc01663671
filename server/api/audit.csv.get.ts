/** What staff did, for a spreadsheet. */
import { defineEventHandler, setHeaders } from 'h3'
import { requireStaff } from '../edge/people/require-staff.ts'
import { csv } from '#shared/text/csv'
import { auditAll } from '../school/audit-log.ts'
import { readersLocale } from '../platform/readers-locale.ts'
import { say } from '../platform/sentences.ts'

/** In their order in the file. */
const columns = ['when', 'who', 'what', 'subject'] as const

export default defineEventHandler(async (event): Promise<string> => {
  const { staff, db } = await requireStaff(event, 'admin')
  const rows = (await auditAll(db, staff)).map(({ at, who, action, subject }) => [at, who ?? '', action, subject])
  setHeaders(event, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="whos-there-staff-actions.csv"',
  })
  const locale = readersLocale(event.headers)
  return csv([columns.map(column => say({ key: `audit-${column}` }, locale)), ...rows])
})
