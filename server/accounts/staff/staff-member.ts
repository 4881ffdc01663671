import type { Role } from '#shared/api/fields'

/** Somebody of the staff who is signed in. */
export interface Staff {
  readonly id: string
  readonly schoolId: string
  readonly role: Role
  readonly name: string
  readonly email: string
}
