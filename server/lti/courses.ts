/**
 * What a launch comes to here: a course is a class, a lesson that stands in it an assignment, and whoever learns a pupil without a
 * name, known by the platform's id alone. Nobody else gets into such a class: it is never open, and no page of the staff's shows it.
 */
import { tidyName } from '#shared/text/tidy-text'
import { classFields } from '#shared/people/class-fields'
import { partText } from '#shared/lesson/part'
import type { CourseViewer } from '../accounts/staff/class-access.ts'
import { changeable, questionsOf, today, type Assignment } from '../assignments/assignments.ts'
import { isClosedForGood } from '../assignments/closing.ts'
import { freeCode, schoolYearEnd } from '../classes/classes.ts'
import { hashOf, newId, newToken } from '../platform/security/tokens.ts'
import type { Db } from '../platform/database/client.ts'
import { Refusal } from '../platform/refusal.ts'
import { audit } from '../platform/security/audit.ts'
import type { LessonLaunch } from './messages.ts'
import type { Options } from './options.ts'
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
    id, school_id: schoolId, class_id: classId, name: '', card_made_on: null,
    // They come as soon as they begin: the moment would say when somebody worked.
    created_at: `${today(now)}T00:00:00.000Z`,
    // Of pictures and a key that nobody knows: the LMS alone lets them in.
    pictures_hash: hashOf(newToken()), key_hash: hashOf(newToken()),
  }).execute()
  await db.insertInto('lti_pupil').values({ pupil_id: id, school_id: schoolId, class_id: classId, person }).execute()
  return id
}

/** What stands behind a link of the course, as it was chosen and as the lesson has it. */
interface Work {
  readonly lessonId: string
  readonly options: Options
  readonly dueOn: string | null
}

async function makeWork(
  db: Db,
  { classId, schoolId }: { readonly classId: string, readonly schoolId: string },
  given: Pick<Assignment, 'lesson_id' | 'kind' | 'part' | 'order_seed' | 'left_out' | 'put_in' | 'due_on'>,
  now: Date,
): Promise<string> {
  const { last } = await db
    .selectFrom('assignment')
    .select(({ fn }) => fn.max('place').as('last'))
    .where('class_id', '=', classId)
    .executeTakeFirstOrThrow()
  const id = newId()
  await db.insertInto('assignment').values({
    id, school_id: schoolId, class_id: classId, place: Number(last ?? -1) + 1, opens_on: today(now), created_at: now.toISOString(),
    closed_at: null, ...given,
  }).execute()
  return id
}

/** Days after which closed work belongs to another class or year: whoever opens it then begins anew. Before that a teacher says so. */
const ANEW_AFTER = 90

const isOver = ({ closed_at: closed, can_reopen: canReopen }: Pick<Assignment, 'closed_at' | 'can_reopen'>, now: Date) =>
  closed !== null && isClosedForGood({ closed_at: closed, can_reopen: canReopen })
  && Date.parse(closed) < now.getTime() - ANEW_AFTER * 86_400_000

/**
 * What the teacher has changed in the LMS since: the day it is due, and, while nobody has begun, which questions are asked.
 */
async function keepUp(db: Db, work: Assignment, { options, dueOn }: Work): Promise<void> {
  if (dueOn !== null && dueOn !== work.due_on) await db.updateTable('assignment').set({ due_on: dueOn }).where('id', '=', work.id).execute()
  const { order_seed: seed, ...questions } = questionsOf(options)
  const isSame = (seed === null) === (work.order_seed === null) && questions.left_out === work.left_out && questions.put_in === work.put_in
  if (isSame || await db.selectFrom('attempt').select('id').where('assignment_id', '=', work.id).executeTakeFirst()) return
  await db.updateTable('assignment').set({ order_seed: seed, ...questions }).where('id', '=', work.id).execute()
}

/**
 * @returns the assignment of a lesson in a course; a new one where another lesson, or another part of it, stands there now. What a
 * teacher has closed stays closed
 */
