/** `PUT /api/school/logo` with `{ logo }`: a picture as `data:image/…;base64,…`, or null to take it away. */
import { defineEventHandler } from 'h3'
import type { Done } from '#shared/api/fields'
import { logoBody } from '#shared/api/school/school'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { changeLogo } from '../../school/branding.ts'
import { readInput } from '../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<Done> => {
  const { staff, db } = await requireStaff(event, 'admin')
  await changeLogo(db, staff, (await readInput(event, logoBody)).logo)
  return { done: true }
})
