/** `POST /api/classes/<id>/undelete`: brings a class back that was deleted less than a day ago. */
import { defineEventHandler, getRouterParam, setResponseStatus } from 'h3'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { undeleteClass } from '../../../classes/class-deletion.ts'

export default defineEventHandler(async (event): Promise<void> => {
  const { staff, db } = await requireStaff(event)
  await undeleteClass(db, staff, getRouterParam(event, 'id') ?? '')
  setResponseStatus(event, 204)
})
