/** A school's staff, for its admins. */
import { z } from 'zod'
import { email, name, role, type Role } from '#shared/api/fields'

/** One of `GET /api/staff` */
export interface Colleague {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: Role
  /** `invited` until the first password is set. */
  readonly state: 'active' | 'invited' | 'disabled'
  readonly hasTwoFactor: boolean
  readonly hasPasskey: boolean
  /** Signs in here, and has neither of them. */
  readonly lacksSecondStep: boolean
  readonly isYou: boolean
}

/** `POST /api/staff` */
export const newColleagueBody = z.strictObject({ name, email, role })
export type NewColleague = z.infer<typeof newColleagueBody>

/**
 * `PATCH /api/staff/<id>`. `DELETE /api/staff/<id>` removes a colleague, `DELETE /api/staff/<id>/two-factor` takes the second
 * step away that they have lost.
 */
export const changedColleagueBody = z.union([z.strictObject({ role }), z.strictObject({ disabled: z.boolean() })])

/** `POST /api/staff` and `POST /api/staff/<id>/link`: a link to set a password, and whether it went by mail */
export interface PasswordLink {
  readonly link: string
  readonly email: string
  /** What became of the mail; `none` where no mail server is set. */
  readonly mail: 'sent' | 'failed' | 'none'
}
