/** A pupil who is not signed in yet. */
import type { H3Event } from 'h3'
import { appDatabase } from '../database/in-app.ts'
import type { Asker } from '../database/joining.ts'
import { addressOf } from '../security/address.ts'
import { deviceOf } from '../security/devices.ts'
import { tooFast } from '../security/pace.ts'
import { ensureSafeAddress } from '../security/transport.ts'
import { appAuth } from './in-app.ts'

/** @throws 403 on a line that others can read along: pictures would be seen there */
export async function askerOf(event: H3Event): Promise<Asker> {
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
