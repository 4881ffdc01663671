/** What was shown of a class is kept in words and shown again; here is what it is counted from, while that is there. */
import { randomInt } from 'node:crypto'
import { z } from 'zod'
import type { Lesson } from '#activities/lesson'
import type { Form } from '#shared/api/insight'
import type { Db } from '../platform/database/client.ts'
import type { Row } from '../platform/database/schema.ts'
import { lookFurther, newest, stepsAhead } from './disclosure.ts'
import { RULES, type Counted, type Known, type Look, type Picture, type Sheet, type Word } from './statements.ts'
import { forms, isTrue, knownOf, placeOfValue, saidIn, sheetOf, withApart, wordedSheet, type Said } from './sheet.ts'
import { keptWordings } from './wording.ts'

type Counting = Pick<Row<'assignment'>, 'id' | 'school_id' | 'class_id' | 'lesson_id' | 'kind' | 'group_id'>
/** @returns whether this step is left out */
export type Lot = () => boolean

/** One step in so many is left out by lot: a step that is not shown then says nothing about anybody. */
const LOTS = 16
const byLot: Lot = () => randomInt(LOTS) === 0

const word = z.custom<Word>(value => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < RULES.parts)
const said = z.record(z.string(), z.object({ of: z.int(), word }))
/** What a pupil said in a quiz, as it is kept. */
export const responses = z.record(z.string(), z.string())
const waiting = z.object({
  known: z.array(z.object({ met: z.array(z.string()), right: z.int().nullable() })),
  counts: z.record(z.string(), z.int()),
})
type Waiting = z.infer<typeof waiting>

/** @returns a row as it is looked at again */
export const asLook = ({ over, said: words }: Pick<Row<'insight_look'>, 'over' | 'said'>): Look => ({
  over,
  picture: words === null ? null : { over, said: said.parse(JSON.parse(words)) },
})

/** All that is counted together: one form, answered in the same words. */
interface Batch {
  readonly form: Form
  readonly edition: string
  readonly sheet: Sheet
}

/** @returns by form, each wording that was answered; where none is kept yet, what an older release has counted is of today's */
async function batchesOf(db: Db, assignmentId: string, lesson: Lesson): Promise<Batch[]> {
  const kept = await keptWordings(db, [assignmentId])
  return forms.flatMap((form) => {
    const own = kept.filter(one => one.form === form).map(({ edition, wording }) => ({ form, edition, sheet: wordedSheet(form, wording) }))
    const all = own.length > 0 ? own : [{ form, edition: '', sheet: sheetOf(lesson, form) }]
    return form === 'quiz' ? all.map(batch => ({ ...batch, sheet: withApart(batch.sheet) })) : all
  })
}

export async function looksOf(db: Db, assignmentId: string, { form, edition }: Pick<Batch, 'form' | 'edition'>): Promise<Look[]> {
  const rows = await db
    .selectFrom('insight_look')
    .select(['over', 'said'])
    .where('assignment_id', '=', assignmentId)
    .where('form', '=', form)
    .where('edition', '=', edition)
    .execute()
  return rows.map(asLook)
}

interface Source {
  readonly counted: Counted
  readonly earlier: readonly Look[]
  /** Pupils in the order in which they are counted; none for a check, which knows nobody. */
  readonly pupils: readonly string[]
}

/** @returns what may be counted; null where somebody who had been counted was erased since, for then nothing further may be shown */
async function quizSource(db: Db, assignmentId: string, batch: Batch): Promise<Source | null> {
  const { sheet, edition } = batch
  const earlier = await looksOf(db, assignmentId, batch)
  const rows = await db
    .selectFrom('quiz_entry')
    .select(['pupil_id', 'place', 'answers'])
    .where('assignment_id', '=', assignmentId)
    .where('edition', '=', edition)
    .orderBy('pupil_id')
    .execute()
  const before = rows.filter(({ place }) => place !== null).sort((a, b) => (a.place ?? 0) - (b.place ?? 0))
  if (before.length !== (newest(earlier)?.over ?? 0)) return null
  const all = [...before, ...rows.filter(({ place }) => place === null)]
  const answers: readonly Said[] = all.map(row => saidIn(sheet, responses.parse(JSON.parse(row.answers))))
  return {
    counted: {
      known: answers.map(one => knownOf(sheet, one)),
      count: (statement, members) => members.filter(member => isTrue(statement, answers[member] ?? new Map())).length,
    },
    earlier,
    pupils: all.map(({ pupil_id: id }) => id),
  }
}

