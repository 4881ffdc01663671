/** `POST /api/classes` with `{ name }`: makes a class; `again` where another one is called so already. */
import { defineEventHandler } from 'h3'
import { type MadeClass, newClassBody } from '#shared/api/classes'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { makeClass } from '../../classes/classes.ts'
import { readInput } from '../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<MadeClass> => {
  const { staff, db } = await requireStaff(event)
  const { name, again } = await readInput(event, newClassBody)
  return makeClass(db, staff, name, new Date(), { again })
})
