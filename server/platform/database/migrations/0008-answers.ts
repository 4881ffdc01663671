/**
 * What devices have sent is no longer kept: once it is folded into the attempt, only what could count twice is remembered, as a
 * few letters. Who made a class, and when and why a pupil's session began and ended.
 */
import type { Kysely } from 'kysely'
import { heardText, markOf } from '../event-marks.ts'

/** Attempts at a time, so that a large school needs no large memory. */
const AT_ONCE = 200

export async function up(db: Kysely<Record<string, Record<string, unknown>>>): Promise<void> {
  await db.schema.alterTable('attempt').addColumn('heard', 'text', column => column.notNull().defaultTo('')).execute()
  for (let after = ''; ;) {
    const attempts = (await db.selectFrom('attempt').select('id').where('id', '>', after).orderBy('id').limit(AT_ONCE).execute()).map(
      ({ id }) => String(id),
    )
    if (attempts.length === 0) break
    const moves = await db
      .selectFrom('attempt_event')
      .select(['attempt_id', 'id'])
      .where('attempt_id', 'in', attempts)
      .where('body', 'like', '%"arrived"%')
      .execute()
    for (const [attemptId, events] of Map.groupBy(moves, ({ attempt_id: of }) => String(of))) {
      await db
        .updateTable('attempt')
        .set({ heard: heardText(new Set(events.map(({ id }) => markOf(String(id))))) })
        .where('id', '=', attemptId)
        .execute()
    }
    after = attempts.at(-1) ?? ''
  }
  await db.schema.dropTable('attempt_event').execute()

  await db.schema.alterTable('class').addColumn('made_by', 'text', column => column.references('staff.id').onDelete('set null')).execute()
  // The school's records know it of classes of the last year.
  const made = await db
    .selectFrom('audit')
    .innerJoin('staff', 'staff.id', 'audit.staff_id')
    .select(['subject', 'staff_id'])
    .where('action', '=', 'class.make')
    .execute()
  for (const { subject, staff_id: staffId } of made)
    await db.updateTable('class').set({ made_by: staffId }).where('id', '=', subject).execute()

  await db.schema.alterTable('pupil_session').addColumn('began_at', 'text').execute()
  await db.updateTable('pupil_session').set(({ ref }) => ({ began_at: ref('used_at') })).execute()
  await db.schema.alterTable('pupil_session').addColumn('ended', 'text').execute()
}
