/**
 * What the server says to what a pupil's device has sent. Only an answer of this shape means anything: a filter, a proxy or a
 * sign-in page of the network may answer in the server's place, with any status and any text. No zod: the browser reads it too.
 */

export const EVENTS_KIND = 'whos-there/events'
export const CHECK_KIND = 'whos-there/check'
export const STATE_KIND = 'whos-there/state'

/**
 * Why an event will never be taken:
 * `unknown-screen`: the lesson has no such screen (any more). `impossible`: nothing that can happen on that screen.
 * `cap`: this attempt has moved about far more often than a lesson needs. `unreadable`: no event of a lesson.
 */
export type EventProblem = 'unknown-screen' | 'impossible' | 'cap' | 'unreadable'

interface RefusedEvent {
  readonly id: string
  readonly reason: string
}

/** The answer to `POST /api/my/assignments/<id>/events`. Every id that was sent is in one of the two lists. */
export interface EventsAnswer {
  readonly kind: typeof EVENTS_KIND
  /** Ids of events that are on the server's disk now, whenever they came. */
  readonly held: readonly string[]
  /** Ids of events that will never be taken. */
  readonly refused: readonly RefusedEvent[]
  /** Where the pupil is now (shared/attempt/suspend-data.ts), without what was chosen. */
  readonly state: string
}

/** The answer to `GET /api/my/assignments/<id>/state`. */
export interface StateAnswer {
  readonly kind: typeof STATE_KIND
  /** As in `EventsAnswer`; null where nothing is kept. */
  readonly state: string | null
}

/** The answer to `POST /api/my/assignments/<id>/check`. */
export type CheckAnswered
  = | { readonly kind: typeof CHECK_KIND, readonly held: true }
    | { readonly kind: typeof CHECK_KIND, readonly held: false, readonly reason: string }

/**
 * The `data` of an error of either route: why nothing of a request was taken. Whether it ever will be is the status' to say, as
 * it always was: 401 `signed-out`, `before-reset` (the pupil got new pictures), `code-replaced` (the class got a new code),
 * `newer-sessions` (came in on several devices since) and `somebody-else` (it waits for the pupil of this device); 404 and 410
 * `gone`; 409 `closed`; 423 `later`; 400 `unreadable`.
 */
export interface RequestRefusal {
  readonly kind: typeof EVENTS_KIND | typeof CHECK_KIND
  readonly reason: string
}

const isRecord = (data: unknown): data is Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null && !Array.isArray(data)
const isText = (value: unknown): value is string => typeof value === 'string'
const isRefused = (value: unknown): value is RefusedEvent => isRecord(value) && isText(value.id) && isText(value.reason)

/** @returns the answer, or null where it is not the server's */
export function readEventsAnswer(data: unknown): EventsAnswer | null {
  if (!isRecord(data) || data.kind !== EVENTS_KIND || !Array.isArray(data.held) || !Array.isArray(data.refused) || !isText(data.state))
    return null
  return data.held.every(isText) && data.refused.every(isRefused)
    ? { kind: EVENTS_KIND, held: data.held, refused: data.refused, state: data.state }
    : null
}

/** @returns the state, or null where there is none or the answer is not the server's */
export function readStateAnswer(data: unknown): string | null {
  return isRecord(data) && data.kind === STATE_KIND && isText(data.state) ? data.state : null
}

/** @returns the answer, or null where it is not the server's */
export function readCheckAnswer(data: unknown): CheckAnswered | null {
  if (!isRecord(data) || data.kind !== CHECK_KIND) return null
  if (data.held === true) return { kind: CHECK_KIND, held: true }
  return data.held === false && isText(data.reason) ? { kind: CHECK_KIND, held: false, reason: data.reason } : null
}

/**
 * @param body the whole answer of an error, `{ statusCode, …, data }`; @returns why the server refused the request, or null where
 * it was not the server
 */
export function readRefusal(body: unknown): RequestRefusal | null {
  const data = isRecord(body) ? body.data : undefined
  if (!isRecord(data) || (data.kind !== EVENTS_KIND && data.kind !== CHECK_KIND) || !isText(data.reason)) return null
  return { kind: data.kind, reason: data.reason }
}
