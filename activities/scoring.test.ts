import { describe, expect, it } from 'vitest'
import { foldChange, problemOf, withoutChoices } from '#activities/fold-changes'
import { drawItems, hide, learn, meet, newGo, pack, score } from '#activities/quiz/score'
import type { QuizAnswer } from '#activities/quiz/schema'
import { isActivity } from '#activities/is-activity'
import type { Screen } from '#activities/lesson'
import { schemas } from '#activities/schemas'
import {
  hiddenAnswer, isComplete, learnedAnswer, metAnswer, outlineOf, scoredAnswer, unpackedAnswer,
} from '#activities/scoring'
import { newAttempt } from '#shared/attempt/attempt'
import { fixtureLesson } from '../tests/support/lessons/fixture-lesson'

const lesson = fixtureLesson()
const outline = outlineOf(lesson)
const [, choice, , quiz] = lesson.screens
if (choice?.type !== 'choice' || quiz?.type !== 'quiz') throw new Error('the fixture has a choice and a quiz')

/** One go in which the first so many questions were answered, each by this option. */
const goOf = (answered: number, option = 'tell', more: Partial<QuizAnswer> = {}): QuizAnswer => {
  const go = { ...newGo(5), ...more }
  return { ...go, responses: Object.fromEntries(drawItems(quiz, go.seed).slice(0, answered).map(({ id }) => [id, option])) }
}

describe('what a lesson is to the core', () => {
  it('is its screens: the opening and the ending done on arrival, practice recorded as done, the quiz with its answers', () => {
    expect(outlineOf(lesson, { completion: 'screens', endedCompletes: true })).toEqual({
      lessonId: 'lying-online-9-11', lessonVersion: 3, passMark: 70, completion: 'screens', endedCompletes: true,
      screens: [
        { id: 'opening', records: 'nothing', graded: false, doneOnArrival: true },
        { id: 'first-clue', records: 'completion', graded: false, doneOnArrival: false },
        { id: 'chat-kicka', records: 'completion', graded: false, doneOnArrival: false },
        { id: 'quiz', records: 'answer', graded: true, doneOnArrival: false },
        { id: 'ending', records: 'nothing', graded: false, doneOnArrival: true },
      ],
    })
    expect(lesson.screens.map(isActivity)).toEqual([false, true, true, true, false])
  })

  it('records an answer of the quiz alone, and of what is only thought about not even that it was done', () => {
    const screens = Object.keys(schemas).map(type => ({ id: type, type }) as unknown as Screen)
    const outlines = outlineOf({ ...lesson, screens }).screens
    const those = (isMeant: (screen: (typeof outlines)[number]) => boolean) => outlines.filter(isMeant).map(({ id }) => id).sort()
    expect(outlines.length).toBeGreaterThan(20)
    expect(those(({ records }) => records === 'nothing')).toEqual(['help-finder', 'helpers', 'recap', 'scale'])
    expect(those(({ records }) => records === 'answer')).toEqual(['quiz'])
    expect(those(({ records }) => records === 'place')).toEqual(['check'])
    expect(those(({ records }) => !['nothing', 'answer', 'place', 'completion'].includes(records))).toEqual([])
    expect(those(({ graded }) => graded)).toEqual(['quiz'])
    expect(those(({ graded }) => graded !== true && graded !== false)).toEqual([])
    expect(those(({ doneOnArrival }) => doneOnArrival)).toEqual(['content', 'help-finder', 'helpers', 'recap', 'scale'])
    expect(those(({ doneOnArrival }) => doneOnArrival !== true && doneOnArrival !== false)).toEqual([])
  })
})

describe('an answer to practice', () => {
  it('leaves nothing of what was chosen, and cannot be read, hidden or learnt', () => {
    expect(scoredAnswer(choice, 'a')).toEqual({ packed: null, outcome: { complete: true, score: null, ended: false } })
    expect(metAnswer(choice, undefined, 'a')).toEqual(scoredAnswer(choice, 'a'))
    expect([unpackedAnswer(choice, 'a'), hiddenAnswer(choice, 'a'), learnedAnswer(choice, 'a', 'b')]).toEqual([null, null, 'a'])
  })

  it('completes it; none does not, but where there is nothing to do', () => {
    expect([
      isComplete(choice, 'a'), isComplete(choice, undefined), isComplete(quiz, undefined), isComplete(quiz, goOf(3)),
    ]).toEqual([true, false, false, true])
    const reading = { id: 'read', type: 'content' as const, title: 'Read', blocks: [] }
    expect(isComplete(reading as unknown as typeof choice, undefined)).toBe(true)
  })
})

