/** `POST /api/classes` with `{ name }`: makes a class. */
import { defineEventHandler } from 'h3'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { ClassName } from '../../classes/class-input.ts'
import { makeClass } from '../../classes/classes.ts'
import { readInput } from '../../edge/request/input.ts'

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event)
  const { name } = await readInput(event, ClassName)
  return makeClass(db, staff, name)
})
