/** `PUT /api/school/logo` with `{ logo }`: a picture as `data:image/…;base64,…`, or null to take it away. */
import { defineEventHandler } from 'h3'
import { z } from 'zod'
import { logo } from '#shared/scorm/export-options'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { changeLogo } from '../../school/branding.ts'
import { readInput } from '../../edge/request/input.ts'

const Body = z.strictObject({ logo: logo.nullable() })

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event, 'admin')
  await changeLogo(db, staff, (await readInput(event, Body)).logo)
  return { done: true }
})
