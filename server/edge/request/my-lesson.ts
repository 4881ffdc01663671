/** The lesson of an assignment, as the pupil who is signed in has it. */
import { getRouterParam, setResponseHeader, type H3Event } from 'h3'
import type { MyLesson } from '#shared/api/my'
import { playerLesson, type PlayerLesson } from '#activities/lesson'
import { withSchool } from '#shared/lesson/help-routes'
import { ensureOpen, stateForDevice } from '../../assignments/attempts.ts'
import { beginSecondGo } from '../../assignments/second-go.ts'
import { requireAssignedLesson } from '../../content/app/assigned-lesson.ts'
import { helpFor } from '../../content/library/library.ts'
import { requirePupil } from '../people/pupil-cookie.ts'
import { requestedLocale } from './locale-in.ts'

/** @returns all of it, and where this pupil is in it, without what was chosen */
export async function requestedMyLesson(event: H3Event): Promise<MyLesson<PlayerLesson>> {
  const { pupil, db } = await requirePupil(event)
  setResponseHeader(event, 'Cache-Control', 'no-store')
  const assignment = await ensureOpen(db, pupil, getRouterParam(event, 'id') ?? '')
  const { lesson, library } = await requireAssignedLesson(assignment, requestedLocale(event))
  await beginSecondGo(db, pupil, assignment)
  const school = await db
    .selectFrom('school')
    .select(['name', 'help_contact', 'nation'])
    .where('id', '=', pupil.schoolId)
    .executeTakeFirstOrThrow()
  const routes = helpFor(library, lesson.locale, lesson.band, school.nation)
  const help = withSchool(routes, { name: school.name, contact: school.help_contact ?? '' })
  return { pupilId: pupil.id, lesson: playerLesson(lesson), help, state: await stateForDevice(db, pupil, assignment.id, lesson) }
}
