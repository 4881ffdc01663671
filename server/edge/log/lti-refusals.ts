/** Who is not let in from an LMS: a line in the log, and now and then one among what staff did, for the school's admins. */
import type { H3Event } from 'h3'
import type { Db } from '../../platform/database/client.ts'
import { audit } from '../../platform/security/audit.ts'
import { isAllowed } from '../../platform/security/rate-limit.ts'
import type { LtiRefusal } from '../../lti/lti-refusal.ts'
import { writeRefusal } from './security-events.ts'

/** Milliseconds. */
const ONCE = { tries: 1, window: 15 * 60_000 }

/** Never fails: what is said to whoever came does not wait for it. */
export async function noteLtiRefusal(event: H3Event, db: Db, { reason, platform }: LtiRefusal, status: number): Promise<void> {
  if (platform) event.context.who = { staffId: null, schoolId: platform.school_id }
  await writeRefusal(event, db, `lti-${reason}`, status)
  if (!platform || !await isAllowed(db, `lti:${platform.id}:${reason}`, ONCE)) return
  await audit(db, { id: null, schoolId: platform.school_id }, `lms.refused`, `${platform.id} ${reason}`)
}
