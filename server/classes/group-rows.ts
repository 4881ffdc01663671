/** Groups of a class: named sets of its pupils, only for assigning. */
import type { ClassGroup } from '#shared/api/classes'
import { byName } from '#shared/people/by-name'
import type { Db } from '../platform/database/client.ts'

/** @returns the groups of some classes that can be chosen, by class, in order of their names */
export async function groupsOf(db: Db, classIds: readonly string[]): Promise<ReadonlyMap<string, readonly ClassGroup[]>> {
  if (classIds.length === 0) return new Map()
  const groups = await db
    .selectFrom('class_group')
    .select(['id', 'class_id', 'name'])
    .where('class_id', 'in', classIds)
    .where('removed_at', 'is', null)
    .execute()
  const members = await db
    .selectFrom('class_group_pupil')
    .innerJoin('class_group', 'class_group.id', 'group_id')
    .select(['group_id', 'pupil_id'])
    .where('class_id', 'in', classIds)
    .execute()
  const membersOf = Map.groupBy(members, row => row.group_id)
  return new Map(
    [...Map.groupBy([...groups].sort(byName), row => row.class_id)].map(([classId, own]) => [
      classId,
      own.map(({ id, name }) => ({ id, name, pupilIds: (membersOf.get(id) ?? []).map(row => row.pupil_id) })),
    ]),
  )
}
