/** What a class has been given to do, and its board. */
import { z } from 'zod'
import { day, id } from '#shared/api/fields'
import { wholeLesson, type LessonPart } from '#shared/lesson/part'
import type { Sitting } from '#shared/lesson/chapters'
import type { ClassUsual, Trouble } from '#shared/api/classes'
import type { LessonInCatalogue } from '#shared/api/content'
import type { Holiday } from '#shared/lesson/school-days'

/** `GET /api/assignments` */
export const boardQuery = z.object({
  /** The class. */
  class: id,
  /** With quiz totals. */
  scores: z.literal('1').optional(),
  /** As the whole room may see it: nobody is told apart as excused, and nobody who has trouble to come in is named. */
  room: z.literal('1').optional(),
})

/** `not-theirs`: it is a group's that the pupil is not in. */
export type Progress = 'not-started' | 'started' | 'finished' | 'excused' | 'not-theirs'

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
  readonly part: LessonPart
  /** The quiz asks all the same questions in the same order. */
  readonly isSameOrder: boolean
  /** Ids of questions that are never asked, and always. */
  readonly leftOut: readonly string[]
  readonly putIn: readonly string[]
  /** In which its title and cover are. */
  readonly locale: string
  /** As in the catalogue. */
  readonly cover: LessonInCatalogue['cover']
  /** Whose it is, where it is not the whole class's. */
  readonly group: { readonly id: string, readonly name: string } | null
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
  /** Removed in the last day, and can come back: `POST /api/assignments/<id>/restore`. */
  readonly removed: readonly Pick<AssignmentOnBoard, 'id' | 'lessonId' | 'title' | 'kind' | 'part'>[]
  /** By name; their cells in the order of the assignments. */
  readonly pupils: readonly { readonly id: string, readonly name: string, readonly cells: readonly BoardCell[] }[]
}

/** More than a school has; a request stays small. */
const MOST_LESSONS = 60

/** Ids of a lesson's own: screens, questions. They hold no space, which stands between them in the database. */
export const ownId = z.string().regex(/^[a-z0-9-]{1,64}$/, 'is no id')
/** More than a pool holds. */
export const MOST_QUESTIONS = 40

export const lessonPart = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('whole') }),
  z.strictObject({ kind: z.literal('sitting'), sitting: z.union([z.literal(1), z.literal(2)]) }),
  z.strictObject({ kind: z.literal('quiz') }),
  /** Of one lesson only. */
  z.strictObject({ kind: z.literal('practice'), screen: ownId }),
])

/** More than a teacher has. */
const MOST_CLASSES = 60
const lessonIds = z.array(id).min(1, 'choose at least one lesson').max(MOST_LESSONS)

/** What becomes of a lesson that a class or group (`to`) has already. */
const decided = z.strictObject({ to: id, lessonId: id })
export type Decided = z.infer<typeof decided>
const decisions = z.array(decided).max(MOST_LESSONS * MOST_CLASSES).default([])

/** `POST /api/assignments`: all of it, or nothing */
export const newAssignmentsBody = z.strictObject({
  classIds: z.array(id).max(MOST_CLASSES).default([]),
  /** Groups of classes. */
  groupIds: z.array(id).max(MOST_CLASSES).default([]),
  /** In the order in which they are taken. */
  lessonIds,
  /** First day. */
  opensOn: day,
  /** Nobody chose a day: each class begins on its next lesson day from `opensOn` on; what is in `days` goes to that of the same week. */
  onLessonDays: z.boolean().default(false),
  /** A lesson a week, as the curriculum recommends; else all at once. */
  weekly: z.boolean(),
  /** Days after its opening on which each is due; null for no date. */
  dueAfter: z.int().min(0).max(60).nullable(),
  /** A day chosen by hand on which the first is due, for every class the same; then `dueAfter` says nothing. */
  firstDueOn: day.nullable().optional(),
  /** Weeks after the last lesson's opening at which each is looked at again; null for no booster. */
  boosterWeeks: z.int().min(6).max(8).nullable(),
  /** Every lesson's days by themselves, as in a plan of last year; then `opensOn` to `boosterWeeks` say nothing, but for `onLessonDays`. */
  days: z.array(z.strictObject({ lessonId: id, kind: z.enum(['lesson', 'booster']), opensOn: day, dueOn: day.nullable() }))
    .min(1).max(2 * MOST_LESSONS).optional(),
  /** Begun a second time, on purpose. */
  again: decisions,
  /** Goes on with the one that it has: nothing new. */
  goOn: decisions,
  /** How much of each lesson; boosters are the same whatever was given of it. */
  part: lessonPart.default(wholeLesson),
  /** The quiz asks all the same questions in the same order. */
  sameOrder: z.boolean().default(false),
  /** Of one lesson only: ids of questions that are never asked, and asked in every go. */
  leftOut: z.array(ownId).max(MOST_QUESTIONS).default([]),
  putIn: z.array(ownId).max(MOST_QUESTIONS).default([]),
}).refine(({ classIds, groupIds }) => classIds.length + groupIds.length > 0, 'choose at least one class or group')

