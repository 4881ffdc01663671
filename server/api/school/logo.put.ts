/** `PUT /api/school/logo` with `{ logo }`: a picture as `data:image/…;base64,…`, or null to take it away. */
import { createError, defineEventHandler } from 'h3'
import { z } from 'zod'
import { logo } from '#shared/scorm/export-options'
import { requireStaff } from '../../edge/require-staff.ts'
import { changeLogo } from '../../school/branding.ts'
import { LogoError, readLogo } from '../../scorm/package/logo.ts'
import { readInput } from '../../platform/security/input.ts'

const Body = z.strictObject({ logo: logo.nullable() })

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event, 'admin')
  const { logo: picture } = await readInput(event, Body)
  try {
    if (picture !== null) readLogo(picture)
  }
  catch (error) {
    throw error instanceof LogoError ? createError({ statusCode: 400, statusMessage: error.message }) : error
  }
  await changeLogo(db, staff, picture)
  return { done: true }
})
