import { describe, expect, it } from 'vitest'
import { seededRandom } from '#shared/attempt/random'
import { countedIn, exhaust, looksAt, secondAnswers, shownOfClass, someClass, smallSheet } from '../../tests/support/insight/adversary'
import { wholeClasses, smallSchool } from '../../tests/support/insight/adversary-settings'
import { certainFromBoth, days, playDay } from '../../tests/support/insight/twice'
import { RULES } from './statements'

describe('somebody who knows who was done when and with how many right, and looks at everything', () => {
  it.each(smallSchool)(
    'finds two answers for everybody, however a small class answers: $pupils pupils, $questions questions, looked at at $times',
    (setting) => {
      const { findings, shown } = exhaust(setting)
      expect(findings).toEqual([])
      expect(shown).toBeGreaterThan(20)
    },
  )

  it('is certain of the one in so many, where counts are shown beside totals by name', () => {
    const sheet = smallSheet({ questions: 1, answers: ['right', 'a', '-'], isScored: true })
    const truth = [[0], [0], [0], [1]]
    expect(
      secondAnswers(
        sheet,
        truth,
        world => JSON.stringify(world.map(row => row[0] === 1).filter(Boolean).length) + JSON.stringify(world.map(row => row[0] === 0)),
        seededRandom(1),
      ),
    ).toEqual([
      { pupil: 3, question: 0, only: 'a' },
      { pupil: 3, question: -1, only: 'belief a' },
    ])
  })

  it.each(wholeClasses(6))('finds two answers for everybody in a class of $pupils, seed $seed', ({ sheet, pupils, asked, seed }) => {
    const truth = someClass(sheet, { pupils, asked, seed })
    const { outlet } = shownOfClass(sheet, truth, seed, RULES)
    expect(secondAnswers(sheet, truth, outlet, seededRandom(seed))).toEqual([])
  })

  it.each(wholeClasses(6))('sees nothing of up to four who catch up after the class was shown: $pupils pupils, seed $seed', ({ sheet, asked, seed }) => {
    const never = () => false
    const [first, late] = [someClass(sheet, { pupils: 10, asked, seed }), someClass(sheet, { pupils: 4, asked, seed: seed + 100 })]
    const before = looksAt(sheet, countedIn(sheet, first), [10], never, RULES)
    for (const count of [1, 2, 3, 4])
      expect(looksAt(sheet, countedIn(sheet, [...first, ...late.slice(0, count)]), [10, 10 + count], never, RULES)).toEqual(before)
  })
})

describe('somebody who knows that a class answers alike in the quiz and together', () => {
  const pupils = Array.from({ length: 11 }, (_, place) => `pupil ${place}`)

  it('is certain of those who are in one of two pictures alone, were both made of whoever is there', () => {
    expect(certainFromBoth(pupils.slice(0, 10), pupils.slice(1, 11)).certain).toBeGreaterThan(10)
  })

  it('is certain of nobody, whoever is away when the class answers together', () => {
    const some = days.filter(({ shown }) => shown === 10)
    expect(some.map(day => playDay(day).byRule.certain)).toEqual(some.map(() => 0))
  })
})
