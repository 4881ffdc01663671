/** `PATCH /api/assignments/<id>`: other days. */
import { defineEventHandler, getRouterParam, setResponseStatus } from 'h3'
import { z } from 'zod'
import { day } from '#shared/api/fields'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { reschedule } from '../../../assignments/assignments.ts'
import { audit } from '../../../platform/security/audit.ts'
import { readInput } from '../../../edge/request/input.ts'

const Body = z.strictObject({ opensOn: day, dueOn: day.nullable() })
  .refine(({ opensOn, dueOn }) => dueOn === null || dueOn >= opensOn, 'it cannot be due before it opens')

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event)
  const id = getRouterParam(event, 'id') ?? ''
  await reschedule(db, staff, id, await readInput(event, Body))
  await audit(db, staff, 'assignment.move', id)
  setResponseStatus(event, 204)
})
