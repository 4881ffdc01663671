/** `GET /api/classes/<id>/data[?pupil=<id>]`: everything that is kept about a class, or one of its pupils, as a file. */
import { defineEventHandler, getRouterParam, setResponseHeaders } from 'h3'
import { type ClassData, classDataQuery } from '#shared/api/classes'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { dataOf } from '../../../school/data-export.ts'
import { audit } from '../../../platform/security/audit.ts'
import { readAsked } from '../../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<ClassData> => {
  const { staff, db } = await requireStaff(event)
  const { pupil } = readAsked(event, classDataQuery)
  const classId = getRouterParam(event, 'id') ?? ''
  const data = await dataOf(db, staff, classId, pupil)
  await audit(db, staff, pupil === undefined ? 'class.data' : 'pupil.data', pupil ?? classId)
  setResponseHeaders(event, { 'Content-Disposition': 'attachment; filename="whos-there-data.json"', 'Cache-Control': 'no-store' })
  return data
})
