import { hasOwnKey } from '#shared/attempt/has-own-key'
import { done, type Outcome } from '#shared/attempt/score'
import { isRemembered, type Remembered } from '#shared/lesson/remembered'
import type { RecapAnswer, RecapConfig } from '#activities/recap/schema'

/** Nobody has to say it again: arriving is enough. */
export function score(): Outcome {
  return done
}

export const chosen = ({ asks }: RecapConfig, answer: RecapAnswer) =>
  asks.flatMap(({ id, options }) => options.filter(option => hasOwnKey(answer, id) && option.id === answer[id]))

/** @returns what is still in memory of the first sitting as an answer, so that nothing has to be pressed; undefined where nothing is */
export function recalled({ asks }: RecapConfig, remembered: Remembered): RecapAnswer | undefined {
  const known = asks.flatMap(({ id, options }) =>
    options.filter(({ remember }) => isRemembered(remember, remembered)).slice(0, 1).map(option => [id, option.id] as const))
  return known.length > 0 ? Object.fromEntries(known) : undefined
}
