/** A school's evidence for governors and inspectors: what was taught, what changed, what was misunderstood, what the school did. */
import type { SchoolEvidence } from '#shared/api/evidence'
import { schoolYearOf } from '#shared/people/class-fields'
import { daysAfter, today } from '../assignments/assignments.ts'
import { schoolYearEnd } from '../classes/classes.ts'
import { findCurriculum, mappings, type Curriculum } from '../content/library/curriculum.ts'
import { lessonsIn, type Library } from '../content/library/library.ts'
import { sumUp, summedOf, summedYears } from '../insight/evidence.ts'
import type { Db } from '../platform/database/client.ts'
import type { Row } from '../platform/database/schema.ts'
import { coverageOf, statementsOf, type TaughtClass } from './coverage.ts'

const yearIn = (day: string) => Number(day.slice(0, 4))
const aYearBefore = (day: string) => `${yearIn(day) - 1}${day.slice(4)}`

/**
 * @param year last day of the school year; this one where it is left out
 * @param locale of the lessons and the curriculum
 */
export async function evidenceOf(
  db: Db,
  schoolId: string,
  library: Library,
  locale: string,
  year?: string,
  now = new Date(),
): Promise<SchoolEvidence> {
  await sumUp(db, schoolId)
  const school = await db.selectFrom('school').select(['name', 'year_ends', 'nation']).where('id', '=', schoolId).executeTakeFirstOrThrow()
  const current = schoolYearEnd(school.year_ends, today(now))
  const years = [...new Set([current, ...await summedYears(db, schoolId)])].sort().reverse()
  const yearEnds = year !== undefined && years.includes(year) ? year : current
  const from = daysAfter(aYearBefore(yearEnds), 1)
  const to = today(now) < yearEnds ? today(now) : yearEnds
  const lessons = lessonsIn(library, locale)
  const file = findCurriculum(library, locale)
  const framework = file && frameworkFor(file, school.nation, lessons)
  const mapped = file ? mappings(lessons, file).filter(one => one.framework === framework?.name && one.edition === framework.edition) : []
  const titleOf = (id: string) => lessons.find(lesson => lesson.id === id)?.title
  const statements = statementsOf(mapped, lessons, file?.statements.map(({ code }) => code) ?? [])
  const coverage = coverageOf(await classesOf(db, schoolId, { from, yearEnds }), statements, { from, to, yearEnds })
  return {
    school: school.name,
    years,
    year: yearEnds,
    from,
    to,
    madeOn: today(now),
    framework: framework
      ? { name: framework.name, edition: framework.edition, note: framework.note, isChecked: framework.checkedBy.length > 0 }
      : null,
    coverage: { ...coverage, columns: coverage.columns.map(one => ({ ...one, lessons: one.lessons.map(id => titleOf(id) ?? id) })) },
    ...await summedOf(db, schoolId, yearEnds, lessons),
    notes: await notesOf(db, schoolId, yearEnds),
  }
}

/** @returns the newest of the school's own nation of which lessons may claim a statement; else one that is for all */
function frameworkFor(file: Curriculum, nation: Row<'school'>['nation'], lessons: Parameters<typeof mappings>[0]) {
  const claimed = mappings(lessons, file)
  const there = file.frameworks.filter(({ name, edition }) => claimed.some(one => one.framework === name && one.edition === edition))
  return there.findLast(one => one.nation === nation) ?? there.find(one => one.nation === undefined)
}

/** @returns the classes of a school year with the lessons that were opened in it; a class that has moved up since was a year younger */
async function classesOf(
  db: Db,
  schoolId: string,
  { from, yearEnds }: { readonly from: string, readonly yearEnds: string },
): Promise<TaughtClass[]> {
  const classes = await db.selectFrom('class').select(['id', 'name', 'year', 'year_ends', 'created_at'])
    .where('school_id', '=', schoolId).where('deleted_at', 'is', null).execute()
  const given = await db.selectFrom('assignment').select(['class_id', 'lesson_id', 'opens_on', 'due_on', 'closed_at', 'part', 'group_id'])
    .where('school_id', '=', schoolId).where('kind', '=', 'lesson').where('removed_at', 'is', null)
    .where('opens_on', '>=', from).where('opens_on', '<=', yearEnds).execute()
  return classes
    .map((one): TaughtClass => {
      const year = schoolYearOf(one)
      return {
        id: one.id,
        year: year === null ? null : year - (yearIn(one.year_ends) - yearIn(yearEnds)),
        lessons: given.filter(({ class_id: id }) => id === one.id)
          .map(({ lesson_id: lessonId, opens_on: opensOn, due_on: due, closed_at: closed, part, group_id: group }) =>
            // A part of a lesson is not all of it, nor a group the class.
            ({ lessonId, opensOn, endedOn: part === 'whole' && group === null ? closed?.slice(0, 10) ?? due : null })),
      }
    })
    // A class of another year stands here where it had lessons in this one.
    .filter((one, place) => one.lessons.length > 0 || classes[place]?.year_ends === yearEnds)
}

async function notesOf(db: Db, schoolId: string, yearEnds: string): Promise<string[]> {
  const rows = await db.selectFrom('evidence_note').select('text')
    .where('school_id', '=', schoolId).where('year_ends', '=', yearEnds).orderBy('place').execute()
  return rows.map(({ text }) => text)
}

/** Keeps what the school says that it did in a year, in order, instead of what was there. */
export function keepNotes(
  db: Db,
  schoolId: string,
  { year, notes }: { readonly year: string, readonly notes: readonly string[] },
): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    // Held, so that of two admins the second's lines replace the first's, and do not meet them.
    await transaction.updateTable('school').set(({ ref }) => ({ name: ref('name') })).where('id', '=', schoolId).execute()
    await transaction.deleteFrom('evidence_note').where('school_id', '=', schoolId).where('year_ends', '=', year).execute()
    if (notes.length > 0) await transaction.insertInto('evidence_note')
      .values(notes.map((text, place) => ({ school_id: schoolId, year_ends: year, place, text }))).execute()
  })
}

/** Years after its own for which a school year's evidence is kept: inspectors come about as often. */
const KEPT_YEARS = 4

/** Sums what closed, in every school, before its classes go; and forgets what is older than an inspection asks for. */
export async function lookAfterEvidence(db: Db, now = new Date()): Promise<void> {
  for (const { id } of await db.selectFrom('school').select('id').execute()) await sumUp(db, id)
  const day = today(now)
  const oldest = `${yearIn(day) - KEPT_YEARS}${day.slice(4)}`
  for (const table of ['evidence_sum', 'evidence_note'] as const) await db.deleteFrom(table).where('year_ends', '<', oldest).execute()
}
