/** Names and shapes of what an LMS says (IMS LTI 1.3 core, Deep Linking 2.0, AGS 2.0, NRPS 2.0). */
import { z } from 'zod'

const LTI = 'https://purl.imsglobal.org/spec/lti/claim'
export const claim = {
  type: `${LTI}/message_type`,
  version: `${LTI}/version`,
  deployment: `${LTI}/deployment_id`,
  target: `${LTI}/target_link_uri`,
  roles: `${LTI}/roles`,
  context: `${LTI}/context`,
  link: `${LTI}/resource_link`,
  custom: `${LTI}/custom`,
  picking: 'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings',
  items: 'https://purl.imsglobal.org/spec/lti-dl/claim/content_items',
  pickingData: 'https://purl.imsglobal.org/spec/lti-dl/claim/data',
  grades: 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint',
  members: 'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice',
} as const

export const scope = {
  score: 'https://purl.imsglobal.org/spec/lti-ags/scope/score',
  members: 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly',
} as const

export const LAUNCH = 'LtiResourceLinkRequest'
export const PICK = 'LtiDeepLinkingRequest'

/** Ids of the LMS's: at most 255 signs (LTI 1.3 core, 5.3 and 5.4). */
const given = z.string().min(1).max(255)
const text = z.string().max(2_000)

/** What stands in a launch besides what `jwtVerify` looks at. Claims that nothing of ours reads are left aside. */
export const launchClaims = z.object({
  iss: z.string(),
  sub: given,
  aud: z.union([z.string(), z.array(z.string()).min(1)]),
  azp: z.string().optional(),
  nonce: given,
  iat: z.number(),
  exp: z.number(),
  [claim.type]: z.string(),
  [claim.version]: z.string(),
  [claim.deployment]: given,
  [claim.target]: text.optional(),
  [claim.roles]: z.array(z.string()).default([]),
  [claim.context]: z.object({ id: given, title: text.optional(), label: text.optional() }).optional(),
  [claim.link]: z.object({ id: given, title: text.optional() }).optional(),
  [claim.custom]: z.record(z.string(), z.unknown()).default({}),
  [claim.picking]: z
    .object({
      deep_link_return_url: text,
      accept_types: z.array(z.string()),
      accept_multiple: z.union([z.boolean(), z.stringbool()]).default(false),
      accept_lineitem: z.union([z.boolean(), z.stringbool()]).optional(),
      data: z.string().max(20_000).optional(),
    })
    .optional(),
  [claim.grades]: z.object({ scope: z.array(z.string()).default([]), lineitem: text.optional() }).optional(),
  [claim.members]: z.object({ context_memberships_url: text }).optional(),
})

export type LaunchClaims = z.infer<typeof launchClaims>

const ROLE = 'http://purl.imsglobal.org/vocab/lis/v2/membership'
/** Roles in a course, as they are written out in full; what is not among them is none. */
const teaching: readonly string[] = ['Instructor', 'ContentDeveloper', 'Administrator', 'Manager']
const parts: readonly string[] = ['TeachingAssistant', 'PrimaryInstructor', 'SecondaryInstructor', 'Lecturer', 'Grader', 'GuestInstructor']
const learning: readonly string[] = ['Learner']
const learners: readonly string[] = ['Learner', 'GuestLearner', 'ExternalLearner', 'NonCreditLearner']

const TEACHERS = new Set([...teaching.map(name => `${ROLE}#${name}`), ...parts.map(name => `${ROLE}/Instructor#${name}`)])
const LEARNERS = new Set([...learning.map(name => `${ROLE}#${name}`), ...learners.map(name => `${ROLE}/Learner#${name}`)])

/** @returns whoever both teaches and learns in a course teaches there; null for whoever does neither */
export function roleOf(roles: readonly string[]): 'teacher' | 'pupil' | null {
  if (roles.some(role => TEACHERS.has(role))) return 'teacher'
  return roles.some(role => LEARNERS.has(role)) ? 'pupil' : null
}

/** The list of a course may write roles short (NRPS 2.0, 2.2). */
export const isLearner = (roles: readonly string[]) => roleOf(roles.map(role => /^\w+$/.test(role) ? `${ROLE}#${role}` : role)) === 'pupil'
