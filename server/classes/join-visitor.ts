/** A pupil who is not signed in yet. */
import type { H3Event } from 'h3'
import { appDatabase } from '../platform/database/app-database.ts'
import type { JoinVisitor } from './joining.ts'
import { addressOf } from '../platform/security/address.ts'
import { deviceOf } from '../platform/security/devices.ts'
import { tooFast } from '../platform/security/code-pace.ts'
import { ensureSafeAddress } from '../platform/security/transport.ts'
import { appAuth } from '../accounts/app-sign-in.ts'

/** @throws 403 on a line that others can read along: pictures would be seen there */
export async function joinVisitorOf(event: H3Event): Promise<JoinVisitor> {
  ensureSafeAddress(event)
  const address = addressOf(event)
  const [{ db }, { secret }] = await Promise.all([appDatabase(), appAuth()])
  return {
    db, secret, address, device: deviceOf(event), pace: () => tooFast(address),
    isOf(schoolId) {
      event.context.who = { staffId: null, schoolId }
    },
  }
}
