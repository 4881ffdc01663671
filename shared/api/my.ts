/** What a pupil who is signed in gets and sends. What the server says to their device about it stands in events.ts. */
import { z } from 'zod'
import type { LessonInCatalogue } from '#shared/api/content'
import { id } from '#shared/api/fields'
import type { JoinWay } from '#shared/api/join'
import type { Brand } from '#shared/api/school/school'
import type { Band } from '#shared/lesson/bands'
import type { HelpRoute } from '#shared/lesson/help-routes'
import type { LessonPart } from '#shared/lesson/part'

/** What a pupil has to do. */
export interface MyAssignment {
  readonly id: string
  readonly lessonId: string
  readonly kind: 'lesson' | 'booster'
  readonly part: LessonPart
  readonly opensOn: string
  /** Null also once it has passed: nobody is reminded of being late. */
  readonly dueOn: string | null
  readonly state: 'later' | 'open' | 'started' | 'finished' | 'closed' | 'excused'
  /** They have finished it, and their teacher lets them do it once more. */
  readonly isSecondGo: boolean
}

/** `GET /api/my`: who is signed in on this device, and what their class has been given */
export interface My {
  readonly pupilId: string
  readonly name: string
  readonly school: Brand
  /** With which accounts elsewhere their name could be joined, where the school wants that, and whether one is. */
  readonly account: { readonly ways: readonly JoinWay[], readonly isJoined: boolean }
  readonly assignments: readonly (MyAssignment & {
    readonly locale: string
    readonly title: string
    readonly minutes: number
    readonly band: Band
    /** It is in two sittings. */
    readonly hasBreak: boolean
    /** As in the catalogue. */
    readonly cover: LessonInCatalogue['cover']
  })[]
}

/** `GET /api/my/assignments/<id>`. @template PlayerLesson activities/lesson.ts: the core knows no activity */
export interface MyLesson<PlayerLesson> {
  readonly pupilId: string
  readonly lesson: PlayerLesson
  readonly help: readonly HelpRoute[]
  /** Where this pupil is in it, without what was chosen; null where nothing is kept. */
  readonly state: string | null
}

/** `GET /api/my/assignments/<id>/opening` */
export interface MyOpening<PlayerLesson> extends MyLesson<PlayerLesson> {
  /** The lesson is more than its opening: nothing has to be fetched. */
  readonly isWhole: boolean
}

/** A whole lesson is about 150 events. */
const MOST_EVENTS = 400

/** Only the id has to be readable: what the rest of it is not, is said of that one event, and does not hold up the others. */
const event = z.looseObject({ id: z.string().min(1).max(64) })

/**
 * `POST /api/my/assignments/<id>/events`. Not strict: a page that is older or newer than the server may tell more, and what is
 * refused is lost to its pupil.
 */
export const eventsBody = z.object({ pupilId: id, events: z.array(event).min(1).max(MOST_EVENTS) })

/**
 * `POST /api/my/assignments/<id>/check`. @param answers schema of what the activity records. The version is that of the lesson in
 * which they were given; an older release's page says none.
 */
export const checkBody = <T>(answers: z.ZodType<T>) =>
  z.strictObject({ pupilId: id, form: z.enum(['before', 'after']), answers, version: z.int().optional() })

/** Of one lesson. */
export interface MyWork {
  readonly lesson: string
  readonly kind: 'lesson' | 'booster'
  readonly part: LessonPart
  /** Null where they have not begun, or are excused before they did. */
  readonly status: 'started' | 'finished' | null
  readonly isExcused: boolean
  /** Nothing more is taken: single answers are kept for a day, in case that is undone, and then deleted. */
  readonly isClosed: boolean
  /** They are. */
  readonly isDeleted: boolean
  /** Closed for the others: the last day on which this pupil can go on with it. Null where there is none. */
  readonly catchUpEndsOn: string | null
  /** They may do it once more. */
  readonly hasSecondGo: boolean
  /** Of the quiz, once a go is done. */
  readonly total: { readonly points: number, readonly max: number } | null
  /** Title of the screen they are on. */
  readonly place: string | null
  /** Titles of screens that are done. */
  readonly done: readonly string[]
  /** How many questions of the quiz have an answer that is kept. */
  readonly questionsDone: number
  /** Checks that they have given; what they said is counted without their name. */
  readonly checks: readonly ('before' | 'after')[]
}

/** `GET /api/my/data`: what is kept of the pupil who is signed in. Of single answers only that they are there. */
export interface MyData {
  readonly name: string
  readonly className: string
  /** Day. */
  readonly addedOn: string
  readonly cardMadeOn: string | null
  /** Devices on which they are signed in. */
  readonly sessions: number
  /** Names of groups of the class that they are in. */
  readonly groups: readonly string[]
  readonly work: readonly MyWork[]
}
