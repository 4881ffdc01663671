/** Which lesson of a class a look back looks back at. */
import type { Db } from '../platform/database/client.ts'
import type { Assignment } from './assignments.ts'

/**
 * @returns the assignment of the lesson that the same pupils had before it, the last one of several; undefined where this is no look
 * back, or they had it not. What was given to a group says nothing of the class, nor what was removed of anybody
 */
export async function lookedBackAt(
  db: Db,
  { kind, class_id: classId, group_id: groupId, lesson_id: lessonId, opens_on: opensOn }: Assignment,
): Promise<string | undefined> {
  if (kind !== 'booster') return undefined
  const found = await db
    .selectFrom('assignment')
    .select('id')
    .where('class_id', '=', classId)
    .where('group_id', 'is not distinct from', groupId)
    .where('lesson_id', '=', lessonId)
    .where('kind', '=', 'lesson')
    .where('removed_at', 'is', null)
    .where('opens_on', '<=', opensOn)
    .orderBy('opens_on', 'desc')
    .orderBy('place', 'desc')
    .executeTakeFirst()
  return found?.id
}
