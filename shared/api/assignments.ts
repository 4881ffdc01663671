/** What a class has been given to do, and its board. */
import { z } from 'zod'
import { day, id } from '#shared/api/fields'
import type { Sitting } from '#shared/lesson/chapters'
import type { Trouble } from '#shared/api/classes'
import type { LessonInCatalogue } from '#shared/api/content'

/** `GET /api/assignments` */
export const boardQuery = z.object({
  /** The class. */
  class: id,
  /** With quiz totals. */
  scores: z.literal('1').optional(),
  /** As the whole room may see it: nobody is told apart as excused, and nobody who has trouble to come in is named. */
  room: z.literal('1').optional(),
})

export type Progress = 'not-started' | 'started' | 'finished' | 'excused'

export interface BoardCell {
  readonly progress: Progress
  /** It is closed for the others, and this pupil goes on with it. */
  readonly isCatchingUp: boolean
  /** They have finished, and may do it once more. */
  readonly hasSecondGo: boolean
  /**
   * The quiz's total; null where there is none, where scores were not asked for, and while the work is open, be it for this pupil
   * alone: then it says only that it is done.
   */
  readonly points: number | null
  readonly max: number | null
}

/** One of the board's columns. */
export interface AssignmentOnBoard {
  readonly id: string
  readonly lessonId: string
  readonly title: string
  readonly kind: 'lesson' | 'booster'
  /** In which its title and cover are. */
  readonly locale: string
  /** As in the catalogue. */
  readonly cover: LessonInCatalogue['cover']
  /** One, or two with a break between them. */
  readonly sittings: readonly Sitting[]
  readonly opensOn: string
  readonly hasOpened: boolean
  readonly dueOn: string | null
  readonly isClosed: boolean
  /** Moment until which closing can be undone; null where it is open, or single answers are deleted. */
  readonly undoUntil: string | null
}

/**
 * `GET /api/assignments`: who in a class has not started, is in the lesson, or has finished; null where nothing changed (304).
 * Never the screen, the minutes, or when somebody was last here.
 */
export interface Board {
  readonly className: string
  readonly isArchived: boolean
  /** The same words as on the page of the class; for the room without names, only that somebody has some. */
  readonly trouble: Trouble
  readonly letInUntil: string | null
  readonly assignments: readonly AssignmentOnBoard[]
  /** By name; their cells in the order of the assignments. */
  readonly pupils: readonly { readonly id: string, readonly name: string, readonly cells: readonly BoardCell[] }[]
}

/** More than a school has; a request stays small. */
const MOST_LESSONS = 60

/** `POST /api/assignments` */
export const newAssignmentsBody = z.strictObject({
  classId: id,
  /** In the order in which they are taken. */
  lessonIds: z.array(id).min(1, 'choose at least one lesson').max(MOST_LESSONS),
  /** First day. */
  opensOn: day,
  /** A lesson a week, as the curriculum recommends; else all at once. */
  weekly: z.boolean(),
  /** Days after its opening on which each is due; null for no date. */
  dueAfter: z.int().min(0).max(60).nullable(),
  /** Weeks after the last lesson's opening at which each is looked at again; null for no booster. */
  boosterWeeks: z.int().min(6).max(8).nullable(),
  /** Lessons that the class has had before and begins a second time, on purpose. */
  again: z.array(id).max(MOST_LESSONS).default([]),
})

/** `POST /api/assignments` */
export interface MadeAssignments {
  /** How many; fewer where some were there already. */
  readonly made: number
}

/**
 * `PATCH /api/assignments/<id>`. Nothing is answered (204), as by `DELETE /api/assignments/<id>`, and by these:
 * `POST /api/assignments/<id>/close` bars it at once and deletes a day later, `POST /api/assignments/<id>/reopen` undoes that until
 * then; `POST /api/assignments/<id>/excuse`; `POST /api/assignments/<id>/catch-up` and `DELETE /api/assignments/<id>/catch-up`;
 * `DELETE /api/assignments/<id>/second-go`.
 */
export const rescheduleBody = z.strictObject({ opensOn: day, dueOn: day.nullable() })
  .refine(({ opensOn, dueOn }) => dueOn === null || dueOn >= opensOn, 'it cannot be due before it opens')

/** `POST /api/assignments/<id>/excuse`: no reason is asked for */
export const excuseBody = z.strictObject({ pupilId: id, excused: z.boolean() })

/** `POST /api/assignments/<id>/catch-up`: this pupil goes on, for two weeks at most, with what is closed for the others */
export const catchUpBody = z.strictObject({ pupilId: id })

/** `DELETE /api/assignments/<id>/catch-up` */
export const catchUpQuery = z.object({ pupil: id })

/** `POST /api/assignments/<id>/second-go`: for a pupil who has finished; for all of the class who have where none is named */
export const secondGoBody = z.strictObject({ pupilId: id.optional() })

/** `POST /api/assignments/<id>/second-go` */
export interface SecondGoes {
  /** How many pupils have it now that had it not. */
  readonly given: number
}

/** `DELETE /api/assignments/<id>/second-go` */
export const secondGoQuery = z.object({ pupil: id.optional() })

/** One lesson on the page of one pupil. */
export interface PupilLesson
  extends Pick<AssignmentOnBoard, 'id' | 'lessonId' | 'title' | 'kind' | 'locale' | 'cover' | 'opensOn' | 'hasOpened' | 'isClosed'>,
  Pick<BoardCell, 'progress' | 'isCatchingUp' | 'hasSecondGo'> {
  /** There is a total, which is told when somebody asks for it. */
  readonly hasScore: boolean
}

/** `GET /api/classes/<id>/pupils/<pupil>`: what a teacher may know of one pupil. Never when, never a choice, no score unasked. */
export interface PupilInFull {
  readonly id: string
  readonly name: string
  readonly className: string
  readonly isArchived: boolean
  readonly hasCard: boolean
  /** Somebody tries to come in as this pupil with other pictures, and whether they have to wait; null where nobody does. */
  readonly trouble: { readonly mustWait: boolean } | null
  readonly letInUntil: string | null
  readonly lessons: readonly PupilLesson[]
}

/** `GET /api/classes/<id>/pupils/<pupil>/score` */
export const scoreQuery = z.object({ assignment: id })

/** `GET /api/classes/<id>/pupils/<pupil>/score`: the total of a closed lesson, which somebody has asked for */
export interface PupilScore {
  readonly points: number
  readonly max: number
}
