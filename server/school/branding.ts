/** A school's name and logo, as its pupils and staff see them at the head of their pages and on what they print. */
import type { Brand } from '#shared/api/school/school'
import { hashOf } from '../platform/security/tokens.ts'
import { audit } from '../platform/security/audit.ts'
import type { Db } from '../platform/database/client.ts'
import { readLogo } from '../scorm/package/logo.ts'

export async function brandOf(db: Db, schoolId: string): Promise<Brand> {
  const { name, version } = await db.selectFrom('school').leftJoin('school_logo', 'school_logo.school_id', 'school.id')
    .select(['school.name', 'school_logo.version']).where('school.id', '=', schoolId).executeTakeFirstOrThrow()
  return { name, logo: version === null ? null : `/api/logo/${schoolId}?v=${version}` }
}

/** @returns the logo as `data:image/…;base64,…`, or null */
export async function logoOf(db: Db, schoolId: string): Promise<string | null> {
  const found = await db.selectFrom('school_logo').select('picture').where('school_id', '=', schoolId).executeTakeFirst()
  return found?.picture ?? null
}

/** @param picture as `data:image/…;base64,…`, or null to take the logo away; @throws `invalid` where it cannot be used */
export async function changeLogo(db: Db, by: { readonly id: string, readonly schoolId: string }, picture: string | null): Promise<void> {
  if (picture !== null) readLogo(picture)
  await db.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('school_logo').where('school_id', '=', by.schoolId).execute()
    if (picture !== null)
      await transaction
        .insertInto('school_logo')
        .values({ school_id: by.schoolId, picture, version: hashOf(picture).slice(0, 8) })
        .execute()
    await audit(transaction, by, 'school.logo', by.schoolId)
  })
}
