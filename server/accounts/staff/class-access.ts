/**
 * Which classes somebody may see who teaches: of the staff their own and shared ones, and admins all of their school. A course of an
 * LMS is a class too, and none of these: whoever teaches it comes from there (server/lti), and sees it alone.
 */
import { Refusal } from '../../platform/refusal.ts'
import type { Staff } from './staff-member.ts'
import type { Db } from '../../platform/database/client.ts'

/** Whoever has to do with one course of an LMS: the teacher that the LMS named, who has no account here, or an admin of the school. */
export interface CourseViewer {
  /** Null without an account. */
  readonly id: string | null
  readonly schoolId: string
  /** The class that the course is. */
  readonly courseId: string
}

/** Enough of a member of staff to know what they may see. */
export type StaffViewer = Pick<Staff, 'id' | 'schoolId' | 'role'>
export type ClassViewer = StaffViewer | CourseViewer

/** @returns a query's classes, narrowed to those that the member of staff may see */
export const classesOf = (db: Db, staff: ClassViewer) => theirs(db, staff).where('class.deleted_at', 'is', null)

/** @returns those that are deleted, and can be brought back (server/classes/class-deletion.ts) */
export const deletedClassesOf = (db: Db, staff: StaffViewer) => theirs(db, staff).where('class.deleted_at', 'is not', null)

function theirs(db: Db, staff: ClassViewer) {
  const all = db.selectFrom('class').where('class.school_id', '=', staff.schoolId)
  const courses = db.selectFrom('lti_context').select('lti_context.class_id')
  if ('courseId' in staff) return all.where('class.id', '=', staff.courseId).where('class.id', 'in', courses)
  const ofSchool = all.where('class.id', 'not in', courses)
  return staff.role === 'admin'
    ? ofSchool
    : ofSchool.where('class.id', 'in', db.selectFrom('class_staff').select('class_id').where('staff_id', '=', staff.id))
}

export async function isVisible(db: Db, staff: ClassViewer, classId: string): Promise<boolean> {
  return await classesOf(db, staff).select('class.id').where('class.id', '=', classId).executeTakeFirst() !== undefined
}

/** @throws `not-found` where there is no such class, or it is somebody else's: the two look the same from outside */
export async function ensureClass(db: Db, staff: ClassViewer, classId: string) {
  const found = await classesOf(db, staff).selectAll('class').where('class.id', '=', classId).executeTakeFirst()
  if (!found) throw new Refusal('not-found', 'no-class')
  return found
}
