/** Changes one's own name. */
import { defineEventHandler } from 'h3'
import { renameBody } from '#shared/api/school/account'
import type { Done } from '#shared/api/fields'
import { rename } from '../../accounts/my-account/account.ts'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { readInput } from '../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<Done> => {
  const { staff, db } = await requireStaff(event)
  await rename(db, staff, (await readInput(event, renameBody)).name)
  return { done: true }
})
