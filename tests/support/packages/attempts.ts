/** Attempts at a made-up lesson of four screens, for tests of what is told to an LMS. */
import type { Attempt } from '#shared/attempt/attempt'
import type { Outline } from '#shared/lesson/outline'

/** Opening, a practice screen, a graded quiz, ending. */
export const outline: Outline = {
  lessonId: 'lying-online-9-11',
  lessonVersion: 2,
  passMark: 70,
  screens: [
    { id: 'opening', records: 'nothing', graded: false, doneOnArrival: true },
    { id: 'clue', records: 'completion', graded: false, doneOnArrival: false },
    { id: 'quiz', records: 'answer', graded: true, doneOnArrival: false },
    { id: 'ending', records: 'nothing', graded: false, doneOnArrival: true },
  ],
}

const fresh: Attempt = {
  lessonId: 'lying-online-9-11',
  lessonVersion: 2,
  screenId: 'opening',
  marks: { opening: 'done' },
  answers: {},
  score: null,
  ended: false,
  finished: false,
}

/** One attempt for each stage that an LMS can tell apart. */
export const attempts = {
  fresh,
  underWay: { ...fresh, screenId: 'clue', marks: { opening: 'done', clue: 'seen' } },
  /** Below the pass mark, with another go still open. */
  belowMark: {
    ...fresh,
    screenId: 'quiz',
    marks: { opening: 'done', quiz: 'done' },
    answers: { quiz: 'a.1.0~one*tell' },
    score: { points: 5, max: 10 },
  },
  passed: { ...fresh, screenId: 'quiz', marks: { opening: 'done', quiz: 'done' }, score: { points: 8, max: 10 } },
  passedAndFinished: { ...fresh, screenId: 'ending', score: { points: 10, max: 10 }, finished: true },
  ended: { ...fresh, screenId: 'quiz', score: { points: 5, max: 10 }, ended: true },
  endedAndFinished: { ...fresh, screenId: 'ending', score: { points: 0, max: 10 }, ended: true, finished: true },
  passedAfterEnding: { ...fresh, screenId: 'ending', score: { points: 7, max: 10 }, ended: true, finished: true },
  /** 69.57 %, which rounds to the pass mark without reaching it. */
  justBelow: { ...fresh, screenId: 'quiz', score: { points: 16, max: 23 }, ended: true },
} satisfies Record<string, Attempt>
