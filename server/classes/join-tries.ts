/** Tries to come in as a pupil: how they are counted, and what a teacher is told of them. */
import { forgive, spent, type Limit } from '../platform/security/rate-limit.ts'
import type { Trouble } from '#shared/api/classes'
import type { Db } from '../platform/database/client.ts'

const DAY = 86_400_000

/**
 * Wrong tries at one child's pictures on devices that the child has never come in from, by code or by card; and on each that they
 * have (docs/threat-model.md).
 */
export const ONE_CHILD: Limit = { tries: 10, window: 10 * DAY }

/** How wrong tries at one pupil's pictures are counted. */
export const pictureTries = (pupilId: string) => ({
  code: `pictures-code:${pupilId}`,
  card: `pictures-card:${pupilId}`,
  letIn: `pictures-let-in:${pupilId}`,
  /** @param device one that this pupil has come in from */
  from: (device: string) => `pictures-from:${device}:${pupilId}`,
})

/** Those that others can use up. */
export const sharedTries = (pupilId: string) => [pictureTries(pupilId).code, pictureTries(pupilId).card]

/** Somebody has the code of a class, and has to wait because of wrong codes from the same address: said once in a while. */
export const heldUp = (classId: string) => `held-up:${classId}`
export const HELD_UP: Limit = { tries: 1, window: 15 * 60_000 }

/** So many wrong tries are no slip of one morning. */
const WORTH_TELLING = 5

/** What a teacher should know of tries to come into a class. Which device, and when, is nowhere. */
export async function troubleOf(
  db: Db,
  classId: string,
  pupils: readonly { readonly id: string, readonly name: string }[],
  now = Date.now(),
): Promise<Trouble> {
  const counts = await spent(
    db,
    pupils.flatMap(({ id }) => sharedTries(id)),
    ONE_CHILD,
    now,
  )
  const [held = 0] = await spent(db, [heldUp(classId)], HELD_UP, now)
  const tried = pupils
    .map(({ id, name }, index) => ({ id, name, most: Math.max(...counts.slice(index * 2, index * 2 + 2)) }))
    .filter(({ most }) => most >= WORTH_TELLING)
  return { tried: tried.map(({ id, name, most }) => ({ id, name, mustWait: most >= ONE_CHILD.tries })), isHeldUp: held > 0 }
}

/** Forgets wrong tries at the pupils of a class. */
export async function forgiveClass(db: Db, classId: string): Promise<void> {
  const pupils = await db.selectFrom('pupil').select('id').where('class_id', '=', classId).execute()
  await forgive(db, heldUp(classId), ...pupils.flatMap(({ id }) => sharedTries(id)))
}
