/**
 * A quiz that measures: a pool big enough, mostly scenes, distractors that stand for misconceptions, no hint in the length, no
 * item twice.
 */
import type { Lesson } from '#activities/lesson'
import type { QuizConfig, QuizItem } from '#activities/quiz/schema'
import type { Finding, Path, Rule } from '../rule.ts'

const LEAST_ITEMS = 8
const VIGNETTES = 0.6

/** The pool is this much bigger than what one go asks, so that another go is not the same quiz: 14 for 10. */
const POOL_FOR_DRAW = 1.4

/** Runs a check on each quiz of a lesson. */
function onQuizzes(lesson: Lesson, check: (quiz: QuizConfig, path: Path) => Finding[]): Finding[] {
  return lesson.screens.flatMap((screen, index) => screen.type === 'quiz' ? check(screen, ['screens', index]) : [])
}

const perItem = (check: (item: QuizItem, path: Path) => Finding[]) => (quiz: QuizConfig, path: Path) =>
  quiz.pool.flatMap((item, index) => check(item, [...path, 'pool', index]))

export const quizPool: Rule = {
  name: 'quiz-pool',
  check: (lesson) => {
    if (!lesson.screens.some(({ type }) => type === 'quiz')) return [{ path: ['screens'], message: 'the lesson has no quiz' }]
    return onQuizzes(lesson, (quiz, path) => {
      const least = Math.max(LEAST_ITEMS, Math.ceil(quiz.draw * POOL_FOR_DRAW))
      return quiz.pool.length < least
        ? [
            {
              path: [...path, 'draw'],
              message: `a quiz that draws ${quiz.draw} needs a pool of at least ${least} items, this one has ${quiz.pool.length}`,
            },
          ]
        : []
    })
  },
}

export const quizVignettes: Rule = {
  name: 'quiz-vignettes',
  check: lesson => onQuizzes(lesson, ({ pool }, path) => {
    const scenes = pool.filter(({ vignette }) => vignette !== undefined).length
    return scenes < pool.length * VIGNETTES
      ? [
          {
            path: [...path, 'pool'],
            message: `${scenes} of ${pool.length} items are short scenes (vignettes), at least ${Math.ceil(pool.length * VIGNETTES)}`,
          },
        ]
      : []
  }),
}

/** Two options belong into the version with less at once; guessing one of two measures too little for everybody. */
export const quizOptions: Rule = {
  name: 'quiz-options',
  check: lesson => onQuizzes(lesson, perItem((item, path) => item.options.length < 3
    ? [{ path: [...path, 'options'], message: `an item has three or four options, this one has ${item.options.length}` }]
    : [])),
}

export const quizDistractors: Rule = {
  name: 'quiz-distractors',
  check: (lesson) => {
    const known = new Set<string>(lesson.misconceptions.map(({ id }) => id))
    return onQuizzes(lesson, perItem((item, path) => item.options.flatMap((option, index) => {
      const here = [...path, 'options', index]
      if (option.correct)
        return option.misconception === undefined
          ? []
          : [{ path: [...here, 'misconception'], message: 'the correct option stands for no misconception' }]
      if (option.misconception === undefined) return [{ path: here, message: `"${option.text}" names no misconception` }]
      return known.has(option.misconception)
        ? []
        : [{ path: [...here, 'misconception'], message: `there is no misconception "${option.misconception}"` }]
    })))
  },
}

export const quizLongest: Rule = {
  name: 'quiz-longest',
  check: lesson => onQuizzes(lesson, ({ pool }, path) => {
    const longest = pool.filter(({ options }) => {
      const correct = options.find(option => option.correct)?.text.length ?? 0
      return options.every(option => option.correct || option.text.length < correct)
    })
    return longest.length > pool.length / 2
      ? [
          {
            path: [...path, 'pool'],
            message: `in ${longest.length} of ${pool.length} items the correct option is the longest, which gives it away: ${longest.map(({ id }) => id).join(', ')}`,
          },
        ]
      : []
  }),
}

const asked = ({ vignette = '', question }: QuizItem) => `${vignette} ${question}`.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

export const quizDuplicates: Rule = {
  name: 'quiz-duplicates',
  check: lesson => onQuizzes(lesson, ({ pool }, path) => pool.flatMap((item, index) => {
    const first = pool.findIndex(other => asked(other) === asked(item))
    return first < index ? [{ path: [...path, 'pool', index], message: `asks the same as "${pool[first]?.id ?? ''}"` }] : []
  })),
}
