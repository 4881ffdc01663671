/** `PATCH /api/classes/<id>` with some of its fields: writes them anew. */
import { defineEventHandler, getRouterParam } from 'h3'
import { type ChangedClass, classFieldsBody } from '#shared/api/classes'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { changeClass } from '../../../classes/classes.ts'
import { readInput } from '../../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<ChangedClass> => {
  const { staff, db } = await requireStaff(event)
  const { again, ...fields } = await readInput(event, classFieldsBody)
  await changeClass(db, staff, getRouterParam(event, 'id') ?? '', fields, { again })
  return { changed: true }
})
