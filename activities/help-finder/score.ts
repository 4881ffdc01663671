import { done, type Outcome } from '#shared/attempt/score'
import type { HelpFinderAnswer, HelpFinderConfig } from '#activities/help-finder/schema'

/** Looking for help is never a task. */
export function score(): Outcome {
  return done
}

/**
 * Follows the answers from the first question.
 * An answer that the question does not offer ends the walk there, so that a path from elsewhere never throws.
 */
export function follow({ questions, outcomes }: HelpFinderConfig, path: HelpFinderAnswer) {
  let question = questions[0]
  for (const given of path) {
    const next = question?.answers.find(answer => answer.id === given)?.next
    if (next === undefined) break
    const outcome = outcomes.find(({ id }) => id === next)
    if (outcome) return { question: undefined, outcome }
    question = questions.find(({ id }) => id === next)
  }
  return { question, outcome: undefined }
}
