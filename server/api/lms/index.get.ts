/** `GET /api/lms`: the LMSs of the school, and what an LMS asks for. */
import { defineEventHandler } from 'h3'
import type { LmsOverview } from '#shared/api/school/lms'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { publicAddress } from '../../edge/request/transport.ts'
import { overviewOf } from '../../lti/overview.ts'

export default defineEventHandler(async (event): Promise<LmsOverview> => {
  const { staff, db } = await requireStaff(event, 'admin')
  return overviewOf(db, staff, publicAddress(event))
})
