/** `GET /api/export/preview/foreign`: whether this server has a second host for packages of other makers. For staff. */
import type { ForeignPreviews } from '#shared/api/packages'
import { defineEventHandler } from 'h3'
import { previewOrigin } from '../../../../edge/packages/preview-host.ts'
import { requireStaff } from '../../../../edge/people/require-staff.ts'

export default defineEventHandler(async (event): Promise<ForeignPreviews> => {
  await requireStaff(event)
  return { origin: previewOrigin(event) }
})
