/** What staff have done, for the school's own records. Ids only: a name in here would outlive its owner's data. */
import type { Db } from '../database/client.ts'
import { newId } from './tokens.ts'

/** @param action what was done, in the form "class.archive"; @param subject the id of what it was done to */
export async function audit(db: Db, staff: { readonly id: string | null, readonly schoolId: string }, action: string, subject: string) {
  await db
    .insertInto('audit')
    .values({ id: newId(), school_id: staff.schoolId, at: new Date().toISOString(), staff_id: staff.id, action, subject })
    .execute()
}
