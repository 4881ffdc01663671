import { z } from 'zod'
import { id, listOf, screenFields, symbol, text } from '#activities/fields'

/** The route that comes first where life is at risk (content/help). */
const EMERGENCY = 'emergency'

const question = z.strictObject({
  id,
  text,
  answers: listOf(z.strictObject({
    id,
    text,
    picture: symbol.optional(),
    /** The id of a question or of an outcome. */
    next: id,
  }), { min: 2, max: 5 }),
})

const outcome = z.strictObject({
  id,
  title: z.string().trim().min(1).max(80),
  text,
  /** Ids of help routes, the most important first. Those that the lesson's band is not shown are left out. */
  routes: z.array(id).min(1).max(4),
  /** Words to begin with. */
  says: text.optional(),
})

export const config = z
  .strictObject({
    ...screenFields,
    type: z.literal('help-finder'),
    /** Always shown first: an adult nearby is the first help. */
    adult: text,
    questions: listOf(question, { min: 1, max: 8 }),
    outcomes: listOf(outcome, { min: 2, max: 8 }),
  })
  .superRefine(({ questions, outcomes }, context) => {
    const issue = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message })
    const reached = new Set<string>()
    const walk = (place: string, path: readonly string[]) => {
      if (path.includes(place))
        return issue(['questions'], `going on to "${place}" leads round in a circle: ${[...path, place].join(' → ')}`)
      reached.add(place)
      questions.find(question => question.id === place)?.answers.forEach(answer => walk(answer.next, [...path, place]))
    }
    questions.forEach((question, index) => {
      if (outcomes.some(outcome => outcome.id === question.id))
        issue(['questions', index, 'id'], `"${question.id}" is the id of an outcome too`)
      question.answers.forEach(({ next }, place) => {
        if (![...questions, ...outcomes].some(({ id }) => id === next))
          issue(['questions', index, 'answers', place, 'next'], `there is no question or outcome "${next}"`)
      })
    })
    walk(questions[0]?.id ?? '', [])
    questions.forEach(({ id }, index) => reached.has(id) || issue(['questions', index], `no answer leads to "${id}"`))
    outcomes.forEach(({ id }, index) => reached.has(id) || issue(['outcomes', index], `no answer leads to "${id}"`))
    const leadsTo = questions[0]?.answers.map(answer => outcomes.find(({ id }) => id === answer.next)?.routes[0])
    if (!leadsTo?.includes(EMERGENCY))
      issue(
        ['questions', 0],
        `the first question asks whether life is at risk: one of its answers leads straight to an outcome whose first route is "${EMERGENCY}"`,
      )
  })
  .describe(
    'A few questions that lead to the right help. It starts with an adult nearby, and with 999 where life is at risk. Nothing of it is recorded.',
  )

/**
 * The ids of the answers given, in order. They stay in memory.
 * @public used through `schemas`, where knip does not see it behind a quoted key
 */
export const answer = z.array(id).max(8)

export type HelpFinderConfig = z.infer<typeof config>
export type HelpFinderAnswer = z.infer<typeof answer>
