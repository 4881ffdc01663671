/** `POST /api/lms`: connects an LMS with what it shows. That an admin types it in is the yes to asking those addresses. */
import { defineEventHandler } from 'h3'
import { type ConnectedLms, newLmsBody } from '#shared/api/school/lms'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { readInput } from '../../edge/request/input.ts'
import { addPlatform } from '../../lti/platforms.ts'

export default defineEventHandler(async (event): Promise<ConnectedLms> => {
  const { staff, db } = await requireStaff(event, 'admin')
  const { deploymentId, ...wanted } = await readInput(event, newLmsBody)
  return addPlatform(db, staff, { ...wanted, deploymentIds: deploymentId === null ? [] : [deploymentId] })
})
