import { describe, expect, it } from 'vitest'
import { chapterFaults, placeInChapter, type Chapter } from './chapters.ts'

const screens = [
  { id: 'opening', chapter: 'meet' as Chapter },
  { id: 'hello' },
  { id: 'clue', chapter: 'notice' as Chapter, startsSitting: true as const },
  { id: 'quiz', chapter: 'quiz' as Chapter },
  { id: 'end' },
]

describe('the chapters of a lesson', () => {
  it('say where a screen stands', () => {
    expect(placeInChapter(screens, 'hello')).toEqual({
      chapter: 'meet', place: 2, of: 2,
      all: [{ chapter: 'meet', state: 'now' }, { chapter: 'notice', state: 'later' }, { chapter: 'quiz', state: 'later' }],
    })
    expect(placeInChapter(screens, 'end')).toMatchObject({ chapter: 'quiz', place: 2, of: 2 })
    expect(placeInChapter(screens, 'clue')?.all.map(({ state }) => state)).toEqual(['done', 'now', 'later'])
  })

  it('are not there where none is named', () => {
    expect(placeInChapter([{ id: 'a' }, { id: 'b', chapter: 'try' }], 'a')).toBeUndefined()
    expect(placeInChapter(screens, 'nowhere')).toBeUndefined()
    expect(chapterFaults([{ id: 'a' }, { id: 'b' }])).toEqual([])
  })

  it('begin once each, the first with the lesson', () => {
    expect(chapterFaults(screens)).toEqual([])
    expect(chapterFaults([{ id: 'a' }, { id: 'b', chapter: 'try' }, { id: 'c', chapter: 'try' }])).toEqual([
      { index: 0, message: 'a lesson with chapters names the first one on its first screen' },
      { index: 2, message: 'the chapter "try" has begun before' },
    ])
  })

  it('let the second sitting begin once, with a chapter', () => {
    const twice = [...screens.slice(0, 3), { id: 'try', chapter: 'try' as Chapter, startsSitting: true as const }]
    expect(chapterFaults(twice)).toEqual([{ index: 3, message: 'a lesson has two sittings, so the second begins once' }])
    expect(chapterFaults([{ id: 'a', chapter: 'meet' }, { id: 'b', startsSitting: true }])).toEqual([
      { index: 1, message: 'the second sitting begins with a chapter, and not with the lesson' },
    ])
    expect(chapterFaults([{ id: 'a', chapter: 'meet', startsSitting: true }])).toHaveLength(1)
  })
})
