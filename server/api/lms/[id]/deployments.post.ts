/** `POST /api/lms/<id>/deployments` with `{ deploymentId }`: another place in the same LMS. */
import { defineEventHandler, getRouterParam, setResponseStatus } from 'h3'
import { deploymentBody } from '#shared/api/school/lms'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { readInput } from '../../../edge/request/input.ts'
import { addDeployment } from '../../../lti/platforms.ts'

export default defineEventHandler(async (event): Promise<void> => {
  const { staff, db } = await requireStaff(event, 'admin')
  const { deploymentId } = await readInput(event, deploymentBody)
  await addDeployment(db, staff, getRouterParam(event, 'id') ?? '', deploymentId)
  setResponseStatus(event, 204)
})
