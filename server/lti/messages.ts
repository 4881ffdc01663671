/** The second half of a launch: what an LMS says is looked at line by line before any of it is believed (LTI 1.3 security framework). */
import { createRemoteJWKSet, customFetch, errors, jwtVerify, type RemoteJWKSet } from 'jose'
import type { Db } from '../platform/database/client.ts'
import { claim, LAUNCH, launchClaims, PICK, roleOf, type LaunchClaims } from './claims.ts'
import { ask, LmsError } from './fetching.ts'
import { isOurs, type Login } from './logins.ts'
import { LtiRefusal } from './lti-refusal.ts'
import { readOptions, type ReadOptions } from './options.ts'
import { isDeployed, liesAt, type Platform } from './platforms.ts'

/** Seconds that clocks may differ. */
const CLOCKS_DIFFER = 60
/** Seconds that a message may be old; and that it may be good for. */
const MOST_AGE = 600
const MOST_LIFE = 3_600
/** Milliseconds until a key that is not in the set is looked for again: an LMS that changed its keys is not kept waiting. */
const LOOK_AGAIN = 5_000

/** By the address of the set, so that one that an admin changes is another one. */
const keySets = new Map<string, RemoteJWKSet>()

/** @returns the keys of a platform, kept for some minutes and read anew when one is missing */
function keysOf({ jwks_url: address }: Platform): RemoteJWKSet {
  const known = keySets.get(address)
  if (known) return known
  const made = createRemoteJWKSet(new URL(address), {
    cooldownDuration: LOOK_AGAIN,
    timeoutDuration: 10_000,
    [customFetch]: async (url) => {
      const { status, body } = await ask(url)
      return new Response(body, { status })
    },
  })
  keySets.set(address, made)
  return made
}

/** What each thing that `jwtVerify` finds amiss is called in the log. */
function wordFor(error: unknown): string {
  if (error instanceof errors.JWTExpired) return error.claim === 'iat' ? 'iat' : 'expired'
  if (error instanceof errors.JWTClaimValidationFailed) return error.reason === 'missing' ? `no-${lastWord(error.claim)}` : lastWord(error.claim)
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature'
  if (error instanceof errors.JOSEAlgNotAllowed) return 'alg'
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) return 'key'
  return 'unreadable'
}
const lastWord = (name: string) => name.split('/').at(-1) ?? name

/** The LMS's keys could not be read: it is away, or its set is something else, such as a page. */
const isAboutKeys = (error: unknown) =>
  error instanceof LmsError || error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid || error instanceof SyntaxError
  || (error instanceof errors.JOSEError && error.code === 'ERR_JOSE_GENERIC')

/** Too old or used: whoever it was opens the lesson once more. All else is for whoever looks after the connection. */
const passing: readonly string[] = ['expired', 'iat', 'nonce', 'exp']

interface Common {
  readonly platform: Platform
  readonly deploymentId: string
  /** The platform's own id of whoever comes. */
  readonly person: string
  readonly role: 'teacher' | 'pupil'
  readonly context: { readonly id: string, readonly title: string } | null
  /** Where the LMS tells who is in the course. */
  readonly membersUrl: string | null
}

/** Somebody opens a lesson that stands in a course. */
export interface LessonLaunch extends Common {
  readonly kind: 'lesson'
  readonly context: { readonly id: string, readonly title: string }
  readonly linkId: string
  /** As it was chosen; undefined where nobody has. */
  readonly lessonId: string | undefined
  /** What of it, as far as the LMS says: whether the lesson has that is another question (options.ts). */
  readonly chosen: ReadOptions
  readonly lineItem: string | null
}

/** What an LMS wants of lessons that are chosen for it. */
export interface Picking {
  readonly deploymentId: string
  readonly returnUrl: string
  readonly isSeveral: boolean
  readonly takesGrades: boolean
  readonly data?: string | undefined
}

/** A teacher chooses lessons for a course. */
interface PickLaunch extends Common {
  readonly kind: 'pick'
  readonly picking: Picking
}

export type Launch = LessonLaunch | PickLaunch

/**
 * @param login which this answers, taken out already
 * @param base our own address
 * @throws {LtiRefusal} with the first thing that is amiss
 */