async function checkSource(db: Db, assignmentId: string, form: Exclude<Form, 'quiz'>, batch: Batch): Promise<Source> {
  const { sheet, edition } = batch
  const rows = await db
    .selectFrom('tally')
    .select(['item_id', 'option_id', 'sure', 'step', 'count'])
    .where('assignment_id', '=', assignmentId)
    .where('form', '=', form)
    .where('edition', '=', edition)
    .execute()
  const placed = rows.map((row) => {
    const [question, value] = placeOfValue(sheet, row.item_id, row.option_id, row.sure)
    return { ...row, question, value }
  })
  const sum = (some: typeof placed) => some.reduce((total, { count }) => total + count, 0)
  /** Of the first so many pupils. */
  const first = (pupils: number) => placed.filter(({ step }) => step < pupils / RULES.step)
  const given = Math.max(0, ...sheet.questions.map((_, index) => sum(placed.filter(({ question }) => question === index))))
  const everything = sheet.questions.map((_, index) => index)
  // What an older release had counted has no steps of five: it waits until the step that it ends in is whole.
  const steps = Array.from({ length: Math.floor(given / RULES.step) }, (_, index) => (index + 1) * RULES.step)
  const broken = steps.filter(over => everything.some(index => sum(first(over).filter(({ question }) => question === index)) !== over))
  return {
    counted: {
      known: Array.from({ length: given }, (): Known => ({ met: everything, right: null })),
      count: ({ picks }, members) => sum(first(members.length).filter(({ question, value }) => picks.get(question)?.has(value))),
    },
    earlier: [...await looksOf(db, assignmentId, batch), ...broken.map(over => ({ over, picture: null }))],
    pupils: [],
  }
}

const sourceOf = (db: Db, assignmentId: string, batch: Batch) =>
  batch.form === 'quiz' ? quizSource(db, assignmentId, batch) : checkSource(db, assignmentId, batch.form, batch)

async function keep(
  transaction: Db,
  { id, school_id: schoolId }: Counting,
  { form, edition }: Batch,
  looks: readonly Look[],
  classes: number,
) {
  for (const { over, picture } of looks) {
    await transaction
      .insertInto('insight_look')
      .values({ school_id: schoolId, assignment_id: id, form, edition, over, classes, said: picture && JSON.stringify(picture.said) })
      .onConflict(conflict => conflict.doNothing())
      .execute()
  }
}

async function place(transaction: Db, assignmentId: string, pupils: readonly string[], picture: Picture | null) {
  if (!picture) return
  for (const [index, pupil] of pupils.slice(0, picture.over).entries()) {
    await transaction
      .updateTable('quiz_entry')
      .set({ place: index })
      .where('assignment_id', '=', assignmentId)
      .where('pupil_id', '=', pupil)
      .execute()
  }
}

/**
 * Looks as far as may be looked while the class is at it, or could be again, since closing can still be undone. What is found is
 * kept before anybody sees it.
 */
export async function lookWhileOpen(db: Db, assignment: Counting, lesson: Lesson, isLeftOut: Lot = byLot): Promise<void> {
  for (const batch of await batchesOf(db, assignment.id, lesson)) {
    const seen = await sourceOf(db, assignment.id, batch)
    if (!seen || stepsAhead(seen.counted, seen.earlier).length === 0) continue
    await db.transaction().execute(async (transaction) => {
      // Held, so that of two who look at once the second finds what the first has kept; and so that it does not close under it.
      const open = await transaction
        .updateTable('assignment')
        .set(({ ref }) => ({ place: ref('place') }))
        .where('id', '=', assignment.id)
        .where(({ or, eb }) => or([eb('closed_at', 'is', null), eb('can_reopen', '=', 1)]))
        .returning('id')
        .executeTakeFirst()
      if (open) await look(transaction, assignment, batch, isLeftOut)
    })
  }
}

async function look(transaction: Db, assignment: Counting, batch: Batch, isLeftOut: Lot) {
  const source = await sourceOf(transaction, assignment.id, batch)
  if (!source) return
  const looks = lookFurther(batch.sheet, source.counted, source.earlier, isLeftOut)
  await keep(transaction, assignment, batch, looks, 1)
  await place(transaction, assignment.id, source.pupils, newest(looks))
}

/**
 * The last look at a class that is done, in the transaction that deletes what it was counted from. A class that is too small goes
 * together with others of its school; afterwards nothing is left that could be counted, but the first five of a small class, which
 * wait as counts.
 */
export async function lookForTheLastTime(transaction: Db, assignment: Counting, lesson: Lesson, isLeftOut: Lot = byLot): Promise<void> {
  for (const batch of await batchesOf(transaction, assignment.id, lesson)) {
    const { form, edition, sheet } = batch
    await look(transaction, assignment, batch, isLeftOut)
    // A small group's pupils are of a class that may be counted itself: it is shown alone, or not at all.
    const source = assignment.group_id === null ? await sourceOf(transaction, assignment.id, batch) : null
    const first = source && firstStep(sheet, source)
    if (!first || await isCountedInAnother(transaction, assignment, form)) continue
    await transaction
      .insertInto('insight_waiting')
      .values({
        school_id: assignment.school_id,
        assignment_id: assignment.id,
        form,
        edition,
        lesson_version: lesson.version,
        counted: JSON.stringify(first),
      })
      .execute()
    await lookTogether(transaction, assignment, batch, lesson, isLeftOut)
  }
}

/**
 * @returns the first five of a class that is too small, as counts; null where they are fewer, or where the class is large enough
 * by itself
 */
