import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, newAttempt, reportableScore, resultOf, statusOf } from '#shared/attempt/attempt'
import type { Outline } from '#shared/lesson/outline'
import { betterScore, percentage } from '#shared/attempt/score'
import { eventsOf, outline as anyOutline, play, played } from '../../tests/support/lessons/arbitraries'

const outline: Outline = {
  lessonId: 'lying-online-9-11',
  lessonVersion: 1,
  passMark: 70,
  screens: [
    { id: 'opening', records: 'nothing', graded: false, doneOnArrival: true },
    { id: 'chat', records: 'completion', graded: false, doneOnArrival: false },
    { id: 'quiz', records: 'answer', graded: true, doneOnArrival: false },
    { id: 'ending', records: 'nothing', graded: false, doneOnArrival: true },
  ],
}
const quizDone = (points: number, ended = false) => ({
  type: 'answered' as const, screenId: 'quiz', packed: '1.1.0', outcome: { complete: true, score: { points, max: 10 }, ended },
})

describe('an attempt', () => {
  it('starts on the first screen with nothing answered', () => {
    expect(newAttempt(outline)).toMatchObject({ screenId: 'opening', marks: { opening: 'done' }, answers: {}, score: null })
  })

  it('has its first screen seen, and not done, where there is something to do on it', () => {
    const [, chat, ...rest] = outline.screens
    expect(newAttempt({ ...outline, screens: [chat, ...rest].filter(screen => screen !== undefined) })).toEqual({
      lessonId: 'lying-online-9-11',
      lessonVersion: 1,
      screenId: 'chat',
      marks: { chat: 'seen' },
      answers: {},
      score: null,
      ended: false,
      finished: false,
    })
  })

  it('stands nowhere, and has nothing done, where a lesson has no screens', () => {
    expect(newAttempt({ ...outline, screens: [] })).toMatchObject({ screenId: '', marks: {}, finished: false })
  })

  it('has seen a screen that is called like something every object has', () => {
    const odd = {
      ...outline, completion: 'screens' as const,
      screens: [{ id: 'constructor', records: 'completion' as const, graded: false, doneOnArrival: false }],
    }
    expect(newAttempt(odd).marks).toEqual({ constructor: 'seen' })
    expect(resultOf(odd, newAttempt(odd)).completed).toBe(true)
  })

  it('stands where the pupil went, and keeps how far they got there', () => {
    const arrived = (screenId: string) => ({ type: 'arrived' as const, screenId })
    const there = play(outline, [arrived('chat')])
    expect(there).toMatchObject({ screenId: 'chat', marks: { opening: 'done', chat: 'seen' } })
    const gone = play(outline, [arrived('chat'), { type: 'skipped', screenId: 'chat' }, arrived('ending'), arrived('chat')])
    expect(gone).toMatchObject({ screenId: 'chat', marks: { chat: 'skipped', ending: 'done' } })
    expect(fold(outline, there, arrived('of-another-lesson'))).toBe(there)
    expect(fold(outline, there, { type: 'skipped', screenId: 'of-another-lesson' })).toBe(there)
  })

  it('is finished when the pupil says so, and stands where it stood', () => {
    const there = play(outline, [{ type: 'arrived', screenId: 'chat' }])
    expect(fold(outline, there, { type: 'finished' })).toEqual({ ...there, finished: true })
  })

  it('keeps what was answered so far, and neither marks nor scores it before all is answered', () => {
    const half = {
      type: 'answered' as const, screenId: 'quiz', packed: '1.1.0',
      outcome: { complete: false, score: { points: 9, max: 10 }, ended: true },
    }
    expect(play(outline, [half])).toMatchObject({ marks: { opening: 'done' }, answers: { quiz: '1.1.0' }, score: null, ended: false })
    expect(play(outline, [half, { ...half, packed: null }]).answers).toEqual({ quiz: '1.1.0' })
  })

  it('takes no score and no end from what is not graded', () => {
    const practised = {
      type: 'answered' as const, screenId: 'chat', packed: null, outcome: { complete: true, score: { points: 9, max: 10 }, ended: true },
    }
    expect(play(outline, [practised])).toMatchObject({ marks: { chat: 'done' }, score: null, ended: false })
  })

  it('without a quiz is complete when it is finished, and neither passed nor failed', () => {
    const practice = { ...outline, screens: outline.screens.filter(screen => !screen.graded) }
    expect(resultOf(practice, play(practice, []))).toEqual({ completed: false, success: null })
    expect(statusOf(practice, play(practice, [{ type: 'finished' }]))).toBe('completed')
  })

  it('reports its score once it is passed, ended or complete', () => {
    expect(reportableScore(outline, play(outline, [quizDone(7)]))).toEqual({ points: 7, max: 10 })
    expect(reportableScore(outline, play(outline, [quizDone(2, true)]))).toEqual({ points: 2, max: 10 })
    const without = { ...outline, passMark: null }
    expect(reportableScore(without, play(without, [quizDone(2)]))).toEqual({ points: 2, max: 10 })
  })

  it('is passed as soon as the quiz is passed', () => {
    expect(statusOf(outline, play(outline, [quizDone(7)]))).toBe('passed')
  })

  it('is not failed below the pass mark while the pupil may have another go', () => {
    const attempt = play(outline, [quizDone(6)])
    expect(statusOf(outline, attempt)).toBe('incomplete')
    expect(reportableScore(outline, attempt)).toBeNull()
  })

  it('is failed when the pupil ends there, and a later pass replaces it', () => {
    const ended = play(outline, [quizDone(6), quizDone(6, true), { type: 'finished' }])
    expect(statusOf(outline, ended)).toBe('failed')
    expect(statusOf(outline, fold(outline, ended, quizDone(9)))).toBe('passed')
  })

  it('keeps the best score of all goes', () => {
    expect(play(outline, [quizDone(8), quizDone(3)]).score).toEqual({ points: 8, max: 10 })
  })

  it('is completed when the quiz has been done, where there is no pass mark', () => {
    const without = { ...outline, passMark: null }
    expect(statusOf(without, play(without, [{ type: 'finished' }]))).toBe('incomplete')
    expect(statusOf(without, play(without, [quizDone(2)]))).toBe('completed')
  })

  it('by the rule "screens" is complete when every screen has been seen, whatever the quiz says', () => {
    const bySeeing = { ...outline, completion: 'screens' as const }
    const visits = ['chat', 'quiz', 'ending'].map(screenId => ({ type: 'arrived' as const, screenId }))
    expect(resultOf(bySeeing, play(bySeeing, visits.slice(0, 2)))).toEqual({ completed: false, success: null })
    expect(resultOf(bySeeing, play(bySeeing, visits))).toEqual({ completed: true, success: null })
    expect(statusOf(bySeeing, play(bySeeing, [quizDone(9)]))).toBe('incomplete')
    expect(resultOf(bySeeing, play(bySeeing, [quizDone(9)]))).toEqual({ completed: false, success: 'passed' })
    expect(statusOf(bySeeing, play(bySeeing, [quizDone(9), ...visits]))).toBe('passed')
    expect(statusOf(bySeeing, play(bySeeing, [quizDone(2, true), ...visits]))).toBe('failed')
  })

  it('is complete below the mark only in a course in order, where the next lesson waits for it', () => {
    expect(resultOf(outline, play(outline, [quizDone(2, true)]))).toEqual({ completed: false, success: 'failed' })
    const inOrder = { ...outline, endedCompletes: true }
    expect(resultOf(inOrder, play(inOrder, [quizDone(2, true)]))).toEqual({ completed: true, success: 'failed' })
  })

  it('records no answer of an activity that records only completion', () => {
    const done = { complete: true, score: null, ended: false }
    expect(play(outline, [{ type: 'answered', screenId: 'chat', packed: 'told-nobody', outcome: done }]).answers).toEqual({})
  })

  it('keeps a done mark when the screen is skipped later', () => {
    const done = { complete: true, score: null, ended: false }
    const attempt = play(
      outline, [{ type: 'answered', screenId: 'chat', packed: null, outcome: done }, { type: 'skipped', screenId: 'chat' }],
    )
    expect(attempt.marks.chat).toBe('done')
  })
})

