/** Who has come from an LMS and is here. Pupils have the sessions of all pupils; teachers, who have no account here, one of their own. */
import { z } from 'zod'
import { IDLE, keepSession } from '../classes/pupil-session-rows.ts'
import { Refusal } from '../platform/refusal.ts'
import { serverSecret } from '../platform/security/secret.ts'
import { hashOf, keyedHash, newId, newToken } from '../platform/security/tokens.ts'
import type { Db } from '../platform/database/client.ts'
import type { Row } from '../platform/database/schema.ts'
import type { Arrival } from './courses.ts'
import type { Launch, Picking } from './messages.ts'
import type { Platform } from './platforms.ts'

/** Milliseconds after which a teacher's session ends however much it is used. */
const LONGEST = 12 * 60 * 60_000
/** A session is not written at every request. */
const TOUCH_AFTER = 60_000

/** What the browser is given: a key that stands in addresses and opens nothing, and what its cookie holds. */
export interface Came {
  readonly key: string
  readonly token: string
}

/** As a session keeps it while a teacher chooses. */
const picking: z.ZodType<Picking> = z.object({
  deploymentId: z.string(), returnUrl: z.string(), isSeveral: z.boolean(), takesGrades: z.boolean(), data: z.string().optional(),
})

/** Only ever compared: whether it is still the same person at a device. */
const personMark = async (db: Db, { platform, person }: Pick<Launch, 'platform' | 'person'>) =>
  keyedHash(await serverSecret(db), `lti-person:${platform.id}:${person}`)

/** @returns the session of a pupil who has arrived, with the pupil's own id as its key */
export async function pupilCame(db: Db, { platform }: Launch, pupilId: string, now = new Date()): Promise<Came> {
  return { key: pupilId, token: await keepSession(db, { id: pupilId, schoolId: platform.school_id }, now) }
}

/** @returns the session of a teacher, for the board of a course, or to choose lessons for one */
export async function teacherCame(db: Db, launch: Launch, classId: string | null, now = new Date()): Promise<Came> {
  const came = { key: newId(), token: newToken() }
  await db
    .insertInto('lti_session')
    .values({
      token_hash: hashOf(came.token),
      id: came.key,
      school_id: launch.platform.school_id,
      platform_id: launch.platform.id,
      class_id: classId,
      person: await personMark(db, launch),
      picking: launch.kind === 'pick' ? JSON.stringify(launch.picking) : null,
      used_at: now.toISOString(),
      began_at: now.toISOString(),
    })
    .execute()
  return came
}

export interface LtiTeacher {
  readonly schoolId: string
  readonly platform: Platform
  readonly classId: string | null
  readonly picking: Picking | null
}

const isInUse = ({ used_at: used, began_at: began }: Pick<Row<'lti_session'>, 'used_at' | 'began_at'>, now: Date) =>
  now.getTime() - Date.parse(used) < IDLE && now.getTime() - Date.parse(began) < LONGEST

/** @throws `signed-out` where the session is over, or the LMS is no longer connected */
export async function ensureLtiTeacher(db: Db, given: Came | undefined, now = new Date()): Promise<LtiTeacher> {
  const row = given && await db
    .selectFrom('lti_session')
    .selectAll()
    .where('token_hash', '=', hashOf(given.token))
    .where('id', '=', given.key)
    .executeTakeFirst()
  const platform = row && await db
    .selectFrom('lti_platform')
    .selectAll()
    .where('id', '=', row.platform_id)
    .where('state', '=', 'connected')
    .executeTakeFirst()
  const course = row?.class_id == null
    ? undefined
    : await db.selectFrom('class').select('deleted_at').where('id', '=', row.class_id).executeTakeFirst()
  if (!row || !platform || !isInUse(row, now) || (course && course.deleted_at !== null)) throw new Refusal('signed-out', 'lti-signed-out', { reason: 'in-lms' })
  if (now.getTime() - Date.parse(row.used_at) > TOUCH_AFTER)
    await db.updateTable('lti_session').set({ used_at: now.toISOString() }).where('token_hash', '=', row.token_hash).execute()
  return {
    schoolId: row.school_id,
    platform,
    classId: row.class_id,
    picking: row.picking === null ? null : picking.parse(JSON.parse(row.picking)),
  }
}

/**
 * On a device that goes from hand to hand, whoever comes in ends what another person has open there. One person may be in several
 * courses at once.
 * @param held what the browser's cookies hold
 * @returns the keys of sessions that are over
 */
export async function endOthers(db: Db, launch: Launch, held: readonly Came[]): Promise<string[]> {
  const mark = await personMark(db, launch)
  const over: string[] = []
  for (const { key, token } of held) {
    const hash = hashOf(token)
    const pupil = await db
      .selectFrom('pupil_session')
      .innerJoin('lti_pupil', 'lti_pupil.pupil_id', 'pupil_session.pupil_id')
      .innerJoin('lti_context', 'lti_context.class_id', 'lti_pupil.class_id')
      .select(['person', 'platform_id'])
      .where('token_hash', '=', hash)
      .executeTakeFirst()
    if (pupil?.person === launch.person && pupil.platform_id === launch.platform.id) continue
    const teacher = await db.selectFrom('lti_session').select('person').where('token_hash', '=', hash).executeTakeFirst()
    if (teacher?.person === mark) continue
    await db.deleteFrom('pupil_session').where('token_hash', '=', hash).execute()
    await db.deleteFrom('lti_session').where('token_hash', '=', hash).execute()
    over.push(key)
  }
  return over
}

/** @returns where the LMS of somebody's session lies, whose pages may frame theirs; null where nobody is here */
export async function platformOfSession(db: Db, { key, token }: Came): Promise<Pick<Platform, 'origins'> | null> {
  const hash = hashOf(token)
  const ofTeacher = await db.selectFrom('lti_session').innerJoin('lti_platform', 'lti_platform.id', 'lti_session.platform_id')
    .select('origins').where('token_hash', '=', hash).where('lti_session.id', '=', key).executeTakeFirst()
  if (ofTeacher) return ofTeacher
  const ofPupil = await db.selectFrom('pupil_session').innerJoin('lti_pupil', 'lti_pupil.pupil_id', 'pupil_session.pupil_id')
    .innerJoin('lti_context', 'lti_context.class_id', 'lti_pupil.class_id')
    .innerJoin('lti_platform', 'lti_platform.id', 'lti_context.platform_id')
    .select('origins').where('token_hash', '=', hash).where('lti_pupil.pupil_id', '=', key).executeTakeFirst()
  return ofPupil ?? null
}

/** @returns the page that somebody is sent to, without the app's own base */
export function pageFor(launch: Launch, { assignmentId }: Pick<Arrival, 'assignmentId'>, { key }: Came): string {
  if (launch.kind === 'pick') return `/lti/pick/${key}`
  return launch.role === 'teacher' ? `/lti/board/${key}` : `/lti/lesson/${key}/${assignmentId ?? ''}`
}

/** What is needed for minutes or hours only. */
export async function forgetLtiSessions(db: Db, now = new Date()): Promise<void> {
  const at = (milliseconds: number) => new Date(now.getTime() + milliseconds).toISOString()
  await db.deleteFrom('lti_session')
    .where(({ eb, or }) => or([eb('used_at', '<', at(-IDLE)), eb('began_at', '<', at(-LONGEST)), eb('used_at', '>', at(LONGEST))])).execute()
  for (const table of ['lti_login', 'lti_invite'] as const)
    await db.deleteFrom(table).where(({ eb, or }) => or([eb('expires_at', '<', at(0)), eb('expires_at', '>', at(4 * LONGEST))])).execute()
}
