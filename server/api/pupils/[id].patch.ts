/** `PATCH /api/pupils/<id>` with `{ name }` or `{ classId }`: renames a pupil, or moves them to another class. */
import { defineEventHandler, getRouterParam } from 'h3'
import { type ChangedPupil, changedPupilBody } from '#shared/api/classes'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { renamePupil } from '../../classes/pupils.ts'
import { movePupil } from '../../assignments/move-pupil.ts'
import { readInput } from '../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<ChangedPupil> => {
  const { staff, db } = await requireStaff(event)
  const change = await readInput(event, changedPupilBody)
  const id = getRouterParam(event, 'id') ?? ''
  await ('name' in change ? renamePupil(db, staff, id, change.name) : movePupil(db, staff, id, change.classId))
  return { changed: true }
})
