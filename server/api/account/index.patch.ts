/** Changes one's own name. */
import { defineEventHandler } from 'h3'
import { z } from 'zod'
import { rename } from '../../accounts/account.ts'
import { name } from '../../accounts/staff-fields.ts'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { readInput } from '../../edge/request/input.ts'

const Body = z.strictObject({ name })

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event)
  await rename(db, staff, (await readInput(event, Body)).name)
  return { done: true }
})
