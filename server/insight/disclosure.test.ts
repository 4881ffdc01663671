import { describe, expect, it } from 'vitest'
import type { Lesson } from '#activities/lesson'
import { fixtureLesson } from '../../tests/support/lessons/fixture-lesson'
import { countedIn, looksAt, smallSheet, someClass } from '../../tests/support/insight/adversary'
import { lookFurther, newest, pictureOf, stepsAhead } from './disclosure'
import { rangeOf, RULES, wordFor, type Counted, type Known } from './statements'
import { sheetOf } from './sheet'

describe('what may be said', () => {
  const sheet = smallSheet({ questions: 3, answers: ['right', 'a', 'b', '-'], isScored: true })
  const never = () => false
  /** Some right, some of this and some of that. */
  const some = (pupils: number, turn = 0) =>
    Array.from({ length: pupils }, (_, pupil) =>
      [0, 1, 2].map(question => [0, 0, 1, 0, 2, 3, 1][(pupil * 3 + question * 2 + turn) % 7] ?? 0),
    )

  it('is a word with borders at a fifth, two, three and four fifths', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(count => wordFor(count, 10))).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 4])
    for (const of of [10, 13, 15, 25]) {
      for (let count = 0; count <= of; count++) {
        const [low, high] = rangeOf(wordFor(count, of), of)
        expect(count >= low && count <= high).toBe(true)
      }
    }
  })

  it('begins at ten and goes on in whole steps of five; a rest never enters', () => {
    const shownAt = (entered: number) => newest(looksAt(sheet, countedIn(sheet, some(entered)), [entered], never, RULES))?.over ?? null
    expect([9, 10, 14, 15, 19, 20, 28].map(shownAt)).toEqual([null, 10, 10, 15, 15, 20, 25])
  })

  it('is the newest of all that was ever shown, in whatever order it is kept, and stays where a later step is left out', () => {
    const look = (over: number, isShown = true) => ({ over, picture: isShown ? { over, said: {} } : null })
    expect(newest([look(10), look(20), look(15), look(25, false)])?.over).toBe(20)
    expect(newest([look(10, false)])).toBeNull()
    expect(newest([])).toBeNull()
  })

  it('is looked at from the most pupils down, and never at fewer than were shown, or at what was looked at', () => {
    const known = (count: number): Known[] => Array.from({ length: count }, () => ({ met: [0], right: 1 }))
    const look = (over: number, isShown: boolean) => ({ over, picture: isShown ? { over, said: {} } : null })
    expect(stepsAhead({ known: known(27) }, [])).toEqual([25, 20, 15, 10])
    expect(stepsAhead({ known: known(27) }, [look(25, false), look(15, true)])).toEqual([20])
    expect(stepsAhead({ known: known(9) }, [])).toEqual([])
    // Small classes together are looked at once, whole.
    expect(stepsAhead({ known: known(13), isWhole: true }, [])).toEqual([13])
    expect(stepsAhead({ known: known(13), isWhole: true }, [look(13, false)])).toEqual([])
  })

  it('is looked at once: what was shown or left out of a step stays so', () => {
    const counted = countedIn(sheet, some(12))
    const shown = lookFurther(sheet, counted, [], never)
    expect(shown).toMatchObject([{ over: 10, picture: { over: 10 } }])
    expect(lookFurther(sheet, countedIn(sheet, some(12, 3)), shown, never)).toEqual([])
    const leftOut = lookFurther(sheet, counted, [], () => true)
    expect(leftOut).toEqual([{ over: 10, picture: null }])
    expect(lookFurther(sheet, counted, leftOut, never)).toEqual([])
  })

  it('is withheld where the totals by name would make a wrong answer certain', () => {
    // Eight had all right, and the word "some" for one wrong option leaves only the other two who can have chosen it.
    const truth = Array.from({ length: 10 }, (_, pupil) => pupil < 8 ? [0, 0, 0] : [1, 1, 1])
    expect(lookFurther(sheet, countedIn(sheet, truth), [], never)).toEqual([{ over: 10, picture: null }])
  })

  it('is withheld where an earlier picture would make it certain: from "most" to "nearly all" in five takes all five', () => {
    const check = smallSheet({ questions: 1, answers: ['a', 'b', '-'], isScored: false })
    const truth = Array.from({ length: 15 }, (_, pupil) => [pupil < 7 || pupil >= 10 ? 0 : 1])
    const looks = looksAt(check, countedIn(check, truth, false), [10, 15], never, RULES)
    expect(looks.map(({ over, picture }) => [over, picture !== null])).toEqual([[10, true], [15, false]])
    const late = looksAt(check, countedIn(check, truth, false), [15], never, RULES)
    expect(late.map(({ over, picture }) => [over, picture !== null])).toEqual([[15, true]])
  })

  it('is withheld where it would be certain that somebody was very sure: in five more, all of another answer', () => {
    const base = fixtureLesson()
    const items = ['one', 'two', 'three'].map(id => ({
      id,
      kind: 'knowledge' as const,
      objective: 'spot',
      question: 'What could Sam do?',
      options: [
        { id: 'tell', text: 'Tell', correct: true as const },
        { id: 'keep', text: 'Keep it', misconception: 'secrets' },
        { id: 'wait', text: 'Wait', misconception: 'secrets' },
      ],
    }))
    const check = sheetOf(
      fixtureLesson({
        screens: [
          ...base.screens.slice(0, 1),
          { id: 'check', type: 'check', title: 'Check', form: 'before', items },
          ...base.screens.slice(1),
        ] as Lesson['screens'],
      }),
      'before',
    )
    const place = (answer: string, sure: string) =>
      check.questions[0]?.values.findIndex(value => value.answer === answer && value.sure === sure) ?? -1
    const said = (pupil: number) => pupil < 7 || pupil >= 10 ? place(pupil % 2 === 0 ? 'keep' : 'wait', 'very') : place('tell', '')
    const truth = Array.from({ length: 15 }, (_, pupil) => items.map(() => said(pupil)))
    const looks = looksAt(check, countedIn(check, truth, false), [10, 15], never, RULES)
    expect(looks.map(({ over, picture }) => [over, picture !== null])).toEqual([[10, true], [15, false]])
  })

  it('takes as long to be left out by lot as to be shown', () => {
    let reads = 0
    const known = Array.from({ length: 10 }, (): Known => ({
      get met() {
        reads++
        return [0, 1, 2]
      },
      right: 1,
    }))
    const readsWith = (isLeftOut: boolean) => {
      reads = 0
      lookFurther(sheet, { known, count: () => 3 }, [], () => isLeftOut)
      return reads
    }
    expect(readsWith(true)).toBe(readsWith(false))
  })

  it('depends on nothing but what is known and what the words say', () => {
    const lesson = fixtureLesson()
    const quiz = sheetOf(lesson, 'quiz')
    const truth = someClass(quiz, { pupils: 12, asked: 4, seed: 4 })
    const [look] = lookFurther(quiz, countedIn(quiz, truth), [], never)
    // The same words from other counts: every count is moved inside what its word stands for.
    const moved: Counted = {
      known: countedIn(quiz, truth).known,
      count: (statement, members) => {
        const [low, high] = rangeOf(wordFor(countedIn(quiz, truth).count(statement, members), members.length), members.length)
        return statement.key.length % 2 === 0 ? low : high
      },
    }
    expect(lookFurther(quiz, moved, [], never)).toEqual([look])
  })

  it('is said of a question only where ten have met it, and over whole steps of those', () => {
    const known = (count: number, met: readonly number[]): Known[] => Array.from({ length: count }, () => ({ met, right: 1 }))
    const counted: Counted = { known: [...known(13, [0, 1]), ...known(7, [1, 2])], count: () => 3 }
    const picture = pictureOf(sheet, counted, 20)
    expect(picture.said['option q0 a']).toEqual({ of: 10, word: 1 })
    expect(picture.said['option q1 a']).toEqual({ of: 20, word: 0 })
    expect(picture.said['option q2 a']).toBeUndefined()
  })
})
