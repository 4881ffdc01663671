import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, newAttempt, type Attempt } from '#shared/attempt/attempt'
import { changesBetween, type AttemptChange } from '#shared/attempt/attempt-changes'
import { encodeAttempt } from '#shared/attempt/suspend-data'
import { foldChange, withoutChoices, withSums } from '#activities/fold-changes'
import { drawItems, newGo, pack, unpack } from '#activities/quiz/score'
import { isActivity } from '#activities/is-activity'
import { lacksSum, outlineOf, scoredAnswer } from '#activities/scoring'
import { fixtureLesson } from '../tests/support/lessons/fixture-lesson'

const lesson = fixtureLesson()
const outline = outlineOf(lesson)
const quiz = lesson.screens.find(screen => screen.type === 'quiz')
if (quiz?.type !== 'quiz') throw new Error('the fixture has a quiz')

/** What a device may tell: places, marks, goes at the quiz that are begun, half done or done, and things the lesson does not know. */
const screenId = fc.constantFrom(...lesson.screens.map(({ id }) => id), 'unknown')
const quizAnswerOf = ({ seed, go, answered, right }: { seed: number, go: number, answered: number, right: boolean }) => {
  const responses = Object.fromEntries(
    drawItems(quiz, seed)
      .slice(0, answered)
      .map(({ id, options }) => [id, options.find(option => (option.correct === true) === right)?.id ?? '']),
  )
  return pack({ ...newGo(seed, go), responses })
}
/** In one go each question is answered once, so every device tells the same of it. */
const quizAnswer = fc
  .record({ seed: fc.constantFrom(1, 2, 3), go: fc.integer({ min: 1, max: 3 }), answered: fc.nat(quiz.draw) })
  .map(given => quizAnswerOf({ ...given, right: (given.seed + given.go) % 2 === 0 }))
/** One go, each question with the option of that place, or not yet. */
const goOf = (choices: readonly (number | null)[], seed = 7) =>
  pack({
    ...newGo(seed),
    responses: Object.fromEntries(
      drawItems(quiz, seed).flatMap(({ id, options }, index) => {
        const choice = choices[index]
        return choice === null || choice === undefined ? [] : [[id, options[choice % options.length]?.id ?? '']]
      }),
    ),
  })
const answered = (packed: string): AttemptChange => ({ kind: 'answered', screen: quiz.id, packed })
const choice = fc.nat(5)
const wholeGo = fc.array(choice, { minLength: quiz.draw, maxLength: quiz.draw })
const someOfIt = fc.array(fc.option(choice), { minLength: quiz.draw, maxLength: quiz.draw })
const change: fc.Arbitrary<AttemptChange> = fc.oneof(
  fc.record({ kind: fc.constant('arrived' as const), screen: screenId }),
  fc.record({
    kind: fc.constant('marked' as const),
    screen: screenId,
    mark: fc.constantFrom('seen' as const, 'skipped' as const, 'done' as const),
  }),
  fc.record({
    kind: fc.constant('answered' as const),
    screen: fc.constant(quiz.id),
    packed: fc.oneof(quizAnswer, fc.constant('1.1.0~nobody*knows')),
  }),
  fc.constant({ kind: 'finished' as const }),
)
const play = (changes: readonly AttemptChange[], from: Attempt = newAttempt(outline)) =>
  changes.reduce((attempt, next) => foldChange(lesson, outline, attempt, next), from)
/** Everything but the place, which is wherever the last change says. */
const amount = ({ screenId: _, ...rest }: Attempt) => rest

