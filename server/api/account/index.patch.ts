/** Changes one's own name. */
import { defineEventHandler, readValidatedBody } from 'h3'
import { z } from 'zod'
import { rename } from '../../auth/account.ts'
import { name } from '../../auth/fields.ts'
import { requireStaff } from '../../auth/require-staff.ts'

const Body = z.strictObject({ name })

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event)
  await rename(db, staff, (await readValidatedBody(event, Body.parse)).name)
  return { done: true }
})
