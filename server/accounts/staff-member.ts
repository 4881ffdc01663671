/** Somebody of the staff who is signed in. */
export interface Staff {
  readonly id: string
  readonly schoolId: string
  readonly role: 'admin' | 'teacher'
  readonly name: string
  readonly email: string
}