describe('changes that devices tell', () => {
  it('come to the same, in whatever order and however often they arrive', () => {
    fc.assert(
      fc.property(
        fc
          .array(change, { maxLength: 30 })
          .chain(changes =>
            fc.tuple(fc.constant(changes), fc.shuffledSubarray([...changes, ...changes], { minLength: changes.length * 2 })),
          ),
        ([changes, again]) => {
          expect(amount(play(again))).toEqual(amount(play(changes)))
        },
      ),
      { numRuns: 500 },
    )
  })

  it('answer each question of a go once: what was heard first stands, and nothing that is told later shows in what a device gets back', () => {
    fc.assert(
      fc.property(wholeGo, fc.array(someOfIt, { maxLength: 4 }), fc.boolean(), (first, later, ended) => {
        const kept = play([answered(goOf(first))])
        const probed = play(
          later.map(choices => answered(goOf(choices).replace('.0', ended ? '.1' : '.0'))),
          kept,
        )
        expect(amount(probed).answers[quiz.id]?.replace('.1~', '.0~')).toBe(kept.answers[quiz.id])
        expect(probed.score).toEqual(kept.score)
      }),
    )
  })

  it('of a quiz that is begun on one device and ended on another come to the total of both, whatever the second was told', () => {
    fc.assert(fc.property(wholeGo, fc.nat(quiz.draw), (choices, place) => {
      const begun = play([answered(goOf(choices.slice(0, place)))])
      const there = withoutChoices(lesson, begun)
      const hidden = unpack(quiz, there.answers[quiz.id] ?? '')
      const items = drawItems(quiz, 7)
      const chosen = unpack(quiz, goOf(choices))?.responses ?? {}
      const ended = {
        ...(hidden ?? newGo(7)),
        responses: { ...hidden?.responses, ...Object.fromEntries(items.slice(place).map(({ id }) => [id, chosen[id] ?? ''])) },
      }
      if (!isActivity(quiz)) throw new Error('a quiz is an activity')
      const device = fold(outline, there, { type: 'answered', screenId: quiz.id, ...scoredAnswer(quiz, ended) })
      const server = play(changesBetween(there, device), begun)
      expect(server.answers).toEqual(play([answered(goOf(choices))]).answers)
      expect(server.score).toEqual(play([answered(goOf(choices))]).score)
      // Where all of it was done before, its total was told.
      expect(lacksSum(lesson, device)).toBe(place > 0 && place < quiz.draw)
      const learned = withSums(lesson, device, withoutChoices(lesson, server))
      expect([learned.score, lacksSum(lesson, learned)]).toEqual([server.score, false])
    }))
  })

  it('bring the server where the device is', () => {
    const device = [
      { type: 'arrived' as const, screenId: lesson.screens[1]?.id ?? '' },
      { type: 'skipped' as const, screenId: lesson.screens[1]?.id ?? '' },
      { type: 'arrived' as const, screenId: quiz.id },
    ].reduce((attempt, event) => fold(outline, attempt, event), newAttempt(outline))
    const answer = {
      ...newGo(5),
      responses: Object.fromEntries(drawItems(quiz, 5).map(({ id, options }) => [id, options.find(({ correct }) => correct)?.id ?? ''])),
    }
    if (!isActivity(quiz)) throw new Error('a quiz is an activity')
    const after = fold(outline, fold(outline, device, { type: 'answered', screenId: quiz.id, ...scoredAnswer(quiz, answer) }), {
      type: 'finished',
    })
    expect(play(changesBetween(newAttempt(outline), after))).toEqual(after)
  })

  it('never take a pupil back to where another tab had stayed', () => {
    const [first = '', second = '', third = ''] = lesson.screens.map(({ id }) => id)
    const ahead = play([{ kind: 'arrived', screen: second, from: first }, { kind: 'arrived', screen: third, from: second }])
    expect(ahead.screenId).toBe(third)
    // The tab that was left on the first screen goes on, and catches up.
    expect(play([{ kind: 'arrived', screen: second, from: first }], ahead).screenId).toBe(third)
    expect(
      play(
        [
          { kind: 'arrived', screen: second, from: first },
          { kind: 'arrived', screen: quiz.id, from: second },
        ],
        ahead,
      ).screenId,
    ).toBe(quiz.id)
    // Back in the tab where they stand goes back, also in one that has not been loaded since an update.
    expect(play([{ kind: 'arrived', screen: second, from: third }], ahead).screenId).toBe(second)
    expect(play([{ kind: 'arrived', screen: second }], ahead).screenId).toBe(second)
  })

  it('are told back without what was chosen: two pupils who are as far, with the same total, get the same', () => {
    fc.assert(fc.property(someOfIt, someOfIt, (one, other) => {
      const alike = other.map((choice, index) => one[index] === null ? null : choice ?? 0)
      const [mine, theirs] = [one, alike].map(choices => play([{ kind: 'arrived', screen: quiz.id }, answered(goOf(choices))]))
      if (!mine || !theirs || mine.score?.points !== theirs.score?.points) return
      expect(encodeAttempt(withoutChoices(lesson, mine))).toBe(encodeAttempt(withoutChoices(lesson, theirs)))
    }), { numRuns: 500 })
    const looked = play([{ kind: 'marked', screen: lesson.screens[1]?.id ?? '', mark: 'skipped' }, { kind: 'arrived', screen: quiz.id }])
    expect(withoutChoices(lesson, looked)).toEqual({ ...newAttempt(outline), screenId: quiz.id })
  })

  it('never bring a score that the answers do not', () => {
    const attempt = play([{ kind: 'marked', screen: quiz.id, mark: 'done' }, { kind: 'finished' }])
    expect(attempt).toMatchObject({ score: null })
    expect(attempt.marks[quiz.id]).not.toBe('done')
  })
})
