/** When the server last looked after its data. */
import type { Db } from '../platform/database/client.ts'
import type { Row } from '../platform/database/schema.ts'

export type UpkeepTask = Row<'upkeep'>['task']

export async function noteUpkeep(db: Db, task: UpkeepTask, now = new Date()): Promise<void> {
  const doneAt = now.toISOString()
  await db
    .insertInto('upkeep')
    .values({ task, done_at: doneAt })
    .onConflict(conflict => conflict.column('task').doUpdateSet({ done_at: doneAt }))
    .execute()
}

/** @returns the last time of each task that was ever done */
export async function lastUpkeep(db: Db): Promise<Partial<Record<UpkeepTask, string>>> {
  const rows = await db.selectFrom('upkeep').selectAll().execute()
  return Object.fromEntries(rows.map(({ task, done_at: doneAt }) => [task, doneAt]))
}
