/** `PUT /api/classes/<id>/archived` with `{ archived }`: puts a class away, or brings it back. */
import { defineEventHandler, getRouterParam } from 'h3'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { Archived } from '../../../classes/class-input.ts'
import { archiveClass, bringBackClass } from '../../../classes/classes.ts'
import { readInput } from '../../../edge/request/input.ts'

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event)
  const { archived } = await readInput(event, Archived)
  await (archived ? archiveClass : bringBackClass)(db, staff, getRouterParam(event, 'id') ?? '')
  return { archived }
})
