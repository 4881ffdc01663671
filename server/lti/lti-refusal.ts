/** Why somebody who comes from an LMS is not let in: one sentence for them, one word for the log. */
import { Refusal, type RefusalKind } from '../platform/refusal.ts'
import type { SentenceKey } from '../platform/sentences.ts'
import type { Platform } from './platforms.ts'

/** What the LMS asks with (LTI 1.3 security framework, 5.1.1.1). */
export interface LoginAsked {
  readonly iss: string
  readonly login_hint: string
  readonly target_link_uri: string
  readonly lti_message_hint?: string | undefined
  readonly client_id?: string | undefined
  readonly lti_deployment_id?: string | undefined
}

export class LtiRefusal extends Refusal {
  override name = 'LtiRefusal'
  /** A word for the log. */
  readonly reason: string
  /** Which LMS it is about, where that is known: its pages alone may frame what is said. */
  readonly platform: Platform | undefined
  /** What a login that may begin anew in another tab was asked with. */
  readonly asked: LoginAsked | undefined

  constructor(
    kind: RefusalKind,
    sentence: SentenceKey,
    reason: string,
    about: { readonly platform?: Platform, readonly asked?: LoginAsked } = {},
  ) {
    super(kind, sentence, { reason })
    this.reason = reason
    this.platform = about.platform
    this.asked = about.asked
  }
}
