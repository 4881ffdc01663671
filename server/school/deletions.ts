/** What retention will delete, for admins: they see it at least a week before, and can put it off. */
import type { DatedClass, Deletions, Sooner } from '#shared/api/school/school'
import { byName } from '#shared/people/by-name'
import { Refusal } from '../platform/refusal.ts'
import { audit } from '../platform/security/audit.ts'
import { daysAfter, today } from '../assignments/assignments.ts'
import type { Db } from '../platform/database/client.ts'
import { goesOn, monthsAfter, NOTICE_DAYS } from './retention.ts'
import type { By } from '../accounts/staff/staff.ts'

type ClassSize = Omit<DatedClass, 'on' | 'isAnnounced'>

/** Days ahead that an admin sees what is not announced yet. */
const AHEAD = 60

const sizes = (db: Db, schoolId: string) =>
  db
    .selectFrom('class')
    .innerJoin('school', 'school.id', 'class.school_id')
    .select(({ selectFrom, fn }) => [
      'class.id',
      'class.name',
      'class.year_ends',
      'class.kept_until',
      'school.keep_months',
      selectFrom('pupil').select(fn.countAll<number>().as('count')).whereRef('pupil.class_id', '=', 'class.id').as('pupils'),
      selectFrom('attempt')
        .innerJoin('assignment', 'assignment.id', 'attempt.assignment_id')
        .select(fn.countAll<number>().as('count'))
        .whereRef('assignment.class_id', '=', 'class.id')
        .as('attempts'),
    ])
    .where('class.school_id', '=', schoolId)
    .where('class.deleted_at', 'is', null)
    .execute()

const sizeOf = ({ id, name, pupils, attempts }: Awaited<ReturnType<typeof sizes>>[number]): ClassSize => ({
  id,
  name,
  pupils: Number(pupils),
  attempts: Number(attempts),
})

/** @returns what goes in the next two months, the soonest first */
export async function deletionsOf(db: Db, { schoolId }: Pick<By, 'schoolId'>, now = new Date()): Promise<Deletions> {
  const announced = new Map(
    (await db.selectFrom('deletion').selectAll().execute()).map(row => [`${row.kind} ${row.subject_id}`, row.due_on]),
  )
  const last = daysAfter(today(now), AHEAD)
  const classes = (await sizes(db, schoolId)).map((row): DatedClass => {
    const on = announced.get(`class ${row.id}`)
    return { ...sizeOf(row), on: on ?? goesOn(row, row.keep_months), isAnnounced: on !== undefined }
  }).filter(({ on }) => on <= last)
  const assignments = await db
    .selectFrom('deletion')
    .innerJoin('assignment', 'assignment.id', 'deletion.subject_id')
    .innerJoin('class', 'class.id', 'assignment.class_id')
    .select(['class.id as classId', 'class.name as className', 'assignment.lesson_id as lessonId', 'deletion.due_on as on'])
    .where('deletion.kind', '=', 'assignment')
    .where('class.school_id', '=', schoolId)
    .where('class.deleted_at', 'is', null)
    .execute()
  const old = await db.selectFrom('deletion').select(['subject_id', 'due_on']).where('kind', '=', 'audit').executeTakeFirst()
  return {
    classes: classes.toSorted((a, b) => a.on.localeCompare(b.on) || byName(a, b)),
    assignments: assignments.toSorted((a, b) => a.on.localeCompare(b.on) || byName({ name: a.className }, { name: b.className })),
    audit: old ? { before: old.subject_id, on: old.due_on } : null,
  }
}

/** Months by which a class is kept longer at one press. */
const LONGER = 1

/**
 * Keeps a class for another month.
 * @returns the day until which it is kept now
 * @throws `not-found` where there is no such class at this school
 */
export function putOff(db: Db, by: Pick<By, 'id' | 'schoolId'>, classId: string, now = new Date()): Promise<string> {
  return db.transaction().execute(async (all) => {
    // Held, as by retention that deletes it at this moment.
    const row = await all
      .updateTable('class')
      .set(({ ref }) => ({ name: ref('name') }))
      .where('id', '=', classId)
      .where('school_id', '=', by.schoolId)
      .where('deleted_at', 'is', null)
      .returning(['year_ends', 'kept_until'])
      .executeTakeFirst()
    if (!row) throw new Refusal('not-found', 'no-class-at-school')
    const { keep_months: months } = await all
      .selectFrom('school')
      .select('keep_months')
      .where('id', '=', by.schoolId)
      .executeTakeFirstOrThrow()
    const [last, day] = [daysAfter(goesOn(row, months), -1), today(now)]
    const until = monthsAfter(last > day ? last : day, LONGER)
    await all.updateTable('class').set({ kept_until: until }).where('id', '=', classId).execute()
    await all.deleteFrom('deletion').where('kind', '=', 'class').where('subject_id', '=', classId).execute()
    await audit(all, by, 'class.keep', classId)
    return until
  })
}

/**
 * @returns what would go within the notice if classes were kept so many months, and would be kept longer as it is now; null where
 * nothing would
 */
export async function soonerBy(db: Db, schoolId: string, keepMonths: number, now = new Date()): Promise<Sooner | null> {
  const earliest = daysAfter(today(now), NOTICE_DAYS)
  const going = (await sizes(db, schoolId)).sort(byName)
    .filter(row => goesOn(row, keepMonths) <= earliest && goesOn(row, row.keep_months) > earliest)
    .map(sizeOf)
  if (going.length === 0) return null
  const sum = (of: (size: ClassSize) => number) => going.reduce((total, size) => total + of(size), 0)
  return { classes: going.length, pupils: sum(({ pupils }) => pupils), attempts: sum(({ attempts }) => attempts), on: earliest }
}
