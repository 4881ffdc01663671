/**
 * Somebody may work at two schools that share a server, and neither school learns of the other's people: each has an account of
 * its own for them. The sign-in library keeps e-mail addresses unique, so a second account is kept under a name that only this
 * file makes and reads: the address, then a sign for the school, then `.invalid`, in which nobody can have an address (RFC 2606,
 * §2).
 */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../platform/database/client.ts'

const KEPT_BESIDE = /\.s[0-9a-f]{16}\.invalid$/

/** @returns the address that people write and read, whatever the account is kept under */
export const addressIn = (email: string): string => email.replace(KEPT_BESIDE, '')

/** @returns what an account is kept under where the address itself is another school's already */
export const emailBeside = (address: string, schoolId: string): string =>
  `${address}.s${createHash('sha256').update(schoolId).digest('hex').slice(0, 16)}.invalid`

/** @returns every account with this address, at whatever school, the one that came first in front */
export async function accountsAt(db: Db, address: string) {
  const beside = `${address}.s`
  const found = await db
    .selectFrom('staff')
    .select(['id', 'school_id as schoolId', 'email', 'name', 'disabled_at as disabledAt'])
    .where(({ eb, or }) => or([eb('email', '=', address), eb(sql<string>`substr(email, 1, ${sql.lit(beside.length)})`, '=', beside)]))
    .execute()
  return found.filter(({ email }) => addressIn(email) === address).sort((a, b) => a.email.length - b.email.length)
}