describe('any sequence of events', () => {
  it('keeps the attempt inside its lesson', () => {
    fc.assert(fc.property(played, ({ outline, attempt }) => {
      const ids = outline.screens.map(screen => screen.id)
      expect(ids).toContain(attempt.screenId)
      expect(Object.keys(attempt.marks).every(id => ids.includes(id))).toBe(true)
      expect(Object.keys(attempt.answers).every(id => outline.screens.find(screen => screen.id === id)?.records === 'answer')).toBe(true)
    }))
  })

  it('never lowers a score, undoes a done mark or takes a pass back', () => {
    fc.assert(fc.property(anyOutline.chain(outline => fc.tuple(fc.constant(outline), eventsOf(outline))), ([outline, events]) => {
      let before = newAttempt(outline)
      for (const event of events) {
        const after = fold(outline, before, event)
        expect(betterScore(after.score, before.score)).toEqual(after.score)
        for (const [id, mark] of Object.entries(before.marks)) if (mark === 'done') expect(after.marks[id]).toBe('done')
        if (resultOf(outline, before).success === 'passed') expect(resultOf(outline, after).success).toBe('passed')
        if (resultOf(outline, before).completed) expect(resultOf(outline, after).completed).toBe(true)
        if (before.finished) expect(after.finished).toBe(true)
        before = after
      }
    }))
  })

  it('says failed only after the pupil has ended the quiz', () => {
    fc.assert(fc.property(played, ({ outline, events, attempt }) => {
      const hasEnded = events.some(event => event.type === 'answered' && event.outcome.complete && event.outcome.ended)
      if (statusOf(outline, attempt) === 'failed') expect(hasEnded).toBe(true)
    }))
  })

  it('reports scores from 0 to 100 only, and none while the lesson is incomplete', () => {
    fc.assert(fc.property(played, ({ outline, attempt }) => {
      const score = reportableScore(outline, attempt)
      const { completed, success } = resultOf(outline, attempt)
      if (!completed && success === null) expect(score).toBeNull()
      if (score) {
        expect(percentage(score)).toBeGreaterThanOrEqual(0)
        expect(percentage(score)).toBeLessThanOrEqual(100)
      }
    }))
  })
})
