/** `POST /api/lms/invite` with `{ home }`: a link with which the LMS at that address registers by itself, once. */
import { defineEventHandler } from 'h3'
import { inviteBody, type LmsInvite } from '#shared/api/school/lms'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { readInput } from '../../edge/request/input.ts'
import { publicAddress } from '../../edge/request/transport.ts'
import { makeInvite } from '../../lti/registration.ts'

export default defineEventHandler(async (event): Promise<LmsInvite> => {
  const { staff, db } = await requireStaff(event, 'admin')
  const { home } = await readInput(event, inviteBody)
  return makeInvite(db, staff, home, publicAddress(event))
})
