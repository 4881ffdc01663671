/** A pupil who is not signed in yet. */
import type { H3Event } from 'h3'
import { appAuth } from '../../accounts/sign-in/app-sign-in.ts'
import type { JoinVisitor } from '../../classes/joining.ts'
import { appDatabase } from '../../platform/database/app-database.ts'
import { tooFast } from '../../platform/security/code-pace.ts'
import { visitorOf } from '../request/device.ts'
import { ensureSafeAddress } from '../request/transport.ts'

/** @throws `forbidden` on a line that others can read along: pictures would be seen there */
export async function joinVisitorOf(event: H3Event): Promise<JoinVisitor> {
  ensureSafeAddress(event)
  const visitor = visitorOf(event)
  const [{ db }, { secret }] = await Promise.all([appDatabase(), appAuth()])
  return {
    db, secret, ...visitor, pace: () => tooFast(visitor.address),
    isOf(schoolId) {
      event.context.who = { staffId: null, schoolId }
    },
  }
}
