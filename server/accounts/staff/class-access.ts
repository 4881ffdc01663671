/** Which classes somebody of the staff may see: their own and shared ones, and for admins all of their school. */
import { Refusal } from '../../platform/refusal.ts'
import type { Staff } from './staff-member.ts'
import type { Db } from '../../platform/database/client.ts'

/** @returns the ids of a query's classes, narrowed to those that the member of staff may see */
export function classesOf(db: Db, staff: Pick<Staff, 'id' | 'schoolId' | 'role'>) {
  const ofSchool = db.selectFrom('class').where('class.school_id', '=', staff.schoolId)
  return staff.role === 'admin'
    ? ofSchool
    : ofSchool.where('class.id', 'in', db.selectFrom('class_staff').select('class_id').where('staff_id', '=', staff.id))
}

export async function isVisible(db: Db, staff: Pick<Staff, 'id' | 'schoolId' | 'role'>, classId: string): Promise<boolean> {
  return await classesOf(db, staff).select('class.id').where('class.id', '=', classId).executeTakeFirst() !== undefined
}

/** @throws `not-found` where there is no such class, or it is somebody else's: the two look the same from outside */
export async function ensureClass(db: Db, staff: Pick<Staff, 'id' | 'schoolId' | 'role'>, classId: string) {
  const found = await classesOf(db, staff).selectAll('class').where('class.id', '=', classId).executeTakeFirst()
  if (!found) throw new Refusal('not-found', 'no-class')
  return found
}
