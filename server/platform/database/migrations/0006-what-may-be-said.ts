/**
 * What may be said of answers is decided once and kept. Groups of closed lessons that could be looked at until now are kept as
 * they were made up, in words, and the counts behind them go, so that nothing can be taken from anything later.
 */
import type { Kysely } from 'kysely'

type AnyDatabase = Kysely<Record<string, Record<string, unknown>>>

interface OldTally {
  readonly school_id: string
  readonly assignment_id: string
  readonly form: string
  readonly item_id: string
  readonly option_id: string
  readonly sure: string
  readonly count: number
}

interface OldAssignment {
  readonly id: string
  readonly school_id: string
  readonly lesson_id: string
  readonly kind: string
  readonly closed_at: string | null
}

/** As they were when this step was released: so many answers before anything was shown, so many to a step, so many words. */
const LEAST = 10
const STEP = 5
const WORDS = 5
const LEFT_OUT = '-'

export async function up(db: AnyDatabase): Promise<void> {
  const tallies = await db.selectFrom('tally').selectAll().execute() as unknown as OldTally[]
  const assignments = (await db
    .selectFrom('assignment')
    .select(['id', 'school_id', 'lesson_id', 'kind', 'closed_at'])
    .execute()) as unknown as OldAssignment[]

  await db.schema.createTable('insight_look')
    .addColumn('school_id', 'text', column => column.notNull().references('school.id').onDelete('cascade'))
    .addColumn('assignment_id', 'text', column => column.notNull().references('assignment.id').onDelete('cascade'))
    .addColumn('form', 'text', column => column.notNull())
    .addColumn('over', 'integer', column => column.notNull())
    .addColumn('classes', 'integer', column => column.notNull())
    .addColumn('said', 'text')
    .addPrimaryKeyConstraint('insight_look_key', ['assignment_id', 'form', 'over'])
    .execute()
  await db.schema.createTable('insight_waiting')
    .addColumn('school_id', 'text', column => column.notNull().references('school.id').onDelete('cascade'))
    .addColumn('assignment_id', 'text', column => column.notNull().references('assignment.id').onDelete('cascade'))
    .addColumn('form', 'text', column => column.notNull())
    .addColumn('lesson_version', 'integer', column => column.notNull())
    .addColumn('counted', 'text', column => column.notNull())
    .addPrimaryKeyConstraint('insight_waiting_key', ['assignment_id', 'form'])
    .execute()
  await db.schema.createTable('quiz_entry')
    .addColumn('school_id', 'text', column => column.notNull().references('school.id').onDelete('cascade'))
    .addColumn('assignment_id', 'text', column => column.notNull().references('assignment.id').onDelete('cascade'))
    .addColumn('pupil_id', 'text', column => column.notNull().references('pupil.id').onDelete('cascade'))
    .addColumn('place', 'integer')
    .addColumn('answers', 'text', column => column.notNull())
    .addPrimaryKeyConstraint('quiz_entry_key', ['assignment_id', 'pupil_id'])
    .execute()
  await db.schema.createIndex('quiz_entry_pupil_id').on('quiz_entry').columns(['pupil_id']).execute()
  await db.schema.alterTable('attempt').addColumn('has_entered', 'integer', column => column.notNull().defaultTo(0)).execute()

  // The key of a table cannot be changed in SQLite, so it is made anew.
  await db.schema.dropTable('tally').execute()
  await db.schema.createTable('tally')
    .addColumn('school_id', 'text', column => column.notNull().references('school.id').onDelete('cascade'))
    .addColumn('assignment_id', 'text', column => column.notNull().references('assignment.id').onDelete('cascade'))
    .addColumn('form', 'text', column => column.notNull())
    .addColumn('item_id', 'text', column => column.notNull())
    .addColumn('option_id', 'text', column => column.notNull())
    .addColumn('sure', 'text', column => column.notNull())
    .addColumn('step', 'integer', column => column.notNull())
    .addColumn('count', 'integer', column => column.notNull())
    .addPrimaryKeyConstraint('tally_key', ['assignment_id', 'form', 'item_id', 'option_id', 'sure', 'step'])
    .execute()
  for (const look of shownUntilNow(tallies, assignments)) await db.insertInto('insight_look').values(look).execute()
  for (const row of stillCounted(tallies, assignments)) await db.insertInto('tally').values(row).execute()
}

