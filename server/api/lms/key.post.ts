/** `POST /api/lms/key`: from now on another key signs; the old one stays in the set for a month. */
import { defineEventHandler, setResponseStatus } from 'h3'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { rotateKey } from '../../lti/keys.ts'
import { ensureAllowed } from '../../platform/security/rate-limit.ts'
import { audit } from '../../platform/security/audit.ts'

/** Of the whole server: all of its schools sign with it. */
const FEW = { tries: 3, window: 86_400_000 }

export default defineEventHandler(async (event): Promise<void> => {
  const { staff, db } = await requireStaff(event, 'admin')
  await ensureAllowed(db, 'lti-key', FEW)
  await rotateKey(db)
  await audit(db, staff, 'lms.key', staff.schoolId)
  setResponseStatus(event, 204)
})
