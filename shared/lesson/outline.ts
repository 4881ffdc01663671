/** What the core needs to know of a lesson: its screens in order and what each one records. It knows no activity type. */

/**
 * What an activity type records of a pupil: its answer, how far they are in it and nothing of what was said, only that it was done,
 * or nothing at all.
 */
export type Records = 'answer' | 'place' | 'completion' | 'nothing'

/** Whether something of an answer is kept with the attempt. */
export const keepsAnswer = (records: Records | undefined): boolean => records === 'answer' || records === 'place'

/** `quiz`: the quiz is finished (without a quiz: the lesson is). `screens`: every screen has been seen; skipping one counts as seen. */
export const completions = ['quiz', 'screens'] as const

export type Completion = (typeof completions)[number]

export interface OutlineScreen {
  readonly id: string
  readonly records: Records
  /** The answer counts towards the lesson's score (only the quiz). */
  readonly graded: boolean
  /** There is nothing to do on it, so arriving is enough to have done it. */
  readonly doneOnArrival: boolean
}

export interface Outline {
  readonly lessonId: string
  readonly lessonVersion: number
  /** Whole per cent, 1 to 100; null when the school wants no pass mark. */
  readonly passMark: number | null
  /** What makes the lesson complete; `quiz` where nothing is said. */
  readonly completion?: Completion
  /**
   * A quiz that was ended below the pass mark completes the lesson too: in a course taken in order, the next lesson would stay
   * shut otherwise.
   */
  readonly endedCompletes?: boolean
  readonly screens: readonly OutlineScreen[]
}

/**
 * Finds a screen by its id.
 * @returns the screen, or undefined when this lesson has none of that id
 */
export function screenOf(outline: Outline, screenId: string): OutlineScreen | undefined {
  return outline.screens.find(screen => screen.id === screenId)
}