function firstStep(sheet: Sheet, { counted, earlier }: Source): Waiting | null {
  const { length } = counted.known
  // Of a check that an older release began to count, the first step may not be whole.
  if (length < RULES.step || length >= RULES.least || earlier.some(({ over }) => over === RULES.step)) return null
  const members = counted.known.slice(0, RULES.step).map((_, index) => index)
  return {
    known: inNoOrder(
      members.map(member => ({
        met: (counted.known[member]?.met ?? []).map(question => sheet.questions[question]?.id ?? ''),
        right: counted.known[member]?.right ?? null,
      })),
    ),
    counts: Object.fromEntries(sheet.statements.map(statement => [statement.key, counted.count(statement, members)])),
  }
}

/** In an order that says nothing: pupils are counted by their ids, and whoever has the database has those. */
const inNoOrder = (known: Waiting['known']) =>
  known
    .map(one => ({ one, text: JSON.stringify(one) }))
    .sort((a, b) => (a.text < b.text ? -1 : Number(a.text > b.text)))
    .map(({ one }) => one)

/**
 * Whoever moves may take the same lesson in two small classes. Counted together those would be fewer pupils than is said, so the
 * second does not wait.
 */
async function isCountedInAnother(
  transaction: Db,
  { id, school_id: schoolId, class_id: classId, lesson_id: lessonId, kind }: Counting,
  form: Form,
): Promise<boolean> {
  const found = await transaction
    .selectFrom('insight_waiting')
    .innerJoin('assignment', 'assignment.id', 'insight_waiting.assignment_id')
    .innerJoin('attempt', 'attempt.assignment_id', 'assignment.id')
    .select('attempt.id')
    .where('form', '=', form)
    .where('assignment.school_id', '=', schoolId)
    .where('assignment.class_id', '!=', classId)
    .where('lesson_id', '=', lessonId)
    .where('kind', '=', kind)
    .where('attempt.pupil_id', 'in', transaction.selectFrom('attempt').select('pupil_id').where('assignment_id', '=', id))
    .executeTakeFirst()
  return found !== undefined
}

/** Small classes of a school that have closed the same lesson, in the order in which they closed, as soon as they are enough together. */
async function lookTogether(
  transaction: Db,
  { school_id: schoolId, lesson_id: lessonId, kind }: Counting,
  batch: Batch,
  lesson: Lesson,
  isLeftOut: Lot,
) {
  const { form, edition, sheet } = batch
  const same = transaction
    .selectFrom('assignment')
    .select('id')
    .where('school_id', '=', schoolId)
    .where('lesson_id', '=', lessonId)
    .where('kind', '=', kind)
    .where('removed_at', 'is', null)
  // Written so that of two classes that close at once the second waits, and finds what the first has left.
  const held = await transaction
    .updateTable('insight_waiting')
    .set(({ ref }) => ({ form: ref('form') }))
    .where('form', '=', form)
    // What an older release left says only of which version of the lesson it is.
    .where(({ eb, and, or }) =>
      or([eb('edition', '=', edition), and([eb('edition', '=', ''), eb('lesson_version', '=', lesson.version)])]))
    .where('assignment_id', 'in', same)
    .returning(['assignment_id', 'counted'])
    .execute()
  const closed = await transaction
    .selectFrom('assignment')
    .select(['id', 'school_id', 'class_id', 'lesson_id', 'kind', 'group_id'])
    .where(
      'id',
      'in',
      held.map(({ assignment_id: id }) => id),
    )
    .orderBy('closed_at')
    .orderBy('id')
    .execute()
  // A class that took the lesson twice is still the same pupils.
  const members = [...Map.groupBy(closed, ({ class_id: id }) => id).values()].flatMap(([one]) => one ?? [])
  const parts = members.map(({ id }) => waiting.parse(JSON.parse(held.find(row => row.assignment_id === id)?.counted ?? '')))
  const placeOf = new Map(sheet.questions.map(({ id }, index) => [id, index]))
  const counted: Counted = {
    isWhole: true,
    known: parts.flatMap(({ known }) => known.map(({ met, right }) => ({ met: met.flatMap(id => placeOf.get(id) ?? []), right }))),
    count: ({ key }) => parts.reduce((sum, { counts }) => sum + (counts[key] ?? 0), 0),
  }
  if (!isEnough(sheet, counted)) return
  const earlier = (await Promise.all(members.map(({ id }) => looksOf(transaction, id, batch)))).flat()
  const looks = lookFurther(sheet, counted, earlier, isLeftOut)
  for (const member of members) await keep(transaction, member, batch, looks, members.length)
  if (newest(looks))
    await transaction
      .deleteFrom('insight_waiting')
      .where('form', '=', form)
      .where(
        'assignment_id',
        'in',
        members.map(({ id }) => id),
      )
      .execute()
}

/** Together they take no more classes once they are shown, so they wait until half of what there is to say was met by enough. */
function isEnough({ statements }: Sheet, { known }: Counted): boolean {
  const met = statements.filter(({ picks }) => known.filter(pupil => pupil.met.some(question => picks.has(question))).length >= RULES.least)
  return statements.length > 0 && met.length * 2 >= statements.length
}
