/** What staff did, for the school's admins to read. */
import type { AuditLine, AuditPage } from '#shared/api/school/school'
import type { Db } from '../platform/database/client.ts'
import type { By } from '../accounts/staff/staff.ts'

const AUDIT_PAGE = 50

const lines = (db: Db, { schoolId }: Pick<By, 'schoolId'>) =>
  db
    .selectFrom('audit')
    .leftJoin('staff as doer', join => join.onRef('doer.id', '=', 'audit.staff_id').onRef('doer.school_id', '=', 'audit.school_id'))
    .leftJoin('staff as colleague', join =>
      join.onRef('colleague.id', '=', 'audit.subject').onRef('colleague.school_id', '=', 'audit.school_id'),
    )
    .leftJoin('class', join => join.onRef('class.id', '=', 'audit.subject').onRef('class.school_id', '=', 'audit.school_id'))
    .select(({ eb, fn, val }) => [
      'audit.id',
      'audit.at',
      'audit.action',
      eb
        .case()
        .when('audit.staff_id', 'is', null)
        .then(null)
        .else(fn.coalesce('doer.name', val('')))
        .end()
        .as('who'),
      fn.coalesce('colleague.name', 'class.name', 'audit.subject').as('subject'),
    ])
    .where('audit.school_id', '=', schoolId)
    .orderBy('audit.at', 'desc')
    .orderBy('audit.id')

/** @param page from 1, newest first */
export async function auditPage(db: Db, by: Pick<By, 'schoolId'>, page: number): Promise<AuditPage> {
  const { total } = await db
    .selectFrom('audit')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('school_id', '=', by.schoolId)
    .executeTakeFirstOrThrow()
  return {
    lines: await lines(db, by)
      .limit(AUDIT_PAGE)
      .offset((page - 1) * AUDIT_PAGE)
      .execute(),
    pages: Math.max(1, Math.ceil(Number(total) / AUDIT_PAGE)),
  }
}

/** Everything, for a spreadsheet. */
export function auditAll(db: Db, by: Pick<By, 'schoolId'>): Promise<AuditLine[]> {
  return lines(db, by).execute()
}
