/** `POST /api/classes` with `{ name }`: makes a class. */
import { defineEventHandler } from 'h3'
import { requireStaff } from '../../auth/require-staff.ts'
import { ClassName } from '../../database/class-input.ts'
import { makeClass } from '../../database/classes.ts'
import { readInput } from '../../security/input.ts'

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event)
  const { name } = await readInput(event, ClassName)
  return makeClass(db, staff, name)
})
