/** `PUT /api/groups/<id>`: another name, or other pupils. */
import { defineEventHandler, getRouterParam } from 'h3'
import { type ChangedGroup, groupBody } from '#shared/api/classes'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { changeGroup } from '../../../classes/groups.ts'
import { readInput } from '../../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<ChangedGroup> => {
  const { staff, db } = await requireStaff(event)
  await changeGroup(db, staff, getRouterParam(event, 'id') ?? '', await readInput(event, groupBody))
  return { changed: true }
})
