import { expect, it } from 'vitest'
import type { QuizItem } from '#activities/quiz/schema'
import { pictureOfRound, Rounds } from './rounds'

const item: QuizItem = {
  id: 'q1', objective: 'o', question: 'What could Ali do?',
  options: [
    { id: 'tell', text: 'Tell somebody', feedback: 'That helps.', correct: true },
    { id: 'wait', text: 'Wait', feedback: 'It may go on.' },
    { id: 'hide', text: 'Hide it', feedback: 'It stays with Ali.' },
  ],
}
const asked = { lesson: 'lying-online-9-11', locale: 'en', item }
const never = () => false
/** The class has not done the quiz. */
const nobody = { pupils: new Set<string>(), shown: null }
const saidBy = (...options: readonly string[]) => new Map(options.map((option, index) => [`pupil ${String(index).padStart(2, '0')}`, option]))
const times = (count: number, option: string) => Array.from({ length: count }, () => option)

it('a class says in words what it chose, from ten on, in whole steps of five', () => {
  expect(pictureOfRound(item, saidBy(...times(9, 'tell')), never).picture).toBeNull()
  const { picture } = pictureOfRound(item, saidBy(...times(6, 'tell'), ...times(3, 'wait'), 'hide', ...times(4, 'wait')), never)
  expect(picture).toEqual({
    over: 10,
    said: {
      'option q1 tell': { of: 10, word: 3 },
      'option q1 wait': { of: 10, word: 1 },
      'option q1 hide': { of: 10, word: 0 },
    },
  })
})

it('who passed is counted among those who answered, and never shown', () => {
  const { picture } = pictureOfRound(item, saidBy(...times(5, 'tell'), ...times(5, '-')), never)
  expect(Object.keys(picture?.said ?? {})).toEqual(['option q1 tell', 'option q1 wait', 'option q1 hide'])
})

it('a step that is left out by lot is held back, as one that is too small', () => {
  expect(pictureOfRound(item, saidBy(...times(10, 'tell')), () => true).picture).toBeNull()
})

it('pupils answer and change their minds until it is shown; the board says how many and never who', () => {
  const rounds = new Rounds()
  const { id } = rounds.begin('c1', asked)
  expect(rounds.forPupil('c1', 'p1')).toMatchObject({ id, hasAnswered: false, right: null, question: 'What could Ali do?' })
  expect(rounds.answer('c1', 'p1', { round: id, option: 'wait' })?.hasAnswered).toBe(true)
  // Whoever has the pupil's pictures, their teacher for one, can ask as they can.
  expect(JSON.stringify(rounds.forPupil('c1', 'p1'))).toBe(
    JSON.stringify({ ...rounds.answer('c1', 'p1', { round: id, option: 'tell' }), hasAnswered: true }),
  )
  expect(rounds.answer('c1', 'p2', { round: 'of before', option: 'tell' })?.hasAnswered).toBe(false)
  expect(rounds.answer('c1', 'p2', { round: id, option: 'none of these' })?.hasAnswered).toBe(false)
  expect(rounds.onBoard('c1')).toMatchObject({ answered: 1, isShown: false, options: [] })
  const shown = rounds.show('c1', nobody)
  expect(shown?.options.map(option => [option.id, option.isRight, option.word])).toEqual([
    ['tell', true, null], ['wait', false, null], ['hide', false, null],
  ])
  expect(rounds.answer('c1', 'p2', { round: id, option: 'hide' })).toMatchObject({ hasAnswered: false, right: { id: 'tell', feedback: 'That helps.' } })
  expect(rounds.onBoard('c1')?.answered).toBe(1)
  expect(JSON.stringify(rounds.onBoard('c1'))).not.toContain('p1')
})

it('what was said is gone once it is counted, when another question begins, at the end, and when nobody asks any more', () => {
  const rounds = new Rounds()
  const first = rounds.begin('c1', asked, 0)
  rounds.answer('c1', 'p1', { round: first.id, option: 'wait' }, 0)
  rounds.show('c1', nobody, 0)
  expect(rounds.forPupil('c1', 'p1', 0)?.hasAnswered).toBe(true)
  const second = rounds.begin('c1', asked, 0)
  expect(rounds.onBoard('c1', 0)?.answered).toBe(0)
  // Of a board whose question has made way for another one's.
  rounds.end('c1', first.id)
  expect(rounds.onBoard('c1', 0)?.id).toBe(second.id)
  rounds.end('c1', second.id)
  expect([rounds.onBoard('c1', 0), rounds.forPupil('c1', 'p1', 0)]).toEqual([null, null])
  rounds.begin('c1', asked, 0)
  expect(rounds.forPupil('c2', 'p9', 0)).toBeNull()
  expect(rounds.forPupil('c1', 'p1', 3 * 60_000)).toBeNull()
})

