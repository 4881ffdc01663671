/** Work that was closed a day ago and more. */
import type { Lesson } from '#activities/lesson'
import type { Staff } from '../../../server/accounts/staff/staff-member.ts'
import { closeAssignment, emptyClosed } from '../../../server/assignments/closing.ts'
import { ensureAssignment } from '../../../server/assignments/assignments.ts'
import type { Lot } from '../../../server/insight/looks.ts'
import type { Db } from '../../../server/platform/database/client.ts'

/** Closes an assignment, and deletes what goes a day later. @param isLeftOut the lot, where it is not to fall by chance */
export async function closeForGood(db: Db, staff: Staff, id: string, lesson: Lesson | undefined, isLeftOut?: Lot): Promise<void> {
  await closeAssignment(db, staff, id)
  await emptyClosed(db, await ensureAssignment(db, staff, id), lesson, isLeftOut)
}
