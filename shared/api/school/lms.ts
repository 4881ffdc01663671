/** The LMSs that a school has connected by LTI 1.3, for its admins. */
import { z } from 'zod'
import type { ClassData } from '#shared/api/classes'
import { tidyName } from '#shared/text/tidy-text'

/** As an LMS gives them; rules look at what lies behind an address. */
/** Signs of ASCII, as addresses and ids are made of (LTI 1.3 core, 3.1.3). */
const ascii = z.string().trim().min(1).regex(/^[\x20-\x7E]+$/)
const address = ascii.max(500)
const given = ascii.max(255)

/** `POST /api/lms`: an admin types in what the LMS shows. */
export const newLmsBody = z.strictObject({
  name: z.string().max(500).transform(tidyName).pipe(z.string().min(1).max(80)),
  issuer: address,
  clientId: given,
  deploymentId: given.nullable(),
  authUrl: address,
  tokenUrl: address,
  /** Where the LMS wants tokens asked for in another name. */
  tokenAudience: address.nullable(),
  jwksUrl: address,
  /** Where people open the LMS, where it lies at another host. */
  home: address.nullable(),
})

/** `POST /api/lms` */
export interface ConnectedLms {
  readonly id: string
}

/** `POST /api/lms/<id>/deployments`. Nothing is answered (204), as by `POST /api/lms/<id>/connect`, `POST /api/lms/<id>/disconnect`,
 * `DELETE /api/lms/<id>`, `POST /api/lms/key` (another key signs from now on), `DELETE /api/lms/courses/<id>` and
 * `POST /api/lms/courses/<id>/undelete`. */
export const deploymentBody = z.strictObject({ deploymentId: given })

/** `POST /api/lms/invite`: a link with which an LMS registers by itself. */
export const inviteBody = z.strictObject({ home: address })

/** `POST /api/lms/invite` */
export interface LmsInvite {
  readonly address: string
  /** It works once, until then. */
  readonly until: string
}

/** `GET /lti/register/<token>`: the LMS's admin opens the link there. An HTML page. */
export const registerAsked = z.object({ openid_configuration: address.max(2_000), registration_token: z.string().max(10_000).optional() })

export interface LmsInSchool {
  readonly id: string
  readonly name: string
  readonly state: 'waiting' | 'connected' | 'disconnected'
  readonly issuer: string
  readonly clientId: string
  readonly authUrl: string
  readonly tokenUrl: string
  readonly jwksUrl: string
  readonly deploymentIds: readonly string[]
  readonly courses: readonly { readonly id: string, readonly name: string, readonly pupils: number, readonly isDeleted: boolean }[]
  /** Grades that could not be sent yet, and that the LMS will not take. */
  readonly waiting: number
  readonly refused: number
}

/** `GET /api/lms` */
export interface LmsOverview {
  /** What an LMS asks for. */
  readonly tool: { readonly login: string, readonly launch: string, readonly keys: string }
  readonly keyMadeOn: string | null
  readonly platforms: readonly LmsInSchool[]
}

/** `GET /api/lms/courses/<id>`: who is in a course here. `GET /api/lms/courses/<id>/names` asks the LMS what they are called. */
export interface LmsCourse {
  readonly name: string
  /** Whether the LMS tells who is in the course. */
  readonly canAskNames: boolean
  /** In an order that says nothing of when they came. */
  readonly pupils: readonly { readonly id: string, readonly lmsUserId: string }[]
}

/**
 * `GET /api/lms/courses/<id>/data`: all that is kept of a course, or with `?pupil=<id>` of one pupil of it, as a file. Nothing is
 * answered (204) by `DELETE /api/lms/courses/<id>/pupils/<pupil>`, which erases one for good.
 */
export interface CourseData extends Omit<ClassData, 'pupils'> {
  readonly pupils: readonly (ClassData['pupils'][number] & {
    /** The LMS's own id, by which the school knows who it is. */
    readonly lms_user_id: string | null
    /** The total only where the LMS has it. */
    readonly grades_for_the_lms: readonly object[]
  })[]
}
