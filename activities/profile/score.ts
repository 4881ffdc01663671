import { hasOwnKey } from '#shared/attempt/has-own-key'
import { done, underWay, type Outcome } from '#shared/attempt/score'
import type { ProfileAnswer, ProfileConfig } from '#activities/profile/schema'

/** Done when every profile has a verdict; which one is not scored, and neither is what was overlooked. */
export function score(config: ProfileConfig, answer: ProfileAnswer): Outcome {
  return config.profiles.every(profile => hasOwnKey(answer, profile.id) && answer[profile.id]?.verdict !== undefined) ? done : underWay
}
