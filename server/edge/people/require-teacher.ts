/** Who teaches and is asking: somebody of the staff, or whoever came from an LMS for one course (server/edge/lti/cookies.ts). */
import type { H3Event } from 'h3'
import type { ClassViewer } from '../../accounts/staff/class-access.ts'
import type { Db } from '../../platform/database/client.ts'
import { ltiKeyOf } from '../lti/cookies.ts'
import { requireCourse } from './require-lti-teacher.ts'
import { requireStaff } from './require-staff.ts'

/** @throws as `requireStaff`; where a page says that it stands inside an LMS, as `requireCourse` */
export async function requireTeacher(event: H3Event): Promise<{ teacher: ClassViewer, db: Db }> {
  if (ltiKeyOf(event) === undefined) {
    const { staff, db } = await requireStaff(event)
    return { teacher: staff, db }
  }
  const { viewer, db } = await requireCourse(event)
  return { teacher: viewer, db }
}
