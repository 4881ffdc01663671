/** Every part of every lesson that a class can be given, by itself: whole, never without help, and finished when it is done. */
import { describe, expect, it } from 'vitest'
import { newAttempt, fold, statusOf } from '#shared/attempt/attempt'
import { chapterFaults, placeInChapter } from '#shared/lesson/chapters'
import { partText, wholeLesson, type LessonPart } from '#shared/lesson/part'
import { asItIs } from '#shared/lesson/questions'
import { assignedPart, choicesOf } from '#activities/assigned'
import { playerLesson } from '#activities/lesson'
import { drawItems } from '#activities/quiz/score'
import { outlineOf } from '#activities/scoring'
import { sittingsOf } from '#activities/sittings'
import { reachesHelp } from '../../server/content/lint/rules/safety/reaches-help.ts'
import { folderSource } from '../../server/content/sources/folder-source.ts'
import { helpFor, readLibrary } from '../../server/content/library/library.ts'

const library = await readLibrary(folderSource('content'))
const lessons = library.lessons.map(({ value }) => value)
const as = (part: LessonPart) => ({ part, orderSeed: null, ...asItIs })
const parts = lessons.flatMap((lesson) => {
  const { practices } = choicesOf(lesson)
  const all: LessonPart[] = [
    { kind: 'sitting', sitting: 1 }, { kind: 'sitting', sitting: 2 }, { kind: 'quiz' },
    ...practices.map(({ screen }): LessonPart => ({ kind: 'practice', screen })),
  ]
  return all.map(part => ({ name: `${lesson.id} ${partText(part)}`, lesson, part, own: assignedPart(lesson, as(part)) }))
})

it('there are two sittings, a quiz and several practices of each lesson', () => {
  expect(parts.length).toBeGreaterThan(lessons.length * 7)
  for (const lesson of lessons) expect(assignedPart(lesson, as(wholeLesson))).toEqual(lesson)
})

describe.each(parts)('$name', ({ lesson, part, own }) => {
  it('begins with the opening, ends with the ending and its help routes, and every path in it reaches help', () => {
    expect(own.screens.length).toBeLessThan(lesson.screens.length)
    expect([own.screens[0]?.type, own.screens.at(-1)]).toEqual(['opening', lesson.screens.at(-1)])
    expect(reachesHelp.check(own, { lessons: library.lessons, pictures: new Set() })).toEqual([])
    expect(helpFor(library, own.locale, own.band, 'uk').length).toBeGreaterThan(0)
    const played = playerLesson(own)
    expect(played.screens.map(({ id }) => id)).toEqual(own.screens.map(({ id }) => id))
    const opening = own.screens[0]
    const met = JSON.stringify(own.screens.slice(1))
    for (const { id } of opening?.type === 'opening' ? opening.people ?? [] : []) expect(met).toContain(id)
  })

  it('has a path and minutes of its own, and no break to come', () => {
    expect(chapterFaults(own.screens)).toEqual([])
    expect(own.screens.some(({ startsSitting }) => startsSitting)).toBe(false)
    expect(own.minutes).toBeGreaterThanOrEqual(3)
    expect(own.minutes).toBeLessThan(lesson.minutes)
    if (part.kind === 'sitting') expect(own.minutes).toBe(sittingsOf(lesson)[part.sitting - 1]?.minutes)
    const [, first] = own.screens
    const chapter = placeInChapter(own.screens, own.screens[0]?.id ?? '')
    expect(chapter?.chapter).toBe(placeInChapter(lesson.screens, first?.id ?? '')?.chapter)
  })

  it('is finished when it is done, and no sooner', () => {
    const outline = outlineOf(own, { endedCompletes: true })
    const start = newAttempt(outline)
    expect([start.finished, statusOf(outline, start)]).toEqual([false, 'incomplete'])
    const quiz = own.screens.find(({ type }) => type === 'quiz')
    expect(quiz !== undefined).toBe(part.kind === 'quiz' || (part.kind === 'sitting' && part.sitting === 2))
    const done = quiz?.type === 'quiz'
      ? fold(outline, start, {
          type: 'answered', screenId: quiz.id, packed: null,
          outcome: { complete: true, score: { points: quiz.draw, max: quiz.draw }, ended: false },
        })
      : fold(outline, start, { type: 'finished' })
    expect(['passed', 'completed']).toContain(statusOf(outline, done))
  })
})

it.each(lessons)('$id asks the same questions in the same order of all, without what is left out and with what is put in', (lesson) => {
  const { quiz } = choicesOf(lesson)
  const [left, put] = [quiz?.pool[1], quiz?.pool[0]]
  if (!quiz || !left || !put) throw new Error('every lesson has a quiz')
  const given = assignedPart(lesson, { part: { kind: 'quiz' }, orderSeed: 77, leftOut: [left.id], putIn: [put.id] })
  const asked = given.screens.find(({ type }) => type === 'quiz')
  if (asked?.type !== 'quiz') throw new Error('it has a quiz')
  for (let seed = 0; seed < 40; seed++) {
    const ids = drawItems(asked, seed).map(({ id }) => id)
    expect(ids).toHaveLength(quiz.draw)
    expect(ids).toContain(put.id)
    expect(ids).not.toContain(left.id)
  }
  expect(given.passMark).toBe(lesson.passMark)
  const support = asked.support?.pool as { id: string }[] | undefined
  if (support) expect(support.map(({ id }) => id)).toEqual(asked.pool.map(({ id }) => id))
})
