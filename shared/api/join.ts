/** How pupils come in, and go. */
import { z } from 'zod'
import { id } from '#shared/api/fields'
import { loginPictures, PICTURES_IN_PASSWORD } from '#shared/people/login-pictures'

const typedCode = z.string().max(100)
const pictures = z.array(z.enum(loginPictures)).length(PICTURES_IN_PASSWORD)

/** `POST /api/join/class` */
export const classCodeBody = z.strictObject({ code: typedCode })

/** `POST /api/join/class`: the names to pick from, while the class is open */
export interface OpenClass {
  readonly className: string
  readonly pupils: readonly { readonly id: string, readonly name: string }[]
}

/** `POST /api/join`: with the code, which only works while the class is open, or with a card, which always does */
export const joinBody = z.union([
  z.strictObject({ classCode: typedCode, pupilId: id, pictures }),
  z.strictObject({ key: z.string().min(1).max(100), pictures }),
])

/**
 * `POST /api/join` and `POST /api/join/leave`: whether a pupil is signed in on this device now. `POST /api/device/forget` makes
 * the device as one that nobody came in from.
 */
export interface Joined {
  readonly joined: boolean
}

/** An account elsewhere that pupils can come in with. */
export interface JoinWay {
  readonly id: 'google' | 'microsoft' | 'oidc'
  readonly name: string
}

/** `GET /api/join/ways` */
export interface JoinWays {
  readonly ways: readonly JoinWay[]
}

/**
 * `GET /join/elsewhere/<provider>` leads to the provider, with `?for=join` to join the account to the name that is signed in;
 * `GET /join/elsewhere/<provider>/back` takes whoever comes back to `/my` or `/join`. Both answer with where to go on.
 */
export type JoinPurpose = 'come-in' | 'join'
