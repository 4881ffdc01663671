/** Signing in, and links to set a password. */
import { z } from 'zod'
import { code, passkeyAnswer } from '#shared/api/school/account'
import { email, key, password, type Role } from '#shared/api/fields'
import type { Brand } from '#shared/api/school/school'
import type { SecondStepTask } from '#shared/people/second-step'

/** `GET /api/auth/me` */
export interface Me {
  /** Who is signed in. */
  readonly staff: {
    readonly name: string
    readonly role: Role
    readonly school: Brand
    /** What they have to do before anything else. */
    readonly secondStep: SecondStepTask | null
  } | null
  /** The ways to sign in elsewhere that this server knows. */
  readonly providers: readonly Provider[]
  /** Whether links go by mail to whoever has forgotten their password. */
  readonly mailsLinks: boolean
}

export interface Provider {
  readonly id: 'microsoft' | 'google' | 'oidc'
  readonly name: string
}

/** `POST /api/auth/sign-in` */
export const signInBody = z.strictObject({ email, password })
export type Credentials = z.infer<typeof signInBody>

/** `POST /api/auth/sign-in` and `POST /api/setup` */
export interface SignedIn {
  /** Whether the second step is still to come. */
  readonly needsCode: boolean
}

/** `POST /api/auth/code`, the second step */
export const codeBody = z.strictObject({ code, kind: z.enum(['app', 'backup']) })

/** `POST /api/auth/passkey`; before it `POST /api/auth/passkey-begin`. `POST /api/auth/sign-out` ends the session. */
export const passkeyBody = z.strictObject({ response: passkeyAnswer })

/** `POST /api/auth/sign-in/social`, which Better Auth answers: where to go for an account elsewhere */
export interface ElsewhereAddress {
  readonly url: string
}

/** `POST /api/auth/forgotten`: the answer is the same whether or not there is such an account. */
export const forgottenBody = z.strictObject({ email })

/** `GET /api/set-password`: whom a link is for */
export interface LinkOwner {
  readonly name: string
  readonly email: string
  /** Its name. */
  readonly school: string
}

/** `POST /api/set-password` */
export const setPasswordBody = z.strictObject({ key, password })

/** `POST /api/password-advice`, while somebody types. @see PasswordAdvice */
export const passwordAdviceBody = z.strictObject({ password, names: z.array(z.string().max(200)).max(3), key: key.optional() })

export interface PasswordAdvice {
  /** The library's own scale of 0 to 4. */
  readonly strength: number
  /** What to change; nothing where the password will do. */
  readonly advice?: string
}