it('a board that is away for a minute finds its question; one that sleeps or is shut leaves it for two, and pupils are told so', () => {
  const rounds = new Rounds()
  const { id } = rounds.begin('c1', asked, 0)
  rounds.answer('c1', 'p1', { round: id, option: 'tell' }, 1_000)
  // What pupils ask does not keep it.
  expect(rounds.forPupil('c1', 'p1', 115_000)?.hasAnswered).toBe(true)
  expect(rounds.onBoard('c1', 119_000)?.answered).toBe(1)
  expect(rounds.onBoard('c1', 180_000)?.answered).toBe(1)
  expect([rounds.hasBoardGone('c1', 299_000), rounds.forPupil('c1', 'p1', 299_000)?.id]).toEqual([false, id])
  expect([rounds.forPupil('c1', 'p1', 301_000), rounds.hasBoardGone('c1', 301_000), rounds.hasBoardGone('c2', 301_000)]).toEqual([null, true, false])
  expect(rounds.onBoard('c1', 301_000)).toBeNull()
  // Not for ever, and not where another question has begun, or was ended by somebody.
  expect(rounds.hasBoardGone('c1', 301_000 + 11 * 60_000)).toBe(false)
  rounds.begin('c1', asked, 1_000_000)
  expect([rounds.onBoard('c1', 1_200_000), rounds.hasBoardGone('c1', 1_200_000)]).toEqual([null, true])
  const last = rounds.begin('c1', asked, 1_200_000)
  expect(rounds.hasBoardGone('c1', 1_200_000)).toBe(false)
  rounds.end('c1', last.id)
  expect(rounds.hasBoardGone('c1', 1_200_000)).toBe(false)
})

it('a board that says it goes ends its question soon, unless it is only loaded anew; another one\'s it leaves alone', () => {
  const rounds = new Rounds()
  const { id } = rounds.begin('c1', asked, 0)
  rounds.boardGoes('c1', 'another', 0)
  expect(rounds.forPupil('c1', 'p1', 31_000)?.id).toBe(id)
  rounds.boardGoes('c1', id, 31_000)
  // Loaded anew.
  expect(rounds.onBoard('c1', 60_000)?.id).toBe(id)
  expect(rounds.forPupil('c1', 'p1', 100_000)?.id).toBe(id)
  rounds.boardGoes('c1', id, 100_000)
  expect(rounds.forPupil('c1', 'p1', 129_000)?.id).toBe(id)
  expect([rounds.forPupil('c1', 'p1', 131_000), rounds.hasBoardGone('c1', 131_000)]).toEqual([null, true])
  // What is shown is over already: nobody is told that it stopped.
  rounds.show('c1', nobody, 200_000)
  const { id: next } = rounds.begin('c1', asked, 200_000)
  rounds.show('c1', nobody, 200_000)
  rounds.boardGoes('c1', next, 200_000)
  expect([rounds.forPupil('c1', 'p1', 231_000), rounds.hasBoardGone('c1', 231_000)]).toEqual([null, false])
})

it('what nobody asks for any more is forgotten all the same', () => {
  const rounds = new Rounds()
  rounds.begin('c1', asked, 0)
  rounds.forgetOld(121_000)
  expect(rounds.onBoard('c1', 60_000)).toBeNull()
})

/** Asks a class, which answers as it always does. @returns the words by option, or null */
function asks(rounds: Rounds, said: ReadonlyMap<string, string>, now = 0, classId = 'c1') {
  const { id } = rounds.begin(classId, asked, now)
  for (const [pupil, option] of said) rounds.answer(classId, pupil, { round: id, option }, now)
  const words = rounds.show(classId, nobody, now)?.options.map(({ word }) => word)
  return words?.every(word => word === null) ? null : words
}

it('asked the same again says of the same pupils what they chose, or nothing: with one more in it, two pictures would tell on that one', () => {
  const rounds = new Rounds(never)
  const all = saidBy('hide', 'hide', ...times(9, 'tell'))
  const without = (pupil: number) => new Map([...all].filter((_, place) => place !== pupil))
  const first = asks(rounds, without(0))
  expect(first).toEqual(['nearly-all', 'few-or-none', 'few-or-none'])
  // The first ten are others now, and two of them chose to hide.
  expect(asks(new Rounds(never), all)).toEqual(['nearly-all', 'few-or-none', 'some'])
  expect(asks(rounds, all)).toEqual(first)
  expect(asks(rounds, without(4))).toBeNull()
  // Another day they have learnt something.
  expect(asks(rounds, all, 25 * 60 * 60_000)).toEqual(['nearly-all', 'few-or-none', 'some'])
})

it('who was counted in the class that they were in today is not counted in another: nobody is in two pictures of one question', () => {
  const rounds = new Rounds(never)
  const all = saidBy('hide', 'hide', ...times(9, 'tell'))
  const [first, second] = [new Map([...all].slice(0, 10)), new Map([...all].slice(1))]
  expect(asks(rounds, first)).toEqual(['nearly-all', 'few-or-none', 'some'])
  // Nine of them and one more are moved to another class.
  expect(asks(rounds, second, 0, 'c2')).toBeNull()
  expect(asks(new Rounds(never), second, 0, 'c2')).toEqual(['nearly-all', 'few-or-none', 'few-or-none'])
  expect(asks(rounds, new Map([...second, ...[...saidBy(...times(9, 'tell'))].map(([id, said]) => [`new ${id}`, said] as const)]), 0, 'c2'))
    .toEqual(['nearly-all', 'few-or-none', 'few-or-none'])
  expect(asks(rounds, second, 25 * 60 * 60_000, 'c2')).toEqual(['nearly-all', 'few-or-none', 'few-or-none'])
})

it('of a class that is asked again by the lot, all of before are counted or none', () => {
  let lots: boolean[] = []
  const rounds = new Rounds(() => lots.shift() ?? false)
  const all = saidBy(...times(12, 'tell'), ...times(3, 'hide'))
  lots = [true]
  const first = asks(rounds, all)
  expect(first).toEqual(['nearly-all', 'few-or-none', 'few-or-none'])
  expect(asks(rounds, all)).toEqual(first)
  lots = [true]
  expect(asks(rounds, all)).toBeNull()
})
