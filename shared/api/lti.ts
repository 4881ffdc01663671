/** How an LMS and we speak (LTI 1.3), and what pages inside an LMS take and answer. */
import { z } from 'zod'

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