async function workOf(db: Db, launch: LessonLaunch, classId: string, wanted: Work, now: Date): Promise<string> {
  const school_id = launch.platform.school_id
  const { lessonId, options: { kind, part }, dueOn } = wanted
  const link = await db
    .selectFrom('lti_link')
    .select(['id', 'assignment_id'])
    .where('class_id', '=', classId)
    .where('link_id', '=', launch.linkId)
    .executeTakeFirst()
  const work = link && await db.selectFrom('assignment').selectAll().where('id', '=', link.assignment_id).executeTakeFirst()
  const line_item = launch.lineItem
  if (link && work && work.lesson_id === lessonId && work.kind === kind && work.part === partText(part) && !isOver(work, now)) {
    await db.updateTable('lti_link').set({ line_item }).where('id', '=', link.id).execute()
    if (work.closed_at === null) await keepUp(db, work, wanted)
    return work.id
  }
  const id = await makeWork(db, { classId, schoolId: school_id }, {
    lesson_id: lessonId, kind, part: partText(part), ...questionsOf(wanted.options), due_on: dueOn,
  }, now)
  if (link) await db.updateTable('lti_link').set({ assignment_id: id, line_item }).where('id', '=', link.id).execute()
  else await db.insertInto('lti_link').values({
    id: newId(), school_id, class_id: classId, link_id: launch.linkId, assignment_id: id, line_item,
  }).execute()
  return id
}

/**
 * A teacher lets the course begin a lesson anew that is closed: whoever opens it from now on does the new one, as the old one was
 * chosen. What was done before stays as it is.
 * @throws `not-found` where it does not stand in the course, `conflict` where it is open
 */
export function beginAnew(db: Db, viewer: CourseViewer, assignmentId: string, now = new Date()): Promise<void> {
  return db.transaction().execute(async (all) => {
    const { lesson_id, kind, part, order_seed, left_out, put_in, closed_at: closed } = await changeable(all, viewer, assignmentId)
    const link = await all.selectFrom('lti_link').select('id').where('assignment_id', '=', assignmentId).executeTakeFirst()
    if (!link) throw new Refusal('not-found', 'no-assignment')
    if (closed === null) throw new Refusal('conflict', 'lti-still-open')
    const id = await makeWork(all, { classId: viewer.courseId, schoolId: viewer.schoolId }, {
      lesson_id, kind, part, order_seed, left_out, put_in, due_on: null,
    }, now)
    await all.updateTable('lti_link').set({ assignment_id: id }).where('id', '=', link.id).execute()
    await audit(all, viewer, 'assignment.anew', assignmentId)
  })
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
 * @param fitted what of a lesson can be given as it was chosen; undefined where there is no lesson of this id
 * @throws {LtiRefusal} where a pupil opens what nobody has chosen yet, or what is no part of the app any more
 */
export async function arrive(
  db: Db,
  launch: LessonLaunch,
  fitted: (lessonId: string, chosen: Options) => Options | undefined,
  now = new Date(),
): Promise<Arrival> {
  const { platform, lessonId, role, chosen } = launch
  const options = lessonId === undefined ? undefined : fitted(lessonId, chosen.options)
  if (lessonId !== undefined && !options) throw new LtiRefusal('gone', 'lti-lesson-gone', 'lesson', { platform })
  if (lessonId === undefined && role === 'pupil') throw new LtiRefusal('not-found', 'lti-no-lesson', 'no-lesson', { platform })
  return db.transaction().execute(async (all) => {
    const classId = await classOf(all, launch, now)
    // Held, so that of many who come at once each finds what the others have made.
    await all.updateTable('class').set(({ ref }) => ({ name: ref('name') })).where('id', '=', classId).execute()
    const assignmentId = lessonId === undefined || !options
      ? null
      : await workOf(all, launch, classId, { lessonId, options, dueOn: chosen.dueOn }, now)
    return {
      classId,
      assignmentId,
      pupilId: role === 'teacher' ? null : await pupilOf(all, platform.school_id, classId, launch.person, now),
    }
  })
}
