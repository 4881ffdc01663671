/** What is saved of each of our lessons: short enough for SCORM 1.2 however it is played, and of answers the quiz alone. */
import { describe, expect, it } from 'vitest'
import type { Attempt } from '#shared/attempt/attempt'
import { decodeAttempt, encodeAttempt, SUSPEND_DATA_LIMIT } from '#shared/attempt/suspend-data'
import { boosterOf } from '#activities/booster'
import type { QuizConfig } from '#activities/quiz/schema'
import { drawItems, pack } from '#activities/quiz/score'
import { isActivity } from '#activities/is-activity'
import { outlineOf, unpackedAnswer } from '#activities/scoring'
import { folderSource } from '../../server/content/sources/folder-source.ts'
import { readLibrary } from '../../server/content/library/library.ts'

const { lessons } = await readLibrary(folderSource('content'))
const played = lessons.flatMap(({ value }) => [['lesson', value] as const, ['booster', boosterOf(value)] as const])

const longest = (words: readonly string[]) => words.toSorted((a, b) => b.length - a.length)[0] ?? ''

/** Every question answered with the option whose id is longest. @param seed the draw of which that is most, or any */
function fullGo(quiz: QuizConfig, seed: number) {
  const responses = Object.fromEntries(drawItems(quiz, seed).map(({ id, options }) => [id, longest(options.map(option => option.id))]))
  return pack({ seed, go: 999, responses, ended: true, total: Object.keys(responses).length })
}

/** So many draws are tried; each takes about half of the pool. */
const DRAWS = 200
const LARGEST = 0xFFFFFFFF

describe.each(played)('of a %s', (_, lesson) => {
  const outline = outlineOf(lesson)
  const quiz = lesson.screens.find(screen => screen.type === 'quiz')

  it(`no more is saved at its longest than SCORM 1.2 holds (${lesson.id})`, () => {
    if (quiz?.type !== 'quiz') throw new Error('every lesson has a quiz')
    const goes = Array.from({ length: DRAWS }, (_, index) => fullGo(quiz, LARGEST - index))
    const attempt: Attempt = {
      lessonId: lesson.id,
      lessonVersion: 9999,
      screenId: longest(outline.screens.map(({ id }) => id)),
      marks: Object.fromEntries(outline.screens.map(({ id }) => [id, 'done'])),
      answers: { [quiz.id]: longest(goes) },
      score: { points: 20, max: 20 },
      ended: true,
      finished: true,
    }
    const text = encodeAttempt(attempt, { preferences: '0'.repeat(12), saves: 999_999_999 })
    expect(text.length).toBeLessThan(SUSPEND_DATA_LIMIT)
    expect(decodeAttempt({ ...outline, lessonVersion: 9999 }, text)).toMatchObject({ kind: 'attempt', attempt })
  })

  it(`only the quiz is saved by question, and it comes back by question (${lesson.id})`, () => {
    expect(outline.screens.filter(({ records }) => records === 'answer').map(({ id }) => id)).toEqual([quiz?.id])
    if (quiz?.type !== 'quiz' || !isActivity(quiz)) throw new Error('every lesson has a quiz')
    const [first, second] = drawItems(quiz, 7)
    const responses = { [first?.id ?? '']: first?.options[0]?.id ?? '', [second?.id ?? '']: '-' }
    expect(unpackedAnswer<'quiz'>(quiz, pack({ seed: 7, go: 2, responses, ended: false })))
      .toEqual({ seed: 7, go: 2, responses, ended: false })
  })
})
