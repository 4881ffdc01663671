/** Dynamic registration as a request: a page inside the LMS that says what came of it. */
import { getRouterParam, type H3Event } from 'h3'
import { registerAsked } from '#shared/api/school/lms'
import { register, takeInvite } from '../../lti/registration.ts'
import { appDatabase } from '../../platform/database/app-database.ts'
import { Refusal } from '../../platform/refusal.ts'
import { isAllowedFrom } from '../../platform/security/rate-limit.ts'
import { writeRefusal } from '../log/security-events.ts'
import { addressOf } from '../request/address.ts'
import { readAsked } from '../request/input.ts'
import { ensureSafeAddress, publicAddress } from '../request/transport.ts'
import { plainPage } from './plain-page.ts'

/** Links are long and random; this is for whoever tries all the same. */
const TRIES = { tries: 30, window: 60 * 60_000 }

/** `GET /lti/register/<token>` */
export async function registerHere(event: H3Event): Promise<string> {
  const { db } = await appDatabase()
  let platform: { origins: string } | undefined
  try {
    ensureSafeAddress(event)
    const asked = readAsked(event, registerAsked)
    if (!await isAllowedFrom(db, 'lti-register', addressOf(event), TRIES)) throw new Refusal('too-many', 'lti-busy')
    const invite = await takeInvite(db, getRouterParam(event, 'token') ?? '')
    platform = { origins: invite.origin }
    event.context.who = { staffId: null, schoolId: invite.school_id }
    await register(db, invite, asked, publicAddress(event))
    return plainPage(event, { status: 200, title: { key: 'lti-registered-title' }, text: { key: 'lti-registered' }, platform, isLast: true })
  }
  catch (error) {
    if (!(error instanceof Refusal)) throw error
    await writeRefusal(event, db, 'lti-registration', 403)
    return plainPage(event, { status: 403, title: { key: 'lti-no-title' }, text: error.sentence, platform })
  }
}
