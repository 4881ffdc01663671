/**
 * Grades on their way to the LMS (AGS 2.0): the score of a lesson once it is finished, nothing before, and the best one. What
 * could not be sent waits here, whatever happened to the network, the LMS or this server, and is sent later.
 */
import { sql } from 'kysely'
import type { Db } from '../platform/database/client.ts'
import type { Row } from '../platform/database/schema.ts'
import { scope } from './claims.ts'
import { LmsError } from './fetching.ts'
import { liesAt, type Platform } from './platforms.ts'
import { askWithToken } from './services.ts'

/** Milliseconds until each next try: soon, and then for a week. What is not taken by then is not taken. */
const PAUSES = [30_000, 120_000, 600_000, 3_600_000, 6 * 3_600_000, ...Array.from({ length: 7 }, () => 86_400_000)]
/** Sent at one look. */
const AT_ONCE = 100
/** Milliseconds for which a process has a score to itself. */
const HELD = 60_000
/** An LMS takes nothing that is not a whole second later than what it wrote last. */
const A_SECOND = 1_100

/** Milliseconds after closing in which what was finished before is still noted. */
const LOOKED_AT = 14 * 86_400_000

type Score = Row<'lti_score'>

/** Who has finished something that is graded, and is not noted yet, or has more by now. A lesson without a quiz counts as done. */
async function noteFinished(db: Db, now: Date): Promise<void> {
  const finished = await db
    .selectFrom('lti_link')
    .innerJoin('assignment', 'assignment.id', 'lti_link.assignment_id')
    .innerJoin('attempt', 'attempt.assignment_id', 'assignment.id')
    .innerJoin('lti_pupil', 'lti_pupil.pupil_id', 'attempt.pupil_id')
    .leftJoin('lti_score', join => join.onRef('lti_score.link_id', '=', 'lti_link.id').onRef('lti_score.pupil_id', '=', 'attempt.pupil_id'))
    .select(['lti_link.id as linkId', 'attempt.pupil_id as pupilId', 'lti_link.school_id as schoolId', 'attempt.points', 'attempt.max'])
    .where('attempt.status', '=', 'finished')
    .where('lti_link.line_item', 'is not', null)
    // What closed long ago was looked at often enough.
    .where(({ eb, or }) => or([eb('closed_at', 'is', null), eb('closed_at', '>', new Date(now.getTime() - LOOKED_AT).toISOString())]))
    .where(({ eb, or, ref }) => or([
      eb('lti_score.link_id', 'is', null),
      // The better of two, as shares of what there was to get.
      eb(sql`attempt.points * lti_score.max`, '>', sql`lti_score.points * ${ref('attempt.max')}`),
    ]))
    .limit(AT_ONCE * 5)
    .execute()
  for (const { linkId, pupilId, schoolId, points, max } of finished) {
    const score = points === null || max === null || max === 0 ? { points: 1, max: 1 } : { points: Math.min(points, max), max }
    const row = { ...score, state: 'waiting' as const, tries: 0, next_at: now.toISOString(), reason: null }
    await db
      .insertInto('lti_score')
      .values({ link_id: linkId, pupil_id: pupilId, school_id: schoolId, ...row })
      .onConflict(conflict => conflict.columns(['link_id', 'pupil_id']).doUpdateSet(row))
      .execute()
  }
}

