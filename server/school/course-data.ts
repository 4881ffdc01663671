/**
 * What is kept of a course of an LMS, or one pupil of it, to hand over when somebody asks: what is kept of any class, and with each
 * pupil the LMS's own id, by which the school knows whose it is, and the grades on their way there.
 */
import type { CourseData } from '#shared/api/school/lms'
import type { CourseViewer } from '../accounts/staff/class-access.ts'
import type { Db } from '../platform/database/client.ts'
import { dataOf } from './data-export.ts'

/** @param pupilId only this pupil's, or everybody's where it is left out; @throws `not-found` where the course or the pupil is not there */
export async function courseData(db: Db, viewer: CourseViewer, pupilId?: string): Promise<CourseData> {
  const data = await dataOf(db, viewer, viewer.courseId, pupilId)
  const [people, scores] = await Promise.all([
    db.selectFrom('lti_pupil').select(['pupil_id', 'person']).where('class_id', '=', viewer.courseId).execute(),
    db.selectFrom('lti_score').innerJoin('lti_link', 'lti_link.id', 'lti_score.link_id')
      .select(['pupil_id', 'lti_link.assignment_id', 'state', 'points', 'max']).where('lti_link.class_id', '=', viewer.courseId).execute(),
  ])
  return {
    ...data,
    pupils: data.pupils.map(pupil => ({
      ...pupil,
      lms_user_id: people.find(({ pupil_id: id }) => id === pupil.id)?.person ?? null,
      // What the LMS has, it shows itself; before that the total is nobody's to be told.
      grades_for_the_lms: scores.filter(({ pupil_id: id }) => id === pupil.id)
        .map(({ pupil_id: _, points, max, ...score }) => score.state === 'sent' ? { ...score, points, max } : score),
    })),
  }
}
