/**
 * What a launch comes to here: a course is a class, a lesson that stands in it an assignment, and whoever learns a pupil without a
 * name, known by the platform's id alone. Nobody else gets into such a class: it is never open, and no page of the staff's shows it.
 */
import { tidyName } from '#shared/text/tidy-text'
import { classFields } from '#shared/people/class-fields'
import { today } from '../assignments/assignments.ts'
import { freeCode, schoolYearEnd } from '../classes/classes.ts'
import { hashOf, newId, newToken } from '../platform/security/tokens.ts'
import type { Db } from '../platform/database/client.ts'
import type { LessonLaunch } from './messages.ts'
import { LtiRefusal } from './lti-refusal.ts'

type Course = Pick<LessonLaunch, 'platform' | 'deploymentId' | 'context' | 'membersUrl'>

/** @returns the class of a course, made where this is the first who comes from it; it is held until the transaction ends */
async function classOf(db: Db, { platform, deploymentId, context, membersUrl }: Course, now: Date): Promise<string> {
  const { year_ends: ends } = await db
    .selectFrom('school')
    .select('year_ends')
    .where('id', '=', platform.school_id)
    .executeTakeFirstOrThrow()
  const yearEnds = schoolYearEnd(ends, today(now))
  const name = tidyName(context.title).slice(0, classFields.name.longest) || platform.name
  const known = await db
    .selectFrom('lti_context')
    .innerJoin('class', 'class.id', 'lti_context.class_id')
    .select(['class_id', 'deleted_at'])
    .where('platform_id', '=', platform.id)
    .where('deployment_id', '=', deploymentId)
    .where('context_id', '=', context.id)
    .executeTakeFirst()
  if (known && known.deleted_at !== null) throw new LtiRefusal('gone', 'lti-course-gone', 'course-deleted', { platform })
  if (known) {
    // A course that goes on is kept with the year in which it was last opened.
    await db.updateTable('class').set({ name, year_ends: yearEnds }).where('id', '=', known.class_id).execute()
    if (membersUrl !== null)
      await db.updateTable('lti_context').set({ members_url: membersUrl }).where('class_id', '=', known.class_id).execute()
    return known.class_id
  }
  const id = newId()
  await db.insertInto('class').values({
    id, school_id: platform.school_id, name, code: await freeCode(db), created_at: now.toISOString(), year_ends: yearEnds,
    archived_at: null, open_until: null, made_by: null,
  }).execute()
  const made = await db
    .insertInto('lti_context')
    .values({
      class_id: id, school_id: platform.school_id, platform_id: platform.id, deployment_id: deploymentId, context_id: context.id,
      members_url: membersUrl,
    })
    .onConflict(conflict => conflict.columns(['platform_id', 'deployment_id', 'context_id']).doNothing())
    .returning('class_id')
    .executeTakeFirst()
  if (made) return id
  // Somebody else of the course came at the same moment.
  await db.deleteFrom('class').where('id', '=', id).execute()
  return classOf(db, { platform, deploymentId, context, membersUrl }, now)
}

/** @returns the pupil of a person in a course; in another course the same person is another pupil */
async function pupilOf(db: Db, schoolId: string, classId: string, person: string, now: Date): Promise<string> {
  const known = await db
    .selectFrom('lti_pupil')
    .select('pupil_id')
    .where('class_id', '=', classId)
    .where('person', '=', person)
    .executeTakeFirst()
  if (known) return known.pupil_id
  const id = newId()
  await db.insertInto('pupil').values({
    id, school_id: schoolId, class_id: classId, name: '', created_at: now.toISOString(), card_made_on: null,
    // Of pictures and a key that nobody knows: the LMS alone lets them in.
    pictures_hash: hashOf(newToken()), key_hash: hashOf(newToken()),
  }).execute()
  await db.insertInto('lti_pupil').values({ pupil_id: id, school_id: schoolId, class_id: classId, person }).execute()
  return id
}

/** @returns the open assignment of a lesson in a course; a new one where the last has closed, or another lesson stands there now */
async function workOf(db: Db, launch: LessonLaunch, classId: string, lessonId: string, now: Date): Promise<string> {
  const school_id = launch.platform.school_id
  const link = await db
    .selectFrom('lti_link')
    .innerJoin('assignment', 'assignment.id', 'lti_link.assignment_id')
    .select(['lti_link.id', 'assignment.id as assignmentId', 'assignment.closed_at', 'assignment.lesson_id'])
    .where('lti_link.class_id', '=', classId)
    .where('link_id', '=', launch.linkId)
    .executeTakeFirst()
  if (link && link.closed_at === null && link.lesson_id === lessonId) {
    await db.updateTable('lti_link').set({ line_item: launch.lineItem }).where('id', '=', link.id).execute()
    return link.assignmentId
  }
  const { last } = await db
    .selectFrom('assignment')
    .select(({ fn }) => fn.max('place').as('last'))
    .where('class_id', '=', classId)
    .executeTakeFirstOrThrow()
  const id = newId()
  await db.insertInto('assignment').values({
    id, school_id, class_id: classId, lesson_id: lessonId, place: Number(last ?? -1) + 1, kind: 'lesson', opens_on: today(now),
    due_on: null, created_at: now.toISOString(), closed_at: null,
  }).execute()
  if (link) await db.updateTable('lti_link').set({ assignment_id: id, line_item: launch.lineItem }).where('id', '=', link.id).execute()
  else await db.insertInto('lti_link').values({
    id: newId(), school_id, class_id: classId, link_id: launch.linkId, assignment_id: id, line_item: launch.lineItem,
  }).execute()
  return id
}

export interface Arrival {
  readonly classId: string
  /** Null where nobody has chosen a lesson. */
  readonly assignmentId: string | null
  /** Null for a teacher. */
  readonly pupilId: string | null
}

/**
 * Somebody opens a lesson in their course: what is missing for it is made.
 * @param isLesson whether there is a lesson of this id
 * @throws {LtiRefusal} where a pupil opens what nobody has chosen yet, or what is no part of the app any more
 */
export async function arrive(
  db: Db,
  launch: LessonLaunch,
  isLesson: (id: string) => boolean,
  now = new Date(),
): Promise<Arrival> {
  const { platform, lessonId, role } = launch
  if (lessonId !== undefined && !isLesson(lessonId)) throw new LtiRefusal('gone', 'lti-lesson-gone', 'lesson', { platform })
  if (lessonId === undefined && role === 'pupil') throw new LtiRefusal('not-found', 'lti-no-lesson', 'no-lesson', { platform })
  return db.transaction().execute(async (all) => {
    const classId = await classOf(all, launch, now)
    // Held, so that of many who come at once each finds what the others have made.
    await all.updateTable('class').set(({ ref }) => ({ name: ref('name') })).where('id', '=', classId).execute()
    const assignmentId = lessonId === undefined ? null : await workOf(all, launch, classId, lessonId, now)
    return {
      classId,
      assignmentId,
      pupilId: role === 'teacher' ? null : await pupilOf(all, platform.school_id, classId, launch.person, now),
    }
  })
}
