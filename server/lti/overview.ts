/** What an admin sees of their school's LMSs, and what can be done with the courses that came from them. */
import type { LmsCourse, LmsInSchool, LmsOverview } from '#shared/api/school/lms'
import { byName } from '#shared/people/by-name'
import { audit } from '../platform/security/audit.ts'
import { Refusal } from '../platform/refusal.ts'
import type { CourseViewer } from '../accounts/staff/class-access.ts'
import type { Staff } from '../accounts/staff/staff-member.ts'
import type { Db } from '../platform/database/client.ts'
import { publicKeys } from './keys.ts'
import { toolAddresses } from './logins.ts'

type By = Pick<Staff, 'id' | 'schoolId'>

/** @param base our own address */
export async function overviewOf(db: Db, { schoolId }: By, base: string): Promise<LmsOverview> {
  await publicKeys(db)
  const [platforms, deployments, courses, scores, key] = await Promise.all([
    db.selectFrom('lti_platform').selectAll().where('school_id', '=', schoolId).execute(),
    db.selectFrom('lti_deployment').select(['platform_id', 'deployment_id']).where('school_id', '=', schoolId).orderBy('deployment_id').execute(),
    db.selectFrom('lti_context').innerJoin('class', 'class.id', 'lti_context.class_id')
      .select(({ selectFrom, fn }) => [
        'class.id', 'class.name', 'class.deleted_at', 'platform_id',
        selectFrom('lti_pupil').whereRef('lti_pupil.class_id', '=', 'class.id').select(fn.countAll<number>().as('count')).as('pupils'),
      ])
      .where('lti_context.school_id', '=', schoolId).execute(),
    db.selectFrom('lti_score').innerJoin('lti_link', 'lti_link.id', 'lti_score.link_id')
      .innerJoin('lti_context', 'lti_context.class_id', 'lti_link.class_id').select(['platform_id', 'lti_score.state'])
      .where('lti_score.school_id', '=', schoolId).where('lti_score.state', '!=', 'sent').execute(),
    db.selectFrom('lti_key').select('created_at').where('retired_at', 'is', null).orderBy('created_at').executeTakeFirst(),
  ])
  const { login, launch, keys } = toolAddresses(base)
  return {
    tool: { login, launch, keys },
    keyMadeOn: key?.created_at.slice(0, 10) ?? null,
    platforms: platforms.map((row): LmsInSchool => ({
      id: row.id,
      name: row.name,
      state: row.state,
      issuer: row.issuer,
      clientId: row.client_id,
      authUrl: row.auth_url,
      tokenUrl: row.token_url,
      jwksUrl: row.jwks_url,
      deploymentIds: deployments.filter(({ platform_id: of }) => of === row.id).map(({ deployment_id: id }) => id),
      courses: courses.filter(({ platform_id: of }) => of === row.id)
        .map(({ id, name, pupils, deleted_at: deletedAt }) => ({ id, name, pupils: Number(pupils ?? 0), isDeleted: deletedAt !== null }))
        .sort(byName),
      waiting: scores.filter(({ platform_id: of, state }) => of === row.id && state === 'waiting').length,
      refused: scores.filter(({ platform_id: of, state }) => of === row.id && state === 'refused').length,
    })).sort(byName),
  }
}

/** @returns an admin as who looks after a course. @throws `not-found` where it is none of this school's */
export async function courseOf(
  db: Db,
  { id, schoolId }: By,
  classId: string,
): Promise<CourseViewer & { readonly deletedAt: string | null }> {
  const found = await db.selectFrom('class').innerJoin('lti_context', 'lti_context.class_id', 'class.id').select('deleted_at')
    .where('class.id', '=', classId).where('class.school_id', '=', schoolId).executeTakeFirst()
  if (!found) throw new Refusal('not-found', 'lti-no-course')
  return { id, schoolId, courseId: classId, deletedAt: found.deleted_at }
}

/** Takes a course away at once, with its pupils and all they did here; a day later it is erased. Grades stay in the LMS. */
export function deleteCourse(db: Db, by: By, classId: string, now = new Date()): Promise<void> {
  return db.transaction().execute(async (all) => {
    const { deletedAt } = await courseOf(all, by, classId)
    if (deletedAt !== null) return
    await all.updateTable('class').set({ deleted_at: now.toISOString() }).where('id', '=', classId).execute()
    await audit(all, by, 'class.delete', classId)
  })
}

/** Brings it back, where it is not erased yet. */
export function undeleteCourse(db: Db, by: By, classId: string): Promise<void> {
  return db.transaction().execute(async (all) => {
    await courseOf(all, by, classId)
    await all.updateTable('class').set({ deleted_at: null }).where('id', '=', classId).execute()
    await audit(all, by, 'class.undelete', classId)
  })
}

/** @returns who is in a course here, so that an admin finds one of them by what the LMS calls them */
export async function pupilsOfCourse(db: Db, by: By, classId: string): Promise<LmsCourse> {
  const { courseId } = await courseOf(db, by, classId)
  const [course, pupils] = await Promise.all([
    db.selectFrom('class').innerJoin('lti_context', 'lti_context.class_id', 'class.id').select(['name', 'members_url'])
      .where('class.id', '=', courseId).executeTakeFirstOrThrow(),
    db.selectFrom('lti_pupil').innerJoin('pupil', 'pupil.id', 'lti_pupil.pupil_id').select(['pupil.id', 'person'])
      .where('lti_pupil.class_id', '=', courseId).orderBy('pupil.id').execute(),
  ])
  return {
    name: course.name,
    canAskNames: course.members_url !== null,
    pupils: pupils.map(({ id, person }) => ({ id, lmsUserId: person })),
  }
}
