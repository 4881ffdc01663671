/** Changes the school's settings. */
import { defineEventHandler } from 'h3'
import type { Done } from '#shared/api/fields'
import { schoolBody } from '#shared/api/school/school'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { changeSchool } from '../../school/school.ts'
import { readInput } from '../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<Done> => {
  const { staff, db, tookSecondStep } = await requireStaff(event, 'admin')
  const { agreed, was, ...settings } = await readInput(event, schoolBody)
  await changeSchool(db, { ...staff, tookSecondStep }, settings, agreed, new Date(), was)
  return { done: true }
})
