import type { SecondStepTask } from '#shared/people/second-step'

/** Who of the staff is signed in, as the last page asked; undefined before anybody has asked. */
export interface SignedInStaff {
  readonly name: string
  readonly role: 'admin' | 'teacher'
  readonly school: { readonly name: string, readonly logo: string | null }
  /** What they have to do before anything else. */
  readonly secondStep: SecondStepTask | null
}

export function useStaff() {
  return useState<SignedInStaff | null | undefined>('staff')
}

/** Asks the server anew, so that a session that has ended is noticed. */
export async function askForStaff(): Promise<SignedInStaff | null> {
  const staff = useStaff()
  const found = await useRequestFetch()('/api/auth/me')
  staff.value = found.staff
  return staff.value
}
