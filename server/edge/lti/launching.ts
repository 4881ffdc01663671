/** The two halves of a launch as requests: what comes in, what is refused in words, and where whoever came goes on to. */
import { decodeJwt } from 'jose'
import { setResponseHeader, setResponseStatus, type H3Event } from 'h3'
import { launchSent, loginAsked } from '#shared/api/lti'
import { appLibrary } from '../../content/app/app-library.ts'
import { lessonFor } from '../../content/library/library.ts'
import { DEFAULT_LOCALE } from '#shared/text/languages'
import { arrive } from '../../lti/courses.ts'
import { beginLogin, takeLogin, toolAddresses } from '../../lti/logins.ts'
import { LtiRefusal } from '../../lti/lti-refusal.ts'
import { readLaunch } from '../../lti/messages.ts'
import { fitting } from '../../lti/options.ts'
import { platformOf, type Platform } from '../../lti/platforms.ts'
import { endOthers, pageFor, pupilCame, teacherCame } from '../../lti/sessions.ts'
import { appDatabase } from '../../platform/database/app-database.ts'
import type { Db } from '../../platform/database/client.ts'
import { Refusal } from '../../platform/refusal.ts'
import { isAllowedFrom } from '../../platform/security/rate-limit.ts'
import { noteLtiRefusal } from '../log/lti-refusals.ts'
import { addressOf } from '../request/address.ts'
import { readAsked, readForm } from '../request/input.ts'
import { ensureSafeAddress, publicAddress } from '../request/transport.ts'
import { dropCame, heldHere, keepCame, keepLogin, takeLoginSecret } from './cookies.ts'
import { plainPage } from './plain-page.ts'

/** A whole school behind one address opens its lessons at once. */
const LOGINS = { tries: 3_000, window: 10 * 60_000 }

const statusOf: Readonly<Partial<Record<Refusal['kind'], number>>> = {
  invalid: 400, 'not-found': 404, gone: 410, 'too-many': 429, unavailable: 503,
}

function goTo(event: H3Event, address: string): string {
  setResponseStatus(event, 303)
  setResponseHeader(event, 'location', address)
  setResponseHeader(event, 'cache-control', 'no-store')
  return ''
}

/** Whoever a message says that it is from: only for who may frame the page that says no. */
async function claimedPlatform(db: Db, idToken: string | undefined): Promise<Platform | undefined> {
  try {
    const { iss, aud } = decodeJwt(idToken ?? '')
    return await platformOf(db, iss ?? '', Array.isArray(aud) ? aud[0] : aud)
  }
  catch {
    return undefined
  }
}

/** Says no in one sentence, on a page that the LMS may frame, and writes down why. */
async function saidNo(event: H3Event, db: Db, error: unknown, fallback?: Platform): Promise<string> {
  const refusal = error instanceof LtiRefusal
    ? error
    : error instanceof Refusal ? new LtiRefusal(error.kind, error.sentence.key, error.kind) : undefined
  if (!refusal) throw error
  const status = statusOf[refusal.kind] ?? 403
  await noteLtiRefusal(event, db, refusal, status)
  const { asked } = refusal
  const again = asked && new URL(toolAddresses(publicAddress(event)).login)
  for (const [name, value] of Object.entries(asked ?? {})) again?.searchParams.set(name, value)
  return plainPage(event, {
    status,
    title: { key: again ? 'lti-new-tab-title' : 'lti-no-title' },
    text: refusal.sentence,
    platform: refusal.platform ?? fallback,
    ...(again ? { way: { address: again.href, text: { key: 'lti-new-tab' } } } : {}),
  })
}

/** `GET` or `POST /lti/login` */
export async function login(event: H3Event): Promise<string> {
  const { db } = await appDatabase()
  try {
    ensureSafeAddress(event)
    const asked = event.method === 'POST' ? await readForm(event, loginAsked) : readAsked(event, loginAsked)
    if (!await isAllowedFrom(db, 'lti-login', addressOf(event), LOGINS)) throw new LtiRefusal('too-many', 'lti-busy', 'many')
    const { address, state, secret } = await beginLogin(db, asked, publicAddress(event))
    keepLogin(event, state, secret)
    return goTo(event, address)
  }
  catch (error) {
    return saidNo(event, db, error)
  }
}

/** `POST /lti/launch` */
export async function launch(event: H3Event): Promise<string> {
  const { db } = await appDatabase()
  let sent: { state?: string | undefined, id_token?: string | undefined, error?: string | undefined } = {}
  try {
    ensureSafeAddress(event)
    sent = await readForm(event, launchSent)
    const state = sent.state ?? ''
    const taken = await takeLogin(db, state, /^[\w-]{32}$/.test(state) ? takeLoginSecret(event, state) : undefined)
    const { platform } = taken
    // The LMS could not sign them in, or would not.
    if (sent.error !== undefined) throw new LtiRefusal('forbidden', 'lti-over', 'lms-said-no', { platform })
    const found = await readLaunch(db, taken, sent.id_token ?? '', publicAddress(event))
    event.context.who = { staffId: null, schoolId: platform.school_id }
    for (const key of await endOthers(db, found, heldHere(event))) dropCame(event, key)
    if (found.kind === 'pick') {
      const came = await teacherCame(db, found, null)
      keepCame(event, came)
      return goTo(event, publicAddress(event) + pageFor(found, { assignmentId: null }, came))
    }
    const library = await appLibrary()
    const arrival = await arrive(db, found, (id, chosen) => {
      const lesson = lessonFor(library, id, DEFAULT_LOCALE)
      return lesson && fitting(lesson, chosen)
    })
    const came = arrival.pupilId === null ? await teacherCame(db, found, arrival.classId) : await pupilCame(db, found, arrival.pupilId)
    keepCame(event, came)
    return goTo(event, publicAddress(event) + pageFor(found, arrival, came))
  }
  catch (error) {
    return saidNo(event, db, error, await claimedPlatform(db, sent.id_token))
  }
}

/** `GET /lti/launch`: an LMS looks whether anything is there when the tool is set up, and people follow old links. */
export function nothingHere(event: H3Event): string {
  setResponseHeader(event, 'allow', 'POST')
  return plainPage(event, { status: 405, title: { key: 'lti-get-title' }, text: { key: 'lti-get' } })
}
