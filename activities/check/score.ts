import { hasOwnKey } from '#shared/attempt/has-own-key'
import { done, underWay, type Outcome } from '#shared/attempt/score'
import type { CheckAnswer, CheckConfig } from '#activities/check/schema'

/** Done when every item was answered or skipped. What was said is never scored. */
export function score(config: CheckConfig, answer: CheckAnswer): Outcome {
  return config.items.every(item => hasOwnKey(answer, item.id)) ? done : underWay
}

/** Only how many questions are done, in their order. What was said never goes into an attempt. */
export const pack = (answer: CheckAnswer): string => String(Object.keys(answer).length)

/** @returns as many questions as done, without what was said; null for a number that the check cannot have */
export function unpack({ items }: CheckConfig, packed: string): CheckAnswer | null {
  const count = /^\d{1,2}$/.test(packed) ? Number(packed) : -1
  return count < 0 || count > items.length ? null : Object.fromEntries(items.slice(0, count).map(({ id }) => [id, {}]))
}

/** Of two devices the one that is further counts. */
export function meet(_: CheckConfig, kept: CheckAnswer | undefined, given: CheckAnswer): { answer: CheckAnswer, stands: boolean } {
  const stands = Object.keys(given).length > Object.keys(kept ?? {}).length
  return { answer: stands ? given : kept ?? given, stands }
}

/** There is nothing to hide. */
export const hide = (_: CheckConfig, answer: CheckAnswer): CheckAnswer => answer
