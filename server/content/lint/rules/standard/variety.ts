/** No kind of activity comes a third time, and each lesson rehearses what is said to an adult. */
import type { Rule } from '../../rule.ts'

const MOST_OF_A_KIND = 2

export const variety: Rule = {
  name: 'variety',
  check: ({ screens }) => screens.flatMap(({ type }, index) => {
    const before = screens.slice(0, index).filter(other => other.type === type).length
    return before === MOST_OF_A_KIND
      ? [{ path: ['screens', index, 'type'], message: `"${type}" comes a third time: at most ${MOST_OF_A_KIND} of a kind` }]
      : []
  }),
}

export const rehearsal: Rule = {
  name: 'rehearsal',
  check: ({ screens }) => screens.some(screen => screen.type === 'reply' && screen.rounds.some(({ answer }) => answer !== undefined))
    ? []
    : [{ path: ['screens'], message: 'nothing is rehearsed: a lesson has a "reply" in which the pupil says it and an adult answers (rounds with "answer")' }],
}
