/** `PATCH /api/classes/<id>` with `{ name }`: renames a class. */
import { defineEventHandler, getRouterParam } from 'h3'
import { requireStaff } from '../../../auth/require-staff.ts'
import { ClassName } from '../../../database/class-input.ts'
import { renameClass } from '../../../database/classes.ts'
import { readInput } from '../../../security/input.ts'

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event)
  const { name } = await readInput(event, ClassName)
  await renameClass(db, staff, getRouterParam(event, 'id') ?? '', name)
  return { name }
})