describe('a change that a device tells', () => {
  const good = pack(goOf(1))

  it.each([
    [{ kind: 'finished' }, null],
    [{ kind: 'arrived', screen: 'chat-kicka' }, null],
    [{ kind: 'marked', screen: 'quiz', mark: 'done' }, null],
    [{ kind: 'answered', screen: 'quiz', packed: good }, null],
    [{ kind: 'arrived', screen: 'gone' }, 'unknown-screen'],
    [{ kind: 'answered', screen: 'gone', packed: good }, 'unknown-screen'],
    [{ kind: 'answered', screen: 'quiz', packed: 'nonsense' }, 'impossible'],
    [{ kind: 'answered', screen: 'first-clue', packed: 'a' }, 'impossible'],
    [{ kind: 'answered', screen: 'opening', packed: good }, 'impossible'],
  ] as const)('%j has the problem %j, and changes nothing where it has one', (change, problem) => {
    expect(problemOf(lesson, outline, change)).toBe(problem)
    const before = newAttempt(outline)
    if (problem !== null) expect(foldChange(lesson, outline, before, change)).toBe(before)
  })

  it('is told back as done only, with the answers that are no choice', () => {
    const attempt = {
      ...newAttempt(outline), marks: { opening: 'done', 'first-clue': 'seen', 'chat-kicka': 'skipped' } as const,
      answers: { quiz: good, opening: good, gone: good },
    }
    expect(withoutChoices(lesson, attempt)).toMatchObject({ marks: { opening: 'done' }, answers: { quiz: pack(hide(quiz, goOf(1))) } })
    expect(Object.keys(withoutChoices(lesson, attempt).answers)).toEqual(['quiz'])
  })
})

describe('two answers to the quiz', () => {
  it('of different goes: the later stands, then the one with more in it, then the one that was ended, then the larger seed', () => {
    const stands = (kept: QuizAnswer, given: QuizAnswer) => meet(quiz, kept, given).stands
    const ranked = [
      goOf(3), goOf(1, 'tell', { go: 2, seed: 9 }), goOf(2, 'tell', { go: 2, seed: 1 }), goOf(2, 'tell', { go: 2, seed: 2, ended: true }),
      goOf(2, 'tell', { go: 2, seed: 3, ended: true }),
    ]
    for (const [index, older] of ranked.entries()) {
      for (const newer of ranked.slice(index + 1)) expect([stands(older, newer), stands(newer, older)]).toEqual([true, false])
    }
    expect(meet(quiz, undefined, ranked[0] ?? goOf(0)).stands).toBe(true)
  })

  it('of one go come together, and what a device cannot know is not believed', () => {
    const told = { ...goOf(3, 'keep'), total: 3, ended: true }
    expect(meet(quiz, undefined, told).answer).not.toHaveProperty('total')
    const { answer, stands } = meet(quiz, goOf(1), told)
    expect(stands).toBe(true)
    expect([answer.ended, Object.values(answer.responses)]).toEqual([true, ['tell', 'keep', 'keep']])
    expect(score(quiz, answer).score).toEqual({ points: 1, max: 3 })
    expect(meet(quiz, undefined, goOf(2, '_')).answer.responses).toEqual({})
    expect(Object.values(meet(quiz, goOf(2, '_'), goOf(2, 'tell')).answer.responses)).toEqual(['tell', 'tell'])
  })

  it('leave an older one scored, and not in the place of the newer', () => {
    const newer = pack(goOf(1, 'tell', { go: 2 }))
    expect(metAnswer(quiz, newer, goOf(3))).toEqual({
      packed: null, outcome: { complete: true, score: { points: 3, max: 3 }, ended: false },
    })
    expect(metAnswer(quiz, 'nonsense', goOf(3)).packed).toBe(pack(goOf(3)))
  })
})

describe('what a device learns of the quiz', () => {
  it('is the total of the same go; a quiz that went on elsewhere, whole; and nothing where nothing was counted', () => {
    const mine = goOf(3, '_')
    expect(learn(mine, { ...goOf(3, '_'), total: 2 })).toEqual({ ...mine, total: 2 })
    expect(learn(mine, goOf(3, '_'))).toBe(mine)
    for (const other of [goOf(1, '_', { go: 2 }), goOf(1, '_', { seed: 6 })]) expect(learn(mine, other)).toBe(other)
    expect(learnedAnswer(quiz, pack(mine), pack({ ...mine, total: 2 }))).toBe(pack({ ...mine, total: 2 }))
    expect([learnedAnswer(quiz, 'x', pack(mine)), learnedAnswer(quiz, pack(mine), 'x')]).toEqual(['x', pack(mine)])
  })

  it('has nothing in it of what was chosen', () => {
    expect(hide(quiz, goOf(2))).toEqual(goOf(2, '_'))
    expect(hide(quiz, goOf(3))).toEqual({ ...goOf(3, '_'), total: 3 })
    expect([
      score(quiz, goOf(3, '_')), score(quiz, { ...goOf(3, '_'), total: 9 }).score,
    ]).toEqual([{ complete: true, score: null, ended: false }, { points: 3, max: 3 }])
    expect([hiddenAnswer(quiz, pack(goOf(2))), hiddenAnswer(quiz, 'x')]).toEqual([pack(goOf(2, '_')), null])
  })
})
