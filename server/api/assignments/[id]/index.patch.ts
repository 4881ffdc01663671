/** `PATCH /api/assignments/<id>`: other days. */
import { defineEventHandler, getRouterParam, readValidatedBody, setResponseStatus } from 'h3'
import { z } from 'zod'
import { requireStaff } from '../../../auth/require-staff.ts'
import { reschedule } from '../../../database/assignments.ts'
import { audit } from '../../../security/audit.ts'

const Body = z.object({ opensOn: z.iso.date(), dueOn: z.iso.date().nullable() })
  .refine(({ opensOn, dueOn }) => dueOn === null || dueOn >= opensOn, 'it cannot be due before it opens')

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event)
  const id = getRouterParam(event, 'id') ?? ''
  await reschedule(db, staff, id, await readValidatedBody(event, Body.parse))
  await audit(db, staff, 'assignment.move', id)
  setResponseStatus(event, 204)
})
