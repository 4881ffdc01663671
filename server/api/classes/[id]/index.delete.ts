/** `DELETE /api/classes/<id>` with `{ name }`, typed by whoever means it: deletes a class for good. */
import { defineEventHandler, getRouterParam } from 'h3'
import { deleteClassBody, type DeletedClass } from '#shared/api/classes'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { deleteClass } from '../../../classes/classes.ts'
import { withReserve } from '../../../platform/database/reserve.ts'
import { readInput } from '../../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<DeletedClass> => {
  const { staff, db } = await requireStaff(event)
  const { name } = await readInput(event, deleteClassBody)
  await withReserve(db, () => deleteClass(db, staff, getRouterParam(event, 'id') ?? '', name))
  return { deleted: true }
})
