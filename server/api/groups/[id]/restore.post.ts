/** `POST /api/groups/<id>/restore`: it can be chosen again. */
import { defineEventHandler, getRouterParam } from 'h3'
import type { ChangedGroup } from '#shared/api/classes'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { setGroupRemoved } from '../../../classes/groups.ts'

export default defineEventHandler(async (event): Promise<ChangedGroup> => {
  const { staff, db } = await requireStaff(event)
  await setGroupRemoved(db, staff, getRouterParam(event, 'id') ?? '', false)
  return { changed: true }
})
