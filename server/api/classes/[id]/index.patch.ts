/** `PATCH /api/classes/<id>` with `{ name }`: renames a class. */
import { defineEventHandler, getRouterParam } from 'h3'
import { classNameBody, type RenamedClass } from '#shared/api/classes'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { renameClass } from '../../../classes/classes.ts'
import { readInput } from '../../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<RenamedClass> => {
  const { staff, db } = await requireStaff(event)
  const { name } = await readInput(event, classNameBody)
  await renameClass(db, staff, getRouterParam(event, 'id') ?? '', name)
  return { name }
})
