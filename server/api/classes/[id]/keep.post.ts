/** Keeps a class for another month, though it has been kept long enough. */
import { defineEventHandler, getRouterParam } from 'h3'
import type { KeptUntil } from '#shared/api/classes'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { putOff } from '../../../school/deletions.ts'

export default defineEventHandler(async (event): Promise<KeptUntil> => {
  const { staff, db } = await requireStaff(event, 'admin')
  return { until: await putOff(db, staff, getRouterParam(event, 'id') ?? '') }
})