/** Takes one for this process, so that two do not send the same. */
async function held(db: Db, { link_id: link, pupil_id: pupil, next_at: at }: Score, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('lti_score')
    .set({ next_at: new Date(now.getTime() + HELD).toISOString() })
    .where('link_id', '=', link)
    .where('pupil_id', '=', pupil)
    .where('next_at', '=', at)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

/** @param lineItem with its question, which stays. @returns where its scores go */
export function scoresAddress(lineItem: string): string {
  const address = new URL(lineItem)
  address.pathname = `${address.pathname.replace(/\/$/, '')}/scores`
  return address.href
}

/** @returns what the LMS says to a score: its status, or why there was none */
async function send(db: Db, platform: Platform, lineItem: string, person: string, { points, max }: Score): Promise<number | string> {
  if (!liesAt(platform, lineItem)) return 'address'
  try {
    const { status } = await askWithToken(db, platform, scope.score, scoresAddress(lineItem), {
      method: 'POST',
      headers: { 'content-type': 'application/vnd.ims.lis.v1.score+json' },
      body: JSON.stringify({
        userId: person,
        scoreGiven: points,
        scoreMaximum: max,
        activityProgress: 'Completed',
        // Anything else takes a grade away again.
        gradingProgress: 'FullyGraded',
        timestamp: new Date().toISOString(),
      }),
    })
    return status
  }
  catch (error) {
    if (error instanceof LmsError) return error.reason
    throw error
  }
}

/** Final: the LMS will never take it. */
const FINAL: readonly (number | string)[] = [400, 404, 410, 422, 'address']

/** @returns what becomes of a score after an answer */
function after(answer: number | string, { tries }: Score, now: Date): Pick<Score, 'state' | 'tries' | 'next_at' | 'reason'> {
  const reason = typeof answer === 'number' ? `status-${answer}` : answer
  if (typeof answer === 'number' && answer >= 200 && answer < 300) return { state: 'sent', tries: tries + 1, next_at: now.toISOString(), reason: null }
  const pause = PAUSES[tries]
  if (FINAL.includes(answer) || pause === undefined) return { state: 'refused', tries: tries + 1, next_at: now.toISOString(), reason }
  return { state: 'waiting', tries: tries + 1, next_at: new Date(now.getTime() + pause).toISOString(), reason }
}

export interface Sent {
  readonly sent: number
  readonly waiting: number
  /** Of an LMS, by the school's admins to be looked at. */
  readonly refused: readonly { readonly platformId: string, readonly schoolId: string, readonly reason: string }[]
}

/** Sends what is due, one after the other. */
export async function sendScores(db: Db, now = new Date()): Promise<Sent> {
  await noteFinished(db, now)
  const due = await db
    .selectFrom('lti_score')
    .innerJoin('lti_link', 'lti_link.id', 'lti_score.link_id')
    .innerJoin('lti_pupil', 'lti_pupil.pupil_id', 'lti_score.pupil_id')
    .innerJoin('lti_context', 'lti_context.class_id', 'lti_link.class_id')
    .innerJoin('lti_platform', 'lti_platform.id', 'lti_context.platform_id')
    .selectAll('lti_score')
    .select(['lti_link.line_item', 'lti_pupil.person', 'lti_platform.id as platformId'])
    .where('lti_score.state', '=', 'waiting')
    .where('next_at', '<=', now.toISOString())
    .where('lti_platform.state', '=', 'connected')
    .where('lti_link.line_item', 'is not', null)
    .orderBy('next_at')
    .limit(AT_ONCE)
    .execute()
  const counts = { sent: 0, waiting: 0 }
  const refused: { platformId: string, schoolId: string, reason: string }[] = []
  const away = new Set<string>()
  for (const one of due) {
    // Whose LMS did not answer a moment ago is not asked for each of a class.
    if (away.has(one.platformId) || !await held(db, one, now)) continue
    const platform = await db.selectFrom('lti_platform').selectAll().where('id', '=', one.platformId).executeTakeFirstOrThrow()
    let answer = await send(db, platform, one.line_item ?? '', one.person, one)
    if (answer === 409) {
      await new Promise(resolve => setTimeout(resolve, A_SECOND))
      answer = await send(db, platform, one.line_item ?? '', one.person, one)
    }
    const next = after(answer, one, now)
    if (answer === 'away') away.add(one.platformId)
    if (next.state === 'refused') refused.push({ platformId: platform.id, schoolId: platform.school_id, reason: next.reason ?? '' })
    else counts[next.state]++
    await db.updateTable('lti_score').set(next).where('link_id', '=', one.link_id).where('pupil_id', '=', one.pupil_id)
      // More may have come meanwhile: then that is sent too.
      .where('points', '=', one.points).where('max', '=', one.max).execute()
  }
  return { ...counts, refused }
}

/** What was refused or waits is tried again at once, where a teacher asks for it. */
export async function tryAgain(db: Db, classId: string, now = new Date()): Promise<void> {
  await db
    .updateTable('lti_score')
    .set({ state: 'waiting', tries: 0, next_at: now.toISOString() })
    .where('state', '!=', 'sent')
    .where('link_id', 'in', db.selectFrom('lti_link').select('lti_link.id').where('class_id', '=', classId))
    .execute()
}
