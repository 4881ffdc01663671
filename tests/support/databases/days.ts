/** Retention as a server runs it, by a clock that tests pass in. */
import type { Lesson } from '#activities/lesson'
import type { Db } from '../../../server/platform/database/client.ts'
import { lookAfter, type Look } from '../../../server/school/retention.ts'

const DAY = 24 * 60 * 60_000

/**
 * A server that runs and looks once a day.
 * @param days how many, after `from`; @returns what the last look said, with all that was deleted
 */
export async function daysPass(
  db: Db,
  from: string | Date,
  days: number,
  lessonOf: () => Lesson | undefined = () => undefined,
): Promise<Look> {
  let look = await lookAfter(db, lessonOf, new Date(from), null)
  let [classes, assignments] = [look.classes, look.assignments]
  for (let day = 1; day <= days; day++) {
    look = await lookAfter(db, lessonOf, new Date(new Date(from).getTime() + day * DAY), null)
    classes += look.classes
    assignments += look.assignments
  }
  return { ...look, classes, assignments }
}
