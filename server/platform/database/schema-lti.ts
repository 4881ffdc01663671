/** Tables of lessons inside an LMS (server/lti). As in schema.ts, which they are part of. */

/** An LMS that a school has connected by LTI 1.3, as the tool is registered there (server/lti/platforms.ts). */
interface LtiPlatformTable {
  id: string
  school_id: string
  /** As the school's admin calls it. */
  name: string
  issuer: string
  client_id: string
  auth_url: string
  token_url: string
  /** Whom a request for a token is addressed to, where that is not `token_url`. */
  token_audience: string | null
  jwks_url: string
  /** Where its pages and services lie, with spaces between: who may frame us, and where we send anything. */
  origins: string
  /** `waiting` until an admin has said yes to what a registration brought. */
  state: 'waiting' | 'connected' | 'disconnected'
  created_at: string
}

interface LtiDeploymentTable {
  platform_id: string
  deployment_id: string
  school_id: string
}

/** Our own pair of keys, of the whole server (server/lti/keys.ts). */
interface LtiKeyTable {
  kid: string
  /** Encrypted with the server's own key. */
  private_key: string
  /** JSON. */
  public_key: string
  created_at: string
  /** Since then another one signs; platforms may still know this one. */
  retired_at: string | null
}

/** A one-time link with which an LMS registers by itself. */
interface LtiInviteTable {
  token_hash: string
  school_id: string
  /** The only place from which it may. */
  origin: string
  expires_at: string
}

/** Somebody is on the way from the LMS to us. */
interface LtiLoginTable {
  state_hash: string
  school_id: string
  platform_id: string
  nonce: string
  secret_hash: string
  /** JSON: what the LMS asked with, to begin anew in another tab. */
  asked: string
  expires_at: string
}

/** A class that is a course of an LMS. */
interface LtiContextTable {
  class_id: string
  school_id: string
  platform_id: string
  deployment_id: string
  context_id: string
  /** Where the LMS tells who is in the course; null where it does not. */
  members_url: string | null
}

/** A lesson that stands in a course. */
interface LtiLinkTable {
  id: string
  school_id: string
  class_id: string
  /** As the LMS calls it. */
  link_id: string
  /** What pupils do there now; another one once it began anew. */
  assignment_id: string
  /** Where its grades go; null where the LMS wants none. */
  line_item: string | null
}

/** A pupil who came from an LMS: without a name. */
interface LtiPupilTable {
  pupil_id: string
  school_id: string
  class_id: string
  /** The platform's own id of whoever it is. */
  person: string
}

/** A teacher who came from an LMS. */
interface LtiSessionTable {
  token_hash: string
  /** Stands in addresses, opens nothing. */
  id: string
  school_id: string
  platform_id: string
  /** The course; null where lessons are chosen for one that nobody has opened here yet. */
  class_id: string | null
  /** Keyed hash of who it is, so that another person on the same device ends it. */
  person: string
  /** JSON: what the LMS wants to be told of lessons that are chosen. */
  picking: string | null
  used_at: string
  began_at: string
}

/** A score on its way to the LMS (server/lti/scores.ts). */
interface LtiScoreTable {
  link_id: string
  pupil_id: string
  school_id: string
  points: number
  max: number
  /** `refused`: the LMS will never take it. */
  state: 'waiting' | 'sent' | 'refused'
  tries: number
  /** When it is tried next. */
  next_at: string
  /** What the LMS said last, in a word. */
  reason: string | null
}

export interface LtiTables {
  lti_platform: LtiPlatformTable
  lti_deployment: LtiDeploymentTable
  lti_key: LtiKeyTable
  lti_invite: LtiInviteTable
  lti_login: LtiLoginTable
  lti_context: LtiContextTable
  lti_link: LtiLinkTable
  lti_pupil: LtiPupilTable
  lti_session: LtiSessionTable
  lti_score: LtiScoreTable
}
