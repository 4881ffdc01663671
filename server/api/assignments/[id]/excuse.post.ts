/** `POST /api/assignments/<id>/excuse` with `{ pupilId, excused }`: no reason is asked for. */
import { defineEventHandler, getRouterParam, readValidatedBody, setResponseStatus } from 'h3'
import { z } from 'zod'
import { requireStaff } from '../../../auth/require-staff.ts'
import { setExcused } from '../../../database/assignments.ts'
import { audit } from '../../../security/audit.ts'

const Body = z.object({ pupilId: z.string(), excused: z.boolean() })

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event)
  const id = getRouterParam(event, 'id') ?? ''
  await setExcused(db, staff, id, await readValidatedBody(event, Body.parse))
  await audit(db, staff, 'assignment.excuse', id)
  setResponseStatus(event, 204)
})
