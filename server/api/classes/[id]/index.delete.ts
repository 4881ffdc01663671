/** `DELETE /api/classes/<id>` with `{ name }`, typed by whoever means it: deletes a class for good. */
import { defineEventHandler, getRouterParam } from 'h3'
import { requireStaff } from '../../../auth/require-staff.ts'
import { TypedName } from '../../../database/class-input.ts'
import { deleteClass } from '../../../database/classes.ts'
import { withReserve } from '../../../database/reserve.ts'
import { readInput } from '../../../security/input.ts'

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event)
  const { name } = await readInput(event, TypedName)
  await withReserve(db, () => deleteClass(db, staff, getRouterParam(event, 'id') ?? '', name))
  return { deleted: true }
})