/** `GET /api/lessons/<id>/parts`: what of a lesson can be given */
export interface LessonParts {
  /** Of the whole lesson. */
  readonly minutes: number
  /** Minutes of each; null where it is in one. */
  readonly sittings: readonly [number, number] | null
  /** Screens with something to do that can stand alone, in the lesson's order. */
  readonly practices: readonly { readonly screen: string, readonly title: string, readonly type: string, readonly minutes: number }[]
  /** Null where it has none. */
  readonly quiz: {
    /** How many questions one go asks; as many have to be left at least. */
    readonly draw: number
    readonly minutes: number
    /** With their words. Of each objective one has to be left. */
    readonly pool: readonly {
      readonly id: string
      readonly objective: string
      readonly vignette: string | null
      readonly question: string
    }[]
  } | null
}

/** `POST /api/assignments` */
export interface MadeAssignments {
  /** Ids; fewer where some were there already. */
  readonly made: readonly string[]
}

/** `PATCH /api/assignments/<id>` */
export const rescheduleBody = z.strictObject({ opensOn: day, dueOn: day.nullable() })
  .refine(({ opensOn, dueOn }) => dueOn === null || dueOn >= opensOn, 'it cannot be due before it opens')

/**
 * `PATCH /api/assignments/<id>`: the days as they are now; one in the school's holidays has moved on. Nothing is answered (204) by
 * `DELETE /api/assignments/<id>`, which removes it for a day before it is deleted, and `POST /api/assignments/<id>/restore`, which
 * brings it back; by `POST /api/assignments/<id>/close`, which bars it at once and deletes a day later, and
 * `POST /api/assignments/<id>/reopen`, which undoes that until then; by `POST /api/assignments/<id>/excuse`;
 * `POST /api/assignments/<id>/catch-up` and `DELETE /api/assignments/<id>/catch-up`; `DELETE /api/assignments/<id>/second-go`.
 */
export interface Rescheduled {
  readonly opensOn: string
  readonly dueOn: string | null
}

/** What a class or group was given, for whoever is about to assign. */
export interface GivenBefore {
  readonly lessonId: string
  readonly kind: 'lesson' | 'booster'
  readonly part: LessonPart
  /** Of a group; null for the whole class. */
  readonly groupId: string | null
  readonly opensOn: string
  readonly dueOn: string | null
  readonly isClosed: boolean
}

/** A class that can be chosen, and what is usual for it. */
export interface ClassToAssign extends ClassUsual {
  readonly id: string
  readonly name: string
  /** School year; null where nothing says it. */
  readonly year: number | null
  readonly pupils: number
  readonly groups: readonly { readonly id: string, readonly name: string, readonly pupils: number }[]
  readonly given: readonly GivenBefore[]
}

/** `GET /api/assignments/choices`: to whom and when something can be assigned */
export interface AssignChoices {
  /** As the school's own clock says. */
  readonly today: string
  readonly classes: readonly ClassToAssign[]
  readonly holidays: readonly Holiday[]
  /** Plans of the school year before this one, with the days of then; what is archived is among them. */
  readonly lastYear: readonly {
    readonly classId: string
    /** What the class was called then; where nobody knows, what it is called now. */
    readonly name: string
    readonly isNameOfThen: boolean
    readonly given: readonly GivenBefore[]
  }[]
  /** First days of that year and of this one. */
  readonly yearsBegin: readonly [string, string]
}

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
  extends Pick<AssignmentOnBoard, 'id' | 'lessonId' | 'title' | 'kind' | 'part' | 'locale' | 'cover' | 'opensOn' | 'hasOpened' | 'isClosed'>,
  Pick<BoardCell, 'progress' | 'isCatchingUp' | 'hasSecondGo'> {
  /** There is a total, which is told when somebody asks for it. */
  readonly hasScore: boolean
}

/** `GET /api/classes/<id>/pupils/<pupil>`: what a teacher may know of one pupil. Never when, never a choice, no score unasked. */
export interface PupilInFull {
  readonly id: string
  readonly name: string
  readonly className: string
  /** Names of the class's groups that they are in. */
  readonly groups: readonly string[]
  readonly isArchived: boolean
  readonly hasCard: boolean
  /** An account elsewhere is joined to the name; whose, nobody can see. */
  readonly hasAccount: boolean
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
