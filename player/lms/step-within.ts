import type { Attempt } from '#shared/attempt/attempt'
import type { Outline } from '#shared/lesson/outline'

/** @returns whether nothing happened that a pupil would miss after a reload: same screen, same questions done, same result */
export function isStepWithin({ screens }: Outline, before: Attempt, after: Attempt): boolean {
  return before.screenId === after.screenId && before.score === after.score && before.ended === after.ended
    && screens.every(({ id }) => before.answers[id] === after.answers[id])
}
