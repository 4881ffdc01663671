import { options, paragraph, present, type Block } from '#activities/full-text-blocks'
import type { QuizConfig } from '#activities/quiz/schema'

/** The whole pool, whichever of it a pupil is asked, with the right answers. */
export function fullText(config: QuizConfig): Block[] {
  return config.pool.flatMap(item => [...present(item.vignette, paragraph), paragraph(item.question), options(item.options)])
}
