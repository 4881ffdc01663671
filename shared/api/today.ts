/** What is on for a member of staff, the next two weeks, and what needs them. */
import type { Progress } from '#shared/api/assignments'
import type { LessonPart } from '#shared/lesson/part'
import type { Holiday } from '#shared/lesson/school-days'

/** How many pupils of a class are where in an assignment; whoever is excused is left out. */
export type Counts = Readonly<Record<Exclude<Progress, 'excused' | 'not-theirs'>, number>>

/** What tells one thing that was assigned from another of the same lesson. */
export interface WorkName {
  readonly lessonId: string
  readonly kind: 'lesson' | 'booster'
  readonly part: LessonPart
}

/** An assignment of one of their classes. */
export interface AssignedWork extends WorkName {
  readonly id: string
  readonly classId: string
  readonly className: string
  readonly opensOn: string
  readonly dueOn: string | null
  readonly counts: Counts
}

/** Of one day: what opens and is due; on today also what is on. */
export interface DayOfWork {
  /** `YYYY-MM-DD` */
  readonly on: string
  readonly work: readonly (AssignedWork & { readonly what: 'opens' | 'due' | 'on' })[]
}

/** Something that waits for them; one press each. */
export type Need
  /** A pupil who typed wrong pictures too often. */
  = | { readonly kind: 'held-up', readonly classId: string, readonly className: string, readonly pupilId: string, readonly name: string }
    /** Somebody has a class's code and has to wait. */
    | { readonly kind: 'class-held-up', readonly classId: string, readonly className: string }
    /** Pupils who had not finished when it was closed. */
    | {
      readonly kind: 'missed'
      readonly classId: string
      readonly className: string
      readonly assignmentId: string
      readonly work: WorkName
      readonly pupilIds: readonly string[]
    }
    /** Enough have finished for what the class made of it to be looked at. */
    | { readonly kind: 'insight', readonly classId: string, readonly className: string, readonly assignmentId: string, readonly work: WorkName }
    /** Classes that have been kept long enough go by themselves; the first on this day. */
    | { readonly kind: 'deletions', readonly on: string }

/** Which steps of a school's first day have been taken. */
export interface FirstDay {
  /** Who pupils can turn to, in the school's words; empty where nobody has said. */
  readonly helpContact: string
  /** Dates on which the school is shut. */
  readonly dates: number
  readonly classes: number
  readonly pupils: number
  readonly colleagues: number
  readonly assignments: number
}

/**
 * What can still be taken back, after a reload too; its id goes with its kind. Class lists and roll-overs say so by themselves
 * (rosters.ts).
 */
export type Undoable
  = | {
    readonly kind: 'closed' | 'removed'
    readonly id: string
    readonly className: string
    readonly work: WorkName
    /** Null where nobody says, but that it is within a day. */
    readonly until: string | null
  }
  | { readonly kind: 'class', readonly id: string, readonly className: string, readonly until: string }

/** `GET /api/today` */
export interface Today {
  /** The day at school. */
  readonly on: string
  /** What to begin with: on now, or the next to open. */
  readonly next: (AssignedWork & { readonly pupils: number, readonly isOpenForJoining: boolean }) | null
  readonly days: readonly DayOfWork[]
  /** Of the next two weeks: days on which the school is shut. */
  readonly holidays: readonly Holiday[]
  readonly needs: readonly Need[]
  /** The soonest to go for good first. */
  readonly undoable: readonly Undoable[]
  /** For admins, until all of it is done; for a teacher until there is a class with something to do. */
  readonly firstDay: FirstDay | null
}
