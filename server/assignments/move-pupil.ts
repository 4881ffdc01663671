/** A pupil moves to another class, with their work. */
import { MOST_PUPILS } from '#shared/people/pupil-names'
import { Refusal } from '../platform/refusal.ts'
import { activeClass, lockClass, type Viewer } from '../classes/classes.ts'
import { ensureFree, pupilRow, seenPupil } from '../classes/pupils.ts'
import type { Db } from '../platform/database/client.ts'
import { audit } from '../platform/security/audit.ts'
import { takeToldAlong } from '../insight/show-round.ts'
import { takeWorkAlong } from './work-of-movers.ts'

/** To another class that whoever asks can see. Pictures, card, and work at lessons that both classes have, go along. */
export function movePupil(db: Db, viewer: Viewer, pupilId: string, toClassId: string): Promise<void> {
  return db.transaction().execute(async (all) => {
    const { class_id: from } = await pupilRow(all, viewer, pupilId)
    // Both are held, always in the same order: two who move pupils to and fro would wait for each other for ever.
    for (const classId of [from, toClassId].sort()) await lockClass(all, viewer, classId).catch(() => undefined)
    if ((await pupilRow(all, viewer, pupilId)).class_id !== from) throw new Refusal('conflict', 'just-moved')
    const pupil = await seenPupil(all, viewer, pupilId)
    if (from === toClassId) return
    await activeClass(all, viewer, toClassId)
    const { count } = await all
      .selectFrom('pupil')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('class_id', '=', toClassId)
      .executeTakeFirstOrThrow()
    if (Number(count) >= MOST_PUPILS) throw new Refusal('conflict', { key: 'class-full', values: { most: MOST_PUPILS } })
    await ensureFree(all, toClassId, pupilId, pupil.name)
    await takeWorkAlong(all, pupil, toClassId)
    await takeToldAlong(all, from, toClassId)
    await all.deleteFrom('class_group_pupil').where('pupil_id', '=', pupilId).execute()
    await all.updateTable('pupil').set({ class_id: toClassId }).where('id', '=', pupilId).where('school_id', '=', viewer.schoolId).execute()
    await audit(all, viewer, 'pupil.move', `${pupilId} ${toClassId}`)
  })
}
