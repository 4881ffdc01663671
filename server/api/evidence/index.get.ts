/** `GET /api/evidence`: a school's evidence for governors and inspectors, for admins. */
import { defineEventHandler } from 'h3'
import { evidenceQuery, type SchoolEvidence } from '#shared/api/evidence'
import { appLibrary } from '../../content/app/app-library.ts'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { readAsked } from '../../edge/request/input.ts'
import { requestedLocale } from '../../edge/request/locale-in.ts'
import { evidenceOf } from '../../school/evidence.ts'

export default defineEventHandler(async (event): Promise<SchoolEvidence> => {
  const { staff, db } = await requireStaff(event, 'admin')
  const { year } = readAsked(event, evidenceQuery)
  return evidenceOf(db, staff.schoolId, await appLibrary(), requestedLocale(event), year)
})
