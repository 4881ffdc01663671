/** The answers of a quiz as an LMS can hold them, one by one. Asked for only where the exporting school wants single answers reported. */
import type { Interaction } from '#shared/scorm/interaction'
import type { QuizAnswer, QuizConfig } from '#activities/quiz/schema'
import { isCorrect } from '#activities/quiz/score'

/**
 * @returns what was answered in this go, in the order of answering, each with a key that no other answer of the lesson has.
 * Skipped questions are left out: there is nothing to report of them.
 */
export function interactionsOf(config: QuizConfig, answer: QuizAnswer): (Interaction & { readonly key: string })[] {
  return Object.entries(answer.responses).flatMap(([itemId, response]) => {
    const item = config.pool.find(({ id }) => id === itemId)
    const right = item?.options.find(option => option.correct)
    if (!item || !right || !item.options.some(({ id }) => id === response)) return []
    return [{
      key: `${answer.go}.${itemId}`,
      id: `${config.id}.${itemId}`,
      description: item.question,
      response,
      correctResponse: right.id,
      isCorrect: isCorrect(item, response),
    }]
  })
}
