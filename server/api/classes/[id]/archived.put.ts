/** `PUT /api/classes/<id>/archived` with `{ archived }`: puts a class away, or brings it back. */
import { defineEventHandler, getRouterParam, readValidatedBody } from 'h3'
import { requireStaff } from '../../../auth/require-staff.ts'
import { Archived } from '../../../database/class-input.ts'
import { archiveClass, bringBackClass } from '../../../database/classes.ts'

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event)
  const { archived } = await readValidatedBody(event, Archived.parse)
  await (archived ? archiveClass : bringBackClass)(db, staff, getRouterParam(event, 'id') ?? '')
  return { archived }
})
