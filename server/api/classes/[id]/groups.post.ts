/** `POST /api/classes/<id>/groups`: makes a group of some of its pupils. */
import { defineEventHandler, getRouterParam } from 'h3'
import { groupBody, type MadeGroup } from '#shared/api/classes'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { makeGroup } from '../../../classes/groups.ts'
import { readInput } from '../../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<MadeGroup> => {
  const { staff, db } = await requireStaff(event)
  return makeGroup(db, staff, getRouterParam(event, 'id') ?? '', await readInput(event, groupBody))
})