const keyOf = (row: OldTally) => `${row.form} ${row.item_id}`
const sum = (rows: readonly OldTally[]) => rows.reduce((total, { count }) => total + Number(count), 0)

/** The most times that any item was met: how many pupils gave the check. */
const most = (rows: readonly OldTally[]) => Math.max(0, ...[...Map.groupBy(rows, keyOf).values()].map(sum))

/** Checks of lessons that are still open are counted on. What was counted so far enters with the step that it is in the middle of. */
function stillCounted(tallies: readonly OldTally[], assignments: readonly OldAssignment[]) {
  const open = new Set(assignments.filter(({ closed_at: closed }) => closed === null).map(({ id }) => id))
  const groups = Map.groupBy(tallies.filter(({ assignment_id: id }) => open.has(id)), ({ assignment_id: id, form }) => `${id} ${form}`)
  return [...groups.values()].flatMap(rows => rows.map(row => ({ ...row, step: Math.floor((most(rows) - 1) / STEP) })))
}

/** Groups of classes as the last release made them up: large ones alone, small ones together in the order in which they closed. */
function shownUntilNow(tallies: readonly OldTally[], assignments: readonly OldAssignment[]) {
  const lessons = Map.groupBy(
    assignments.filter(({ closed_at: closed }) => closed !== null),
    ({ school_id: school, lesson_id: lesson, kind }) => `${school} ${lesson} ${kind}`,
  )
  return [...lessons.values()].flatMap((closed) => {
    const inOrder = closed.toSorted((a, b) => `${a.closed_at ?? ''} ${a.id}` < `${b.closed_at ?? ''} ${b.id}` ? -1 : 1)
    const groups: OldTally[][] = []
    let small: OldTally[] = []
    for (const { id } of inOrder) {
      const own = tallies.filter(({ assignment_id: of }) => of === id)
      if (most(own) >= LEAST) groups.push(own)
      else {
        small = [...small, ...own]
        if (most(small) >= LEAST) {
          groups.push(small)
          small = []
        }
      }
    }
    return groups.flatMap(looksOf)
  })
}

function looksOf(group: readonly OldTally[]) {
  const members = [...new Map(group.map(row => [row.assignment_id, row.school_id]))]
  return [...Map.groupBy(group, ({ form }) => form)].flatMap(([form, rows]) => {
    const said = Object.fromEntries([...Map.groupBy(rows, ({ item_id: item }) => item)].flatMap(([item, own]) => wordsOf(item, own, form)))
    if (Object.keys(said).length === 0) return []
    const over = Math.floor(most(rows) / STEP) * STEP
    return members.map(([assignment, school]) => ({
      school_id: school,
      assignment_id: assignment,
      form,
      over,
      classes: members.length,
      said: JSON.stringify(said),
    }))
  })
}

function wordsOf(item: string, rows: readonly OldTally[], form: string) {
  const answers = rows.filter(({ option_id: option }) => option !== LEFT_OUT)
  const all = sum(answers)
  if (all < LEAST) return []
  const word = (some: readonly OldTally[]) => ({
    of: Math.floor(all / STEP) * STEP,
    word: Math.min(WORDS - 1, Math.floor((sum(some) * WORDS) / all)),
  })
  const options = [...Map.groupBy(answers, ({ option_id: option }) => option)].map(
    ([option, some]) => [`option ${item} ${option}`, word(some)] as const,
  )
  const sure = answers.filter(({ sure: how }) => how === 'very')
  // That somebody was sure was asked only in checks, and where it was asked not at every item.
  return form === 'quiz' || !answers.some(({ sure: how }) => how !== '') ? options : [...options, [`sure ${item}`, word(sure)] as const]
}
