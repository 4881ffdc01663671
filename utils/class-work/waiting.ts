/** What a pupil has done and the server has not taken yet. */
import type { AttemptEvent } from '#shared/attempt/attempt-changes'
import type { CheckAnswers } from '#shared/attempt/recorder'

export type Waiting
  = | { readonly kind: 'event', readonly event: AttemptEvent }
    | { readonly kind: 'check', readonly id: string, readonly form: 'before' | 'after', readonly answers: CheckAnswers, readonly version?: number }

export interface Entry {
  /** In the order in which they happened on this device. */
  readonly key: string
  readonly pupilId: string
  readonly assignmentId: string
  readonly waiting: Waiting
  /** When the server first said that the lesson is closed, or taken away. Milliseconds since 1970. */
  readonly closedAt?: number
}
