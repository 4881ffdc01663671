/** `DELETE /api/lms/courses/<id>/pupils/<pupil>`: erases a pupil who came from the LMS, for good. Grades stay in the LMS. */
import { defineEventHandler, getRouterParam, setResponseStatus } from 'h3'
import { requireStaff } from '../../../../../edge/people/require-staff.ts'
import { erasePupil } from '../../../../../classes/pupils.ts'
import { courseOf } from '../../../../../lti/overview.ts'
import { withReserve } from '../../../../../platform/database/reserve.ts'

export default defineEventHandler(async (event): Promise<void> => {
  const { staff, db } = await requireStaff(event, 'admin')
  const viewer = await courseOf(db, staff, getRouterParam(event, 'id') ?? '')
  await withReserve(db, () => erasePupil(db, viewer, getRouterParam(event, 'pupil') ?? ''))
  setResponseStatus(event, 204)
})
