/** A teacher who came from an LMS: for one course, or to choose lessons for one. */
import type { H3Event } from 'h3'
import type { CourseViewer } from '../../accounts/staff/class-access.ts'
import { ensureLtiTeacher, type LtiTeacher } from '../../lti/sessions.ts'
import type { Picking } from '../../lti/messages.ts'
import { appDatabase } from '../../platform/database/app-database.ts'
import type { Db } from '../../platform/database/client.ts'
import { Refusal } from '../../platform/refusal.ts'
import { cameWith, ltiKeyOf } from '../lti/cookies.ts'

async function requireLti(event: H3Event): Promise<{ teacher: LtiTeacher, db: Db }> {
  const { db } = await appDatabase()
  const teacher = await ensureLtiTeacher(db, cameWith(event, ltiKeyOf(event) ?? ''))
  event.context.who = { staffId: null, schoolId: teacher.schoolId }
  return { teacher, db }
}

const notForThis = () => new Refusal('forbidden', 'lti-signed-out', { reason: 'role' })

/** @throws `signed-out` where nobody came, `forbidden` where they came for something else */
export async function requireCourse(event: H3Event): Promise<{ teacher: LtiTeacher, viewer: CourseViewer, classId: string, db: Db }> {
  const { teacher, db } = await requireLti(event)
  const { classId, schoolId } = teacher
  if (classId === null) throw notForThis()
  event.context.who = { staffId: null, schoolId, has: async (_, id) => id === classId }
  return { teacher, viewer: { id: null, schoolId, courseId: classId }, classId, db }
}

/** @throws as `requireCourse` */
export async function requirePicking(event: H3Event): Promise<{ teacher: LtiTeacher, picking: Picking, db: Db }> {
  const found = await requireLti(event)
  if (found.teacher.picking === null) throw notForThis()
  return { ...found, picking: found.teacher.picking }
}
