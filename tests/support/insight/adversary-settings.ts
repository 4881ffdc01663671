/** The classes that the adversary is given: small ones with every way to answer, and some of real size. */
import type { Sheet } from '../../../server/insight/statements.ts'
import { sheetOf } from '../../../server/insight/sheet.ts'
import type { Small } from './adversary.ts'
import { fixtureLesson } from '../lessons/fixture-lesson.ts'

/** Steps of two and a border at a half, so that a word stands for as many counts in four as it does in ten. */
const rules = { least: 4, step: 2, parts: 2 }
const wrongOne = ['right', 'a', '-'] as const
const wrongTwo = ['right', 'a', 'b', '-'] as const

/** Short enough for every change. */
export const smallSchool: readonly Small[] = [
  { pupils: 4, questions: 3, answers: wrongOne, isScored: true, rules, times: [4] },
  { pupils: 4, questions: 2, answers: wrongTwo, isScored: true, rules, times: [1, 2, 3, 4] },
  { pupils: 5, questions: 2, answers: wrongOne, isScored: true, rules, times: [4, 5] },
  { pupils: 6, questions: 1, answers: wrongTwo, isScored: true, rules, times: [4, 6] },
  { pupils: 6, questions: 1, answers: ['a', 'b', '-'], isScored: false, rules: { ...rules, least: 2 }, times: [2, 4, 6] },
]

/** Some minutes each. */
export const largerSchool: readonly Small[] = [
  { pupils: 5, questions: 2, answers: wrongTwo, isScored: true, rules, times: [4, 5] },
  { pupils: 6, questions: 2, answers: wrongOne, isScored: true, rules, times: [4, 6] },
  { pupils: 6, questions: 2, answers: ['a', 'b', '-'], isScored: false, rules, times: [4, 6] },
  { pupils: 4, questions: 3, answers: wrongOne, isScored: true, rules: { ...rules, least: 2 }, times: [2, 4] },
  { pupils: 5, questions: 3, answers: wrongOne, isScored: true, rules, times: [4, 5] },
]

/** A quiz that asks everybody everything, which is the worst case, and one that draws half of a pool. */
function sheets(): readonly { readonly sheet: Sheet, readonly asked: number }[] {
  const base = fixtureLesson()
  const beliefs = ['one', 'two', 'three', 'four'].map(id => ({ id, text: id }))
  const quizOf = (pool: number) =>
    sheetOf(
      fixtureLesson({
        misconceptions: beliefs,
        screens: base.screens.map(screen =>
          screen.type !== 'quiz'
            ? screen
            : {
                ...screen,
                pool: Array.from({ length: pool }, (_, index) => ({
                  ...(screen.pool[0] as (typeof screen.pool)[number]),
                  id: `item-${index}`,
                  options: ['right', 'first', 'second'].map((id, place) => ({
                    id,
                    text: id,
                    feedback: id,
                    ...(place === 0 ? { correct: true as const } : { misconception: beliefs[(index + place) % beliefs.length]?.id ?? '' }),
                  })),
                })),
              },
        ),
      }),
      'quiz',
    )
  return [{ sheet: quizOf(8), asked: 8 }, { sheet: quizOf(16), asked: 8 }]
}

/** @returns so many classes of 10 to 30 pupils, always the same */
export function wholeClasses(
  count: number,
): { readonly sheet: Sheet, readonly asked: number, readonly pupils: number, readonly seed: number }[] {
  const both = sheets()
  return Array.from({ length: count }, (_, seed) => ({
    ...(both[seed % both.length] as (typeof both)[number]),
    pupils: 10 + ((seed * 7) % 21),
    seed,
  }))
}
