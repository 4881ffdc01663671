import { done, type Outcome } from '#shared/attempt/score'

/** There is nothing to be done right: whoever only thinks about it has done it. */
export function score(): Outcome {
  return done
}
