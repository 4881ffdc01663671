/** `DELETE /api/classes/<id>` with `{ name }`, typed by whoever means it: deletes a class for good. */
import { defineEventHandler, getRouterParam, readValidatedBody } from 'h3'
import { requireStaff } from '../../../auth/require-staff.ts'
import { TypedName } from '../../../database/class-input.ts'
import { deleteClass } from '../../../database/classes.ts'

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event)
  const { name } = await readValidatedBody(event, TypedName.parse)
  await deleteClass(db, staff, getRouterParam(event, 'id') ?? '', name)
  return { deleted: true }
})
