/**
 * Nobody is in two pictures of one question at one time: whoever answers the same both times, and is in one of the two alone, could
 * be told from their difference. Here is who is counted where already.
 */
import type { Form } from '#shared/api/insight'
import { daysBetween } from '#shared/lesson/school-days'
import type { Db } from '../platform/database/client.ts'

/** Days after which answers to the same lesson say nothing of each other: a term. */
const ANOTHER_TIME = 90

/**
 * Whoever came from an LMS may be here several times: an LMS shows an activity to some of a course and hides it from others, and lets
 * whoever teaches make a second course with all but one. None of that is seen here, so within a term one person is counted with a
 * lesson once, wherever in that LMS they do it again.
 */
async function isCountedInCourse(db: Db, assignmentId: string, pupilId: string, now: Date): Promise<boolean> {
  const found = await db
    .selectFrom('lti_pupil as me')
    .innerJoin('lti_context as mine', 'mine.class_id', 'me.class_id')
    .innerJoin('lti_pupil as other', 'other.person', 'me.person')
    .innerJoin('lti_context as theirs', join =>
      join.onRef('theirs.class_id', '=', 'other.class_id').onRef('theirs.platform_id', '=', 'mine.platform_id'))
    .innerJoin('attempt', 'attempt.pupil_id', 'other.pupil_id')
    .innerJoin('assignment as there', 'there.id', 'attempt.assignment_id')
    .innerJoin('assignment as here', join =>
      join.onRef('here.lesson_id', '=', 'there.lesson_id').onRef('here.kind', '=', 'there.kind').onRef('here.id', '!=', 'there.id'))
    .select('there.id')
    .where('here.id', '=', assignmentId)
    .where('me.pupil_id', '=', pupilId)
    .where(({ eb, or }) => or([
      eb('there.closed_at', 'is', null),
      eb('there.closed_at', '>', new Date(now.getTime() - ANOTHER_TIME * 86_400_000).toISOString()),
    ]))
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/**
 * Groups of a class overlap with each other and with the class, a lesson may be given to a class a second time, and pupils move.
 * Were a pupil counted twice with the same lesson, the difference of two pictures could say what few have answered; so whoever
 * works at it twice is counted with the first alone.
 * @returns whether a pupil has work at the same lesson in this class or another group of it, where one of the two is a group's; or,
 * of an LMS, anywhere in it; or whether what they said there is still kept to be counted, in whichever class
 */
export async function isCountedBeside(db: Db, assignmentId: string, pupilId: string, form: Form, now = new Date()): Promise<boolean> {
  return await isCountedInGroup(db, assignmentId, pupilId)
    || await isKeptElsewhere(db, assignmentId, pupilId, form)
    || isCountedInCourse(db, assignmentId, pupilId, now)
}

/** Days between a lesson and a second look at it, from which on the two are not done at one time. They are six weeks or more. */
const LOOKED_BACK = 14

async function isKeptElsewhere(db: Db, assignmentId: string, pupilId: string, form: Form): Promise<boolean> {
  const there = db
    .selectFrom('assignment as here')
    .innerJoin('assignment as other', join =>
      join
        .onRef('other.school_id', '=', 'here.school_id')
        .onRef('other.lesson_id', '=', 'here.lesson_id')
        .onRef('other.id', '!=', 'here.id'))
    .select(['here.kind', 'here.opens_on', 'other.kind as otherKind', 'other.opens_on as otherOpensOn'])
    .where('here.id', '=', assignmentId)
  const found = form === 'quiz'
    ? await there.innerJoin('quiz_entry', 'quiz_entry.assignment_id', 'other.id').where('pupil_id', '=', pupilId).execute()
    : await there.innerJoin('check_done', 'check_done.assignment_id', 'other.id').where('pupil_id', '=', pupilId)
        .where('form', '=', form).execute()
  return found.some(({ kind, otherKind, opens_on: day, otherOpensOn }) =>
    kind === otherKind || Math.abs(daysBetween(day, otherOpensOn)) < LOOKED_BACK)
}

async function isCountedInGroup(db: Db, assignmentId: string, pupilId: string): Promise<boolean> {
  const found = await db
    .selectFrom('assignment as here')
    .innerJoin('assignment as other', join =>
      join
        .onRef('other.class_id', '=', 'here.class_id')
        .onRef('other.lesson_id', '=', 'here.lesson_id')
        .onRef('other.kind', '=', 'here.kind')
        .onRef('other.id', '!=', 'here.id'))
    .innerJoin('attempt', 'attempt.assignment_id', 'other.id')
    .select('other.id')
    .where('here.id', '=', assignmentId)
    .where('attempt.pupil_id', '=', pupilId)
    .where(({ eb, or }) => or([eb('here.group_id', 'is not', null), eb('other.group_id', 'is not', null)]))
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** @returns the questions that the class was told of together of late, by id: who answers them in the quiz now is not counted there */
export async function itemsTold(db: Db, assignmentId: string, now = new Date()): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('told_together')
    .innerJoin('assignment', join =>
      join.onRef('assignment.class_id', '=', 'told_together.class_id').onRef('assignment.lesson_id', '=', 'told_together.lesson_id'))
    .select('item_id')
    .where('assignment.id', '=', assignmentId)
    .where('until', '>', now.toISOString())
    .execute()
  return new Set(rows.map(({ item_id: item }) => item))
}
