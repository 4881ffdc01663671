/**
 * One quiz answer as an LMS can hold it, where the exporting school asked for single answers. Limits: SCORM 1.2 RTE §3.4.6 and
 * SCORM 2004 RTE §4.2.9.
 */
import type { CmiPair } from '#shared/scorm/cmi-pair'

/** A choice from a list, which is all that a quiz asks. Ids are those of the lesson. */
export interface Interaction {
  readonly id: string
  /** The question, for the reports of SCORM 2004; 1.2 has no place for it. */
  readonly description: string
  readonly response: string
  readonly correctResponse: string
  readonly isCorrect: boolean
}

/** SPM of `cmi.interactions.n.description` (2004). */
const DESCRIPTION_LIMIT = 250

export function interaction12(index: number, { id, response, correctResponse, isCorrect }: Interaction, answeredAt: Date): CmiPair[] {
  const at = (element: string) => `cmi.interactions.${index}.${element}`
  return [
    [at('id'), identifier(id)],
    [at('type'), 'choice'],
    [at('time'), answeredAt.toTimeString().slice(0, 8)],
    [at('correct_responses.0.pattern'), identifier(correctResponse)],
    [at('weighting'), '1'],
    [at('student_response'), identifier(response)],
    [at('result'), isCorrect ? 'correct' : 'wrong'],
  ]
}

export function interaction2004(
  index: number,
  { id, description, response, correctResponse, isCorrect }: Interaction,
  answeredAt: Date,
): CmiPair[] {
  const at = (element: string) => `cmi.interactions.${index}.${element}`
  return [
    [at('id'), identifier(id)],
    [at('type'), 'choice'],
    // Two decimals and a zone: Moodle refuses none and three.
    [at('timestamp'), answeredAt.toISOString().replace(/\dZ$/, 'Z')],
    [at('correct_responses.0.pattern'), identifier(correctResponse)],
    [at('weighting'), '1'],
    [at('learner_response'), identifier(response)],
    [at('result'), isCorrect ? 'correct' : 'incorrect'],
    [at('description'), [...description].slice(0, DESCRIPTION_LIMIT).join('').slice(0, DESCRIPTION_LIMIT)],
  ]
}

/** Moodle refuses hyphens in choice responses, and no LMS minds an underscore. */
function identifier(id: string): string {
  return id.replace(/-/g, '_')
}
