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

interface Tried {
  readonly id: string
  readonly name: string
}

/** What a teacher should know of tries to come into a class. Which device, and when, is nowhere. */
export async function troubleOf(db: Db, classId: string, pupils: readonly Tried[], now = Date.now()): Promise<Trouble> {
  const [trouble] = await troubleOfClasses(db, [{ id: classId, pupils }], now)
  return trouble ?? { tried: [], isHeldUp: false }
}

/** As `troubleOf`, in the order of the classes. */
export async function troubleOfClasses(
  db: Db,
  classes: readonly { readonly id: string, readonly pupils: readonly Tried[] }[],
  now = Date.now(),
): Promise<Trouble[]> {
  const ids = classes.flatMap(({ pupils }) => pupils.map(({ id }) => id))
  const counts = await spent(db, ids.flatMap(sharedTries), ONE_CHILD, now)
  const mostOf = new Map(ids.map((id, index) => [id, Math.max(...counts.slice(index * 2, index * 2 + 2))]))
  const held = await spent(db, classes.map(({ id }) => heldUp(id)), HELD_UP, now)
  return classes.map(({ pupils }, index) => ({
    tried: pupils
      .filter(({ id }) => (mostOf.get(id) ?? 0) >= WORTH_TELLING)
      .map(({ id, name }) => ({ id, name, mustWait: (mostOf.get(id) ?? 0) >= ONE_CHILD.tries })),
    isHeldUp: (held[index] ?? 0) > 0,
  }))
}

/** Forgets wrong tries at the pupils of a class. */
export async function forgiveClass(db: Db, classId: string): Promise<void> {
  const pupils = await db.selectFrom('pupil').select('id').where('class_id', '=', classId).execute()
  await forgive(db, heldUp(classId), ...pupils.flatMap(({ id }) => sharedTries(id)))
}
