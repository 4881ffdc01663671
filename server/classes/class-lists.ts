/** Takes in class lists: pupils into classes that are there or are made, all at once or not at all, and once however often it is asked. */
import type { ListedClass, TakenClass, TakenList } from '#shared/api/rosters'
import { Refusal } from '../platform/refusal.ts'
import { audit } from '../platform/security/audit.ts'
import type { Db } from '../platform/database/client.ts'
import { activeClass, ensureOwnName, holdSchool, insertClass, type Viewer } from './classes.ts'
import { drawAnew, insertPupils } from './pupils.ts'
import { beginChange, keepWayBack, UNDO_FOR, type WayBack } from './roster-changes.ts'

/** @throws `not-found` where one of them is not of this school, or no longer works there */
export async function ensureColleagues(db: Db, { schoolId }: Viewer, ids: readonly string[]): Promise<void> {
  const wanted = new Set(ids)
  if (wanted.size === 0) return
  const found = await db.selectFrom('staff').select('id').where('school_id', '=', schoolId).where('disabled_at', 'is', null)
    .where('id', 'in', [...wanted]).execute()
  if (found.length < wanted.size) throw new Refusal('not-found', 'no-colleague')
}

/**
 * Whoever asked a second time has not had the answer: the pictures are drawn anew, but for pupils who have come in since.
 * In the transaction that found the change done.
 */
export async function toldAgain(all: Db, secret: string, { made, added }: WayBack): Promise<TakenClass[]> {
  const classes: TakenClass[] = []
  for (const classId of new Set([...Object.keys(added), ...made])) {
    const found = await all.selectFrom('class').select(['id', 'name']).where('id', '=', classId).executeTakeFirst()
    if (!found) continue
    const ids = added[classId] ?? []
    const pupils = ids.length === 0
      ? []
      : await all.selectFrom('pupil').select(['id', 'name']).where('id', 'in', [...ids]).where('class_id', '=', classId)
          .where('id', 'not in', all.selectFrom('pupil_session').select('pupil_id')).execute()
    classes.push({ ...found, isNew: made.includes(classId), pupils: await drawAnew(all, secret, pupils) })
  }
  return classes
}

/**
 * @param id of the request: asked twice, it is done once
 * @throws `conflict` where a new class is called like another, or a class would be too large; `invalid` where a name cannot be taken;
 * `not-found` where a class or a colleague is not there for them
 */
export function takeList(
  db: Db,
  viewer: Viewer,
  secret: string,
  id: string,
  lists: readonly ListedClass[],
  now = new Date(),
): Promise<TakenList> {
  return db.transaction().execute(async (all) => {
    const until = new Date(now.getTime() + UNDO_FOR).toISOString()
    await holdSchool(all, viewer)
    const done = await beginChange(all, viewer, id, 'list', now)
    if (done) return { id, until, classes: await toldAgain(all, secret, done) }
    await ensureColleagues(all, viewer, lists.flatMap(list => list.staffIds))
    const known = lists.filter(list => list.classId !== null)
    // Always in the same order, so that two who take in lists at once do not wait for each other for ever.
    for (const classId of [...new Set(known.map(list => list.classId ?? ''))].sort()) await activeClass(all, viewer, classId)
    const [classes, added, made]: [TakenClass[], Record<string, string[]>, string[]] = [[], {}, []]
    for (const list of lists) {
      if (list.classId === null && !list.again) await ensureOwnName(all, viewer, list.name)
      const classId = list.classId ?? await insertClass(
        all, viewer, { name: list.name, year: list.year, staffIds: list.staffIds.length === 0 ? [viewer.id] : list.staffIds }, now,
      )
      if (list.classId === null) made.push(classId)
      const pupils = await insertPupils(all, viewer, secret, classId, list.names, now)
      added[classId] = [...added[classId] ?? [], ...pupils.map(pupil => pupil.id)]
      const { name } = await all.selectFrom('class').select('name').where('id', '=', classId).executeTakeFirstOrThrow()
      classes.push({ id: classId, name, isNew: list.classId === null, pupils })
    }
    await keepWayBack(all, id, { before: [], after: [], made, added, closed: [] })
    await audit(all, viewer, 'class.list', id)
    return { id, until, classes }
  })
}
