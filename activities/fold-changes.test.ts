import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, newAttempt, type Attempt } from '#shared/attempt'
import { changesBetween, type AttemptChange } from '#shared/attempt-changes'
import { foldChange } from '#activities/fold-changes'
import { drawItems, newGo, pack } from '#activities/quiz/score'
import { isActivity, outlineOf, scoredAnswer } from '#activities/scoring'
import { fixtureLesson } from '../tests/support/fixture-lesson'

const lesson = fixtureLesson()
const outline = outlineOf(lesson)
const quiz = lesson.screens.find(screen => screen.type === 'quiz')
if (quiz?.type !== 'quiz') throw new Error('the fixture has a quiz')

/** What a device may tell: places, marks, goes at the quiz that are begun, half done or done, and things the lesson does not know. */
const screenId = fc.constantFrom(...lesson.screens.map(({ id }) => id), 'unknown')
const quizAnswerOf = ({ seed, go, answered, right }: { seed: number, go: number, answered: number, right: boolean }) => {
  const responses = Object.fromEntries(drawItems(quiz, seed).slice(0, answered).map(({ id, options }) => [id, options.find(option => (option.correct === true) === right)?.id ?? '']))
  return pack({ ...newGo(seed, go), responses })
}
const quizAnswer = fc.record({ seed: fc.constantFrom(1, 2, 3), go: fc.integer({ min: 1, max: 3 }), answered: fc.nat(quiz.draw), right: fc.boolean() }).map(quizAnswerOf)
const sameGo = (right: boolean): AttemptChange => ({ kind: 'answered', screen: quiz.id, packed: quizAnswerOf({ seed: 1, go: 1, answered: 1, right }) })
const change: fc.Arbitrary<AttemptChange> = fc.oneof(
  fc.record({ kind: fc.constant('arrived' as const), screen: screenId }),
  fc.record({ kind: fc.constant('marked' as const), screen: screenId, mark: fc.constantFrom('seen' as const, 'skipped' as const, 'done' as const) }),
  fc.record({ kind: fc.constant('answered' as const), screen: fc.constant(quiz.id), packed: fc.oneof(quizAnswer, fc.constant('1.1.0~nobody*knows')) }),
  fc.constant({ kind: 'finished' as const }),
)
const play = (changes: readonly AttemptChange[], from: Attempt = newAttempt(outline)) => changes.reduce((attempt, next) => foldChange(lesson, outline, attempt, next), from)
/** Everything but the place, which is wherever the last change says. */
const amount = ({ screenId: _, ...rest }: Attempt) => rest

describe('changes that devices tell', () => {
  it('come to the same, in whatever order and however often they arrive', () => {
    fc.assert(fc.property(fc.array(change, { maxLength: 30 }).chain(changes => fc.tuple(fc.constant(changes), fc.shuffledSubarray([...changes, ...changes], { minLength: changes.length * 2 }))), ([changes, again]) => {
      expect(amount(play(again))).toEqual(amount(play(changes)))
    }), {
      numRuns: 500,
      // Two devices, equally far in the same go, with other answers.
      examples: [[[[sameGo(true), sameGo(false)], [sameGo(false), sameGo(true)]]]],
    })
  })

  it('bring the server where the device is', () => {
    const device = [
      { type: 'arrived' as const, screenId: lesson.screens[1]?.id ?? '' },
      { type: 'skipped' as const, screenId: lesson.screens[1]?.id ?? '' },
      { type: 'arrived' as const, screenId: quiz.id },
    ].reduce((attempt, event) => fold(outline, attempt, event), newAttempt(outline))
    const answer = { ...newGo(5), responses: Object.fromEntries(drawItems(quiz, 5).map(({ id, options }) => [id, options.find(({ correct }) => correct)?.id ?? ''])) }
    if (!isActivity(quiz)) throw new Error('a quiz is an activity')
    const after = fold(outline, fold(outline, device, { type: 'answered', screenId: quiz.id, ...scoredAnswer(quiz, answer) }), { type: 'finished' })
    expect(play(changesBetween(newAttempt(outline), after))).toEqual(after)
  })

  it('never take a pupil back to where another tab had stayed', () => {
    const [first = '', second = '', third = ''] = lesson.screens.map(({ id }) => id)
    const ahead = play([{ kind: 'arrived', screen: second, from: first }, { kind: 'arrived', screen: third, from: second }])
    expect(ahead.screenId).toBe(third)
    // The tab that was left on the first screen goes on, and catches up.
    expect(play([{ kind: 'arrived', screen: second, from: first }], ahead).screenId).toBe(third)
    expect(play([{ kind: 'arrived', screen: second, from: first }, { kind: 'arrived', screen: quiz.id, from: second }], ahead).screenId).toBe(quiz.id)
    // Back in the tab where they stand goes back, also in one that has not been loaded since an update.
    expect(play([{ kind: 'arrived', screen: second, from: third }], ahead).screenId).toBe(second)
    expect(play([{ kind: 'arrived', screen: second }], ahead).screenId).toBe(second)
  })

  it('never bring a score that the answers do not', () => {
    const attempt = play([{ kind: 'marked', screen: quiz.id, mark: 'done' }, { kind: 'finished' }])
    expect(attempt).toMatchObject({ score: null })
    expect(attempt.marks[quiz.id]).not.toBe('done')
  })
})
