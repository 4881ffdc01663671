/** How an LMS and we speak (LTI 1.3), and what pages inside an LMS take and answer. */
import { z } from 'zod'
import { lessonPart, MOST_QUESTIONS, ownId, type AssignmentOnBoard, type BoardCell } from '#shared/api/assignments'
import { day, id } from '#shared/api/fields'
import { wholeLesson } from '#shared/lesson/part'

/** As long as an address or a hint of an LMS may be. */
const text = z.string().min(1).max(4_000)

/** `GET /lti/login` and `POST /lti/login`: somebody is coming. An HTML page, or on to the LMS. */
export const loginAsked = z.object({
  iss: text,
  login_hint: text,
  target_link_uri: text,
  lti_message_hint: text.optional(),
  client_id: text.optional(),
  lti_deployment_id: text.optional(),
})

/** `POST /lti/launch`: they have come; `GET /lti/launch` is asked by an LMS that looks whether something is there. */
export const launchSent = z.object({
  state: z.string().max(200).optional(),
  id_token: z.string().max(200_000).optional(),
  error: z.string().max(200).optional(),
})

/** `GET /lti/jwks`: our public keys (RFC 7517). */
export interface KeySet {
  readonly keys: readonly object[]
}

/** Of one pupil and one lesson. Totals are the LMS's to show. */
export interface LtiCell extends Pick<BoardCell, 'progress' | 'isCatchingUp' | 'hasSecondGo'> {
  /** Where the grade is; null where there is none, or none yet. */
  readonly grade: 'waiting' | 'sent' | 'refused' | null
}

export interface LtiLesson extends Pick<AssignmentOnBoard, 'id' | 'lessonId' | 'title' | 'kind' | 'part' | 'dueOn' | 'isClosed' | 'undoUntil'> {
  /** It is what an activity of the course opens; what was begun anew since is not. */
  readonly isHere: boolean
  readonly isGraded: boolean
}

/** `GET /api/lti/board`: how far a course is, for a teacher who came from its LMS. */
export interface LtiBoard {
  readonly course: string
  /** Whether the LMS tells who is in the course. */
  readonly canAskNames: boolean
  readonly lessons: readonly LtiLesson[]
  /** In an order that says nothing of when they came; their cells in the order of the lessons. */
  readonly pupils: readonly { readonly id: string, readonly cells: readonly LtiCell[] }[]
  /** Grades that could not be sent yet, and that the LMS will not take. */
  readonly waiting: number
  readonly refused: number
}

/** `POST /api/lti/rounds`: a closed lesson begins anew, for whoever opens it from now on. Nothing is answered (204). */
export const roundBody = z.strictObject({ assignmentId: id })

/** `GET /api/lti/names`: who is in the course, as the LMS says at this moment. Nothing of it is kept. */
export interface LtiNames {
  /** By name; the id is null for those who have never been here. */
  readonly names: readonly { readonly id: string | null, readonly name: string }[]
  /** The LMS gives no names to us. */
  readonly withheld: boolean
}

/** `POST /api/lti/scores`: what waits, or was refused, is sent once more. Nothing is answered (204). */

/** `GET /api/lti/pick`: what a teacher can choose for a course. */
export interface PickableLessons {
  readonly isSeveral: boolean
  readonly takesGrades: boolean
  readonly lessons: readonly {
    readonly id: string
    readonly title: string
    readonly band: string
    readonly minutes: number
    /** It has a quiz, whose total is the grade; the grade of others says that they are done. */
    readonly hasQuiz: boolean
    readonly hasSittings: boolean
  }[]
}

/** More than there are; a request stays small. */
const MOST_LESSONS = 60

/** `POST /api/lti/pick` */
export const pickedBody = z.strictObject({
  lessonIds: z.array(z.string().regex(/^[\w-]{1,64}$/)).min(1, 'choose at least one lesson').max(MOST_LESSONS),
  /** Each gets a line in the LMS's list of grades. */
  withGrades: z.boolean(),
  /** As in `POST /api/assignments`: how much of each, and which questions of one lesson's quiz. */
  part: lessonPart.default(wholeLesson),
  sameOrder: z.boolean().default(false),
  leftOut: z.array(ownId).max(MOST_QUESTIONS).default([]),
  putIn: z.array(ownId).max(MOST_QUESTIONS).default([]),
  /** Each is also looked back at, as an activity of its own, which the teacher shows some weeks later. */
  lookBack: z.boolean().default(false),
  dueOn: day.nullable().default(null),
})

/** `POST /api/lti/pick`: what the page posts on, and where to. */
export interface PickedLessons {
  readonly address: string
  readonly jwt: string
}
