/** `PUT /api/classes/<id>/archived` with `{ archived }`: puts a class away, or brings it back. */
import { defineEventHandler, getRouterParam } from 'h3'
import { archivedBody, type ArchivedClass } from '#shared/api/classes'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { archiveClass, bringBackClass } from '../../../classes/classes.ts'
import { readInput } from '../../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<ArchivedClass> => {
  const { staff, db } = await requireStaff(event)
  const { archived } = await readInput(event, archivedBody)
  await (archived ? archiveClass : bringBackClass)(db, staff, getRouterParam(event, 'id') ?? '')
  return { archived }
})
