/** What the core needs to know of a lesson: its screens in order and what each one records. It knows no activity type. */

/** What an activity type records of a pupil: its answer, only that it was done, or nothing at all (design: "What leaves the device"). */
export type Records = 'answer' | 'completion' | 'nothing'

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
  readonly screens: readonly OutlineScreen[]
}

/**
 * Finds a screen by its id.
 * @returns the screen, or undefined when this lesson has none of that id
 */
export function screenOf(outline: Outline, screenId: string): OutlineScreen | undefined {
  return outline.screens.find(screen => screen.id === screenId)
}
