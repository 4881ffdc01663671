/** Who of the staff is asking. */
import type { H3Event } from 'h3'
import type { SecondStepTask } from '#shared/people/second-step'
import { Refusal } from '../../platform/refusal.ts'
import { isVisible } from '../../accounts/staff/class-access.ts'
import type { Db } from '../../platform/database/client.ts'
import { appDatabase } from '../../platform/database/app-database.ts'
import { authFor } from './staff-sign-in.ts'
import { hasTaken, secondStepOf } from '../../accounts/sign-in/second-step.ts'
import { addressIn } from '../../accounts/staff/staff-address.ts'
import type { Staff } from '../../accounts/staff/staff-member.ts'

interface SignedIn {
  readonly staff: Staff
  readonly db: Db
  /** Whether this session began with a second step. */
  readonly tookSecondStep: boolean
}

/** @returns who is signed in, and what they have to do before anything else; or null */
export async function staffOf(event: H3Event): Promise<SignedIn & { readonly secondStep: SecondStepTask | null } | null> {
  const session = await (await authFor(event)).api.getSession({ headers: event.headers })
  if (!session || session.user.disabledAt) return null
  const { id, schoolId, role, name, email } = session.user
  const staff: Staff = { id, schoolId, role: role === 'admin' ? 'admin' : 'teacher', name, email: addressIn(email) }
  const { db } = await appDatabase()
  const { way } = session.session
  return { staff, db, tookSecondStep: hasTaken(way), secondStep: await secondStepOf(db, staff, way) }
}

/**
 * @param role `admin` where only an admin may
 * @param options `setsUp` where a second step is set up, which is open to whoever has none yet; but not to whoever has one and
 * did not use it
 * @throws `signed-out` where nobody is signed in, `forbidden` where the role is not enough, or the school wants a second step
 * that was not taken
 */
export async function requireStaff(
  event: H3Event,
  role: 'teacher' | 'admin' = 'teacher',
  { setsUp = false } = {},
): Promise<SignedIn> {
  const found = await staffOf(event)
  if (!found) throw new Refusal('signed-out', 'sign-in-first', { reason: 'signed-out' })
  const { staff, db, tookSecondStep, secondStep } = found
  event.context.who = { staffId: staff.id, schoolId: staff.schoolId, has: (inside, classId) => isVisible(inside, staff, classId) }
  if (secondStep === 'use' || (secondStep === 'set-up' && !setsUp)) throw new Refusal('forbidden', 'second-step', { reason: 'second-step' })
  if (role === 'admin' && staff.role !== 'admin') throw new Refusal('forbidden', 'admins-only', { reason: 'role' })
  return { staff, db, tookSecondStep }
}
