/** Arbitrary lessons, attempts and events for property tests. */
import fc from 'fast-check'
import { fold, newAttempt, type Attempt, type LessonEvent } from '#shared/attempt/attempt'
import { completions, type Outline } from '#shared/lesson/outline'
import { ID_LIMIT, SCREEN_LIMIT } from '#shared/attempt/suspend-data'

/** Ids as the schema allows them, among them some that every JavaScript object inherits. */
const id = fc.oneof(
  fc.stringMatching(/^[a-z0-9]{1,12}(?:-[a-z0-9]{1,8}){0,2}$/).filter(text => text.length <= ID_LIMIT),
  fc.constantFrom('constructor', 'valueof', 'hasownproperty', 'a'.repeat(ID_LIMIT)),
)

export const outline: fc.Arbitrary<Outline> = fc.record({
  lessonId: fc.constant('lying-online-9-11'),
  lessonVersion: fc.integer({ min: 1, max: 9999 }),
  passMark: fc.option(fc.integer({ min: 1, max: 100 })),
  ids: fc.uniqueArray(id, { minLength: 2, maxLength: SCREEN_LIMIT }),
  quizAt: fc.nat(),
  completion: fc.constantFrom(...completions),
}).map(({ lessonId, lessonVersion, passMark, ids, quizAt, completion }) => ({
  lessonId,
  completion,
  lessonVersion,
  passMark,
  screens: ids.map((screenId, index) => {
    const isQuiz = index === quizAt % ids.length
    return { id: screenId, records: isQuiz ? 'answer' : 'completion', graded: isQuiz, doneOnArrival: !isQuiz && index % 3 === 0 }
  }),
}))

const score = fc.integer({ min: 1, max: 20 }).chain(max => fc.record({ points: fc.integer({ min: 0, max }), max: fc.constant(max) }))

/** Events of this lesson, and some that name screens it does not have. */
export function eventsOf(outline: Outline): fc.Arbitrary<LessonEvent[]> {
  const screenId = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...outline.screens.map(screen => screen.id)) },
    { weight: 1, arbitrary: id },
  )
  const event = fc.oneof(
    { weight: 5, arbitrary: fc.record({ type: fc.constant('arrived' as const), screenId }) },
    {
      weight: 5,
      arbitrary: fc.record({
        type: fc.constant('answered' as const),
        screenId,
        packed: fc.option(fc.stringMatching(/^[A-Za-z0-9_.~*-]{1,60}$/)),
        outcome: fc.record({ complete: fc.boolean(), score: fc.option(score), ended: fc.boolean() }),
      }),
    },
    { weight: 2, arbitrary: fc.record({ type: fc.constant('skipped' as const), screenId }) },
    { weight: 1, arbitrary: fc.constant({ type: 'finished' as const }) },
  )
  return fc.array(event, { maxLength: 60 })
}

export function play(outline: Outline, events: readonly LessonEvent[]): Attempt {
  return events.reduce((attempt, event) => fold(outline, attempt, event), newAttempt(outline))
}

/** A lesson, what a pupil did in it, and where that led. */
export const played = outline.chain(outline => eventsOf(outline).map(events => ({ outline, events, attempt: play(outline, events) })))
