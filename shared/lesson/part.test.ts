import { describe, expect, it } from 'vitest'
import { mayOverlap, partText, readPart, screensOfPart, wholeLesson, type LessonPart } from '#shared/lesson/part'

const first: LessonPart = { kind: 'sitting', sitting: 1 }
const second: LessonPart = { kind: 'sitting', sitting: 2 }
const quiz: LessonPart = { kind: 'quiz' }
const practice = (screen: string): LessonPart => ({ kind: 'practice', screen })
const screens = [
  { id: 'opening', type: 'opening' }, { id: 'clue', type: 'choice' }, { id: 'words', type: 'content' },
  { id: 'again', type: 'recap', startsSitting: true as const }, { id: 'talk', type: 'chat' },
  { id: 'quiz', type: 'quiz' }, { id: 'ending', type: 'ending' },
]
const isPractice = ({ type }: { type: string }) => ['choice', 'chat'].includes(type)
const ids = (part: LessonPart, of: readonly (typeof screens)[number][] = screens) => screensOfPart(of, part, isPractice).map(({ id }) => id).join(' ')

describe('a part of a lesson', () => {
  it.each([wholeLesson, first, second, quiz, practice('our-secret')])('is kept as a text and read again: %o', (part) => {
    expect(readPart(partText(part))).toEqual(part)
  })

  it.each(['', 'sitting-3', 'practice:', 'half', 'quiz2'])('that a text does not say is the whole lesson: "%s"', (text) => {
    expect(readPart(text)).toEqual(wholeLesson)
  })

  it('has the opening before it and the ending with its help after it, whichever it is', () => {
    expect(ids(wholeLesson)).toBe('opening clue words again talk quiz ending')
    expect(ids(first)).toBe('opening clue words ending')
    expect(ids(second)).toBe('opening again talk quiz ending')
    expect(ids(quiz)).toBe('opening quiz ending')
    expect(ids(practice('talk'))).toBe('opening talk ending')
  })

  it('that the lesson has not, or not any more, is the whole lesson: nobody finds an empty one', () => {
    expect(ids(practice('gone'))).toBe(ids(wholeLesson))
    expect(ids(practice('words'))).toBe(ids(wholeLesson))
    const short = screens.filter(({ id }) => !['again', 'quiz'].includes(id))
    for (const part of [first, second, quiz]) expect(ids(part, short), partText(part)).toBe(ids(wholeLesson, short))
  })

  it('may be given after another that it has nothing in common with: the second sitting after the first', () => {
    const parts = { whole: wholeLesson, first, second, quiz, clue: practice('clue'), talk: practice('talk') }
    const apart = Object.entries(parts).flatMap(([a, one]) =>
      Object.entries(parts).filter(([, other]) => !mayOverlap(one, other)).map(([b]) => `${a} ${b}`))
    expect(apart).toEqual([
      'first second', 'first quiz', 'second first', 'quiz first', 'quiz clue', 'quiz talk', 'clue quiz', 'clue talk', 'talk quiz', 'talk clue',
    ])
  })
})