export async function readLaunch(db: Db, login: Login, idToken: string, base: string, now = new Date()): Promise<Launch> {
  const { platform } = login
  const no = (reason: string) =>
    new LtiRefusal('forbidden', passing.includes(reason) ? 'lti-over' : 'lti-not-proved', reason, { platform })
  const claims = await verified(platform, idToken, now, no)
  if (claims.exp - claims.iat > MOST_LIFE) throw no('exp')
  const { aud, azp } = claims
  if (azp === undefined ? Array.isArray(aud) && aud.length > 1 : azp !== platform.client_id) throw no('azp')
  if (claims.nonce !== login.nonce) throw no('nonce')
  if (claims[claim.version] !== '1.3.0') throw no('version')
  const deploymentId = claims[claim.deployment]
  const { lti_deployment_id: announced } = login.asked
  if (!(await isDeployed(db, platform.id, deploymentId)) || (announced !== undefined && announced !== deploymentId)) throw no('deployment_id')
  // Where lessons are chosen, an LMS may leave it out.
  const target = claims[claim.target]
  if (target === undefined ? claims[claim.type] !== PICK : !isOurs(target, base) || target !== login.asked.target_link_uri) throw no('target')
  const role = roleOf(claims[claim.roles])
  if (!role) throw new LtiRefusal('forbidden', 'lti-no-role', 'role', { platform })
  const at = (address: string | undefined, what: string) => {
    if (address === undefined) return null
    if (!liesAt(platform, address)) throw no(what)
    return address
  }
  const context = claims[claim.context]
  const common = {
    platform,
    deploymentId,
    person: claims.sub,
    role,
    context: context ? { id: context.id, title: context.title ?? context.label ?? '' } : null,
    membersUrl: at(claims[claim.members]?.context_memberships_url, 'members-address'),
  }
  switch (claims[claim.type]) {
    case LAUNCH: {
      const link = claims[claim.link]
      if (!link || !common.context) throw no('resource_link')
      const chosen = claims[claim.custom].lesson ?? new URL(target ?? base).searchParams.get('lesson') ?? undefined
      return {
        ...common,
        kind: 'lesson',
        context: common.context,
        linkId: link.id,
        lessonId: typeof chosen === 'string' ? chosen : undefined,
        chosen: readOptions(claims[claim.custom]),
        lineItem: at(claims[claim.grades]?.lineitem, 'line-item'),
      }
    }
    case PICK: return { ...common, kind: 'pick', picking: pickingOf(claims, platform, role, no) }
    default: throw no('message_type')
  }
}

function pickingOf(claims: LaunchClaims, platform: Platform, role: Common['role'], no: (reason: string) => LtiRefusal): Picking {
  const wanted = claims[claim.picking]
  if (role !== 'teacher') throw new LtiRefusal('forbidden', 'lti-teachers', 'role', { platform })
  if (!wanted?.accept_types.includes('ltiResourceLink')) throw no('accept_types')
  if (!liesAt(platform, wanted.deep_link_return_url)) throw no('return-address')
  return {
    deploymentId: claims[claim.deployment],
    returnUrl: wanted.deep_link_return_url,
    isSeveral: wanted.accept_multiple,
    takesGrades: wanted.accept_lineitem !== false,
    data: wanted.data,
  }
}

async function verified(platform: Platform, idToken: string, now: Date, no: (reason: string) => LtiRefusal): Promise<LaunchClaims> {
  try {
    const { payload } = await jwtVerify(idToken, keysOf(platform), {
      issuer: platform.issuer,
      audience: platform.client_id,
      algorithms: ['RS256'],
      clockTolerance: CLOCKS_DIFFER,
      maxTokenAge: MOST_AGE,
      requiredClaims: ['exp', 'iat', 'nonce', 'sub', claim.deployment],
      currentDate: now,
    })
    const read = launchClaims.safeParse(payload)
    if (!read.success) throw no(`shape-${lastWord(String(read.error.issues[0]?.path[0] ?? ''))}`)
    return read.data
  }
  catch (error) {
    if (error instanceof LtiRefusal) throw error
    if (isAboutKeys(error)) throw new LtiRefusal('unavailable', 'lti-keys', 'keys', { platform })
    throw no(wordFor(error))
  }
}
