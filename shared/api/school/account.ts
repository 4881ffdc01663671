/** One's own account. */
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/browser'
import { z } from 'zod'
import { name, password, type Role } from '#shared/api/fields'

/** `GET /api/account` */
export interface Account {
  readonly name: string
  readonly email: string
  readonly role: Role
  /** Its name. */
  readonly school: string
  readonly hasTwoFactor: boolean
  /** The newest first. */
  readonly sessions: readonly { readonly id: string, readonly startedAt: string, readonly isThis: boolean }[]
  readonly passkeys: readonly { readonly id: string, readonly name: string, readonly madeAt: string }[]
}

/** `PATCH /api/account` */
export const renameBody = z.strictObject({ name })

/** `POST /api/account/password`: every other session ends. */
export const changePasswordBody = z.strictObject({ currentPassword: password, newPassword: password })

/**
 * What must not be done at a screen that somebody left asks for the password again: `POST /api/account/passkeys/begin`, `POST
 * /api/account/two-factor` and `POST /api/account/two-factor-off`.
 */
export const withPasswordBody = z.strictObject({ password })

/** `POST /api/account/two-factor`: a first code makes it count. */
export interface BegunTwoFactor {
  /** `otpauth://…`, for an authenticator app. */
  readonly address: string
  /** For when the app is lost; told this once. */
  readonly backupCodes: readonly string[]
}

/** What somebody reads off an authenticator app. */
export const code = z.string().trim().min(1).max(20)

/** `POST /api/account/two-factor-code` */
export const firstCodeBody = z.strictObject({ code })

/** What a browser answers about a passkey, as far as it is looked at before the library does. */
const passkeyFields = z.looseObject({
  id: z.string().min(1).max(2000),
  rawId: z.string().max(2000),
  type: z.literal('public-key'),
  response: z.record(z.string(), z.unknown()),
})
/** Of one that it has. */
export const passkeyAnswer = passkeyFields.transform(given => given as unknown as AuthenticationResponseJSON)
const newPasskeyAnswer = passkeyFields.transform(given => given as unknown as RegistrationResponseJSON)

/** `POST /api/account/passkeys/begin`: what the browser has to be asked for a new one. */
export type NewPasskeyQuestion = PublicKeyCredentialCreationOptionsJSON

/** `POST /api/auth/passkey-begin`: what the browser has to be asked for one that it has. */
export type PasskeyQuestion = PublicKeyCredentialRequestOptionsJSON

/**
 * `POST /api/account/passkeys`. `DELETE /api/account/passkeys/<id>` removes one, `DELETE /api/account/sessions/<id>` ends a
 * session, `DELETE /api/account/sessions` all others.
 */
export const newPasskeyBody = z.strictObject({ name, response: newPasskeyAnswer })
