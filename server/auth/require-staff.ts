/** Who of the staff is asking. */
import { createError, type H3Event } from 'h3'
import { isVisible } from '../database/class-access.ts'
import type { Db } from '../database/client.ts'
import { appDatabase } from '../database/in-app.ts'
import { authFor } from './in-app.ts'

export interface Staff {
  readonly id: string
  readonly schoolId: string
  readonly role: 'admin' | 'teacher'
  readonly name: string
  readonly email: string
}

/** @returns who is signed in, or null */
export async function staffOf(event: H3Event): Promise<Staff | null> {
  const session = await (await authFor(event)).api.getSession({ headers: event.headers })
  if (!session || session.user.disabledAt) return null
  const { id, schoolId, role, name, email } = session.user
  return { id, schoolId, role: role === 'admin' ? 'admin' : 'teacher', name, email }
}

/**
 * @param role `admin` where only an admin may
 * @throws 401 where nobody is signed in, 403 where the role is not enough
 */
export async function requireStaff(event: H3Event, role: 'teacher' | 'admin' = 'teacher'): Promise<{ staff: Staff, db: Db }> {
  const staff = await staffOf(event)
  if (!staff) throw createError({ statusCode: 401, statusMessage: 'Sign in first. Your session may have ended.', data: { reason: 'signed-out' } })
  event.context.who = { staffId: staff.id, schoolId: staff.schoolId, has: (db, classId) => isVisible(db, staff, classId) }
  if (role === 'admin' && staff.role !== 'admin') throw createError({ statusCode: 403, statusMessage: 'Only an admin of your school can do this.', data: { reason: 'role' } })
  return { staff, db: (await appDatabase()).db }
}
