/**
 * Which classes somebody of the staff may see: their own and shared ones, and for admins all of their school. A course of an LMS is
 * a class too, and none of these: whoever teaches it comes from there (server/lti).
 */
import { Refusal } from '../../platform/refusal.ts'
import type { Staff } from './staff-member.ts'
import type { Db } from '../../platform/database/client.ts'

type Viewer = Pick<Staff, 'id' | 'schoolId' | 'role'>

/** @returns a query's classes, narrowed to those that the member of staff may see */
export const classesOf = (db: Db, staff: Viewer) => theirs(db, staff).where('class.deleted_at', 'is', null)

/** @returns those that are deleted, and can be brought back (server/classes/class-deletion.ts) */
export const deletedClassesOf = (db: Db, staff: Viewer) => theirs(db, staff).where('class.deleted_at', 'is not', null)

function theirs(db: Db, staff: Viewer) {
  const ofSchool = db.selectFrom('class').where('class.school_id', '=', staff.schoolId)
    .where('class.id', 'not in', db.selectFrom('lti_context').select('lti_context.class_id'))
  return staff.role === 'admin'
    ? ofSchool
    : ofSchool.where('class.id', 'in', db.selectFrom('class_staff').select('class_id').where('staff_id', '=', staff.id))
}

export async function isVisible(db: Db, staff: Viewer, classId: string): Promise<boolean> {
  return await classesOf(db, staff).select('class.id').where('class.id', '=', classId).executeTakeFirst() !== undefined
}

/** @throws `not-found` where there is no such class, or it is somebody else's: the two look the same from outside */
export async function ensureClass(db: Db, staff: Viewer, classId: string) {
  const found = await classesOf(db, staff).selectAll('class').where('class.id', '=', classId).executeTakeFirst()
  if (!found) throw new Refusal('not-found', 'no-class')
  return found
}
