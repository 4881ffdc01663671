/** Changes one's own name. */
import { defineEventHandler } from 'h3'
import { z } from 'zod'
import { rename } from '../../auth/account.ts'
import { name } from '../../auth/fields.ts'
import { requireStaff } from '../../auth/require-staff.ts'
import { readInput } from '../../security/input.ts'

const Body = z.strictObject({ name })

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event)
  await rename(db, staff, (await readInput(event, Body)).name)
  return { done: true }
})
