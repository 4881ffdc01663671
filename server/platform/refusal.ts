/** How rules refuse: they know nothing of HTTP. One place at the edge makes an answer of it (server/edge/answers/refusals.ts). */
import { DEFAULT_LOCALE } from '#shared/text/languages'
import { say, type Sentence, type SentenceKey } from './sentences.ts'

/**
 * `invalid`: what was sent does not fit. `signed-out`: nobody is signed in, or did not get in. `forbidden`: not for whoever asks.
 * `not-found`: is not there, or is somebody else's. `conflict`: does not go with how things are. `gone`: was there once.
 * `too-large`, `unsupported`: of a request's body. `unusable`: is there, with something amiss. `too-early`: has not begun yet.
 * `too-many`: tried too often. `broken`: the server's own fault, foreseen. `unavailable`: not just now.
 */
export type RefusalKind
  = | 'invalid'
    | 'signed-out'
    | 'forbidden'
    | 'not-found'
    | 'conflict'
    | 'gone'
    | 'too-large'
    | 'unsupported'
    | 'unusable'
    | 'too-early'
    | 'too-many'
    | 'broken'
    | 'unavailable'

/** Thrown where something is not done, for a reason that was foreseen and that a person is told. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly kind: RefusalKind
  readonly sentence: Sentence
  readonly details: object | undefined

  /**
   * @param sentence says what to do
   * @param details for programs: a word for the reason, what is wrong with each field
   */
  constructor(kind: RefusalKind, sentence: SentenceKey | Sentence, details?: object) {
    const whole = typeof sentence === 'string' ? { key: sentence } : sentence
    // For logs.
    super(say(whole, DEFAULT_LOCALE))
    this.kind = kind
    this.sentence = whole
    this.details = details
  }
}
