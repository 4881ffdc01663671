import { done, underWay, type Outcome } from '#shared/attempt/score'
import { choicesOn, walk } from '#activities/branching'
import type { StoryAnswer, StoryConfig } from '#activities/story/schema'

/** Done when the path has come to an ending, whichever. */
export function score(config: StoryConfig, answer: StoryAnswer): Outcome {
  return walk(config.scenes, answer).ended ? done : underWay
}

export const chosen = (config: StoryConfig, answer: StoryAnswer) => choicesOn(config.scenes, answer)
