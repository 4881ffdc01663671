/**
 * Writes what devices have told to the disk: of all pupils whose work has come in together, with the same few queries. Their rows are
 * held in the order of their keys, so that two groups, or two processes, do not wait for each other in a ring.
 */
import { sql } from 'kysely'
import { statusOf, type Attempt } from '#shared/attempt/attempt'
import type { AttemptEvent } from '#shared/attempt/attempt-changes'
import { betterScore } from '#shared/attempt/score'
import { encodeAttempt } from '#shared/attempt/suspend-data'
import type { Outline } from '#shared/lesson/outline'
import { withoutChoices } from '#activities/fold-changes'
import type { Lesson } from '#activities/lesson'
import type { Pupil } from '../classes/pupil-session.ts'
import { enterQuiz } from '../insight/entries.ts'
import type { Db } from '../platform/database/client.ts'
import { isEmbedded } from '../platform/database/engine-of.ts'
import { sortNew } from '../platform/database/event-marks.ts'
import { inOneCommit } from '../platform/database/group-commit.ts'
import { prepared, preparedForEach, preparedForMany, type Given, type Placeholders, type RowOf } from '../platform/database/prepared.ts'
import type { Row } from '../platform/database/schema.ts'
import { newId } from '../platform/security/tokens.ts'
import { today, type Assignment } from './assignments.ts'
import { foldTold, isOfOther } from './fold-told.ts'
import { isOwn } from './whose.ts'

/** Of one pupil, in the order in which it happened. */
interface Told {
  readonly pupil: Pick<Pupil, 'id' | 'schoolId'>
  readonly assignment: Assignment
  readonly lesson: Lesson
  readonly outline: Outline
  readonly events: readonly AttemptEvent[]
}

interface Kept {
  /** Ids of moves beyond the most that an attempt takes. */
  readonly tooMany: readonly string[]
  /** As a device may have it. */
  readonly state: string
}

/**
 * Keeps what one pupil has told; when this returns, it is on the disk.
 * @throws where the assignment has closed meanwhile, or it or the pupil has gone
 */
export const keepEvents = inOneCommit(async (transaction, all: readonly Told[]): Promise<readonly Kept[]> => {
  const kept = new Map<Told, Kept>()
  for (const round of rounds(all)) for (const [told, one] of await keepRound(transaction, round)) kept.set(told, one)
  return all.map(told => kept.get(told) as Kept)
})

const keyOf = (assignmentId: string, pupilId: string) => `${assignmentId} ${pupilId}`

/**
 * @returns rounds in which each attempt comes once: two devices of a pupil may tell at the same moment, and are folded one after the
 * other. In each the attempts have the same order everywhere, in which their rows are held
 */
function rounds(all: readonly Told[]): Told[][] {
  const attempts = Map.groupBy(all, ({ assignment, pupil }) => keyOf(assignment.id, pupil.id))
  const ordered = [...attempts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, told]) => told)
  const most = Math.max(...ordered.map(({ length }) => length))
  return Array.from({ length: most }, (_, round) => ordered.flatMap(told => told[round] ?? []))
}

async function keepRound(transaction: Db, round: readonly Told[]): Promise<Map<Told, Kept>> {
  const rows = await heldRows(transaction, round)
  const kept = new Map<Told, Kept>()
  const changed: Changed[] = []
  for (const told of round) {
    const { pupil, assignment, lesson, outline, events } = told
    const row = rows.get(keyOf(assignment.id, pupil.id))
    if (!row) throw new Error('a row that was written did not come back')
    const isNext = row.lesson_version !== lesson.version && events.some(event => !isOfOther(event, outline))
    const { fresh, tooMany, heard } = sortNew(isNext ? '' : row.heard, events)
    const { attempt, before, current, counting } = foldTold(lesson, outline, row, fresh)
    if (await isStillCounted(transaction, assignment)) await enterQuiz(transaction, row, lesson, outline, before, current)
    if (row.second_go === 2 && isFinished(outline, attempt)) await endSecondGo(transaction, { attemptId: row.id })
    changed.push({
      isClosed: assignment.closed_at !== null,
      attemptId: row.id,
      assignmentId: assignment.id,
      pupilId: pupil.id,
      state: encodeAttempt(attempt),
      heard,
      lessonVersion: attempt.lessonVersion,
      changes: row.changes,
      ...counting.reduce((had, one) => summaryOf(outline, one, had), summaryOf(outline, attempt, row)),
    })
    kept.set(told, { tooMany, state: encodeAttempt(withoutChoices(lesson, attempt)) })
  }
  const [closed = [], open = []] = [true, false].map(isClosed => changed.filter(one => one.isClosed === isClosed))
  const day = today()
  const written = [
    ...open.length === 0 ? [] : await keptWhileOpen(transaction, open),
    ...closed.length === 0 ? [] : await keptWhileCatchingUp(transaction, closed.map(one => ({ ...one, day }))),
  ]
  if (written.length !== changed.length) throw new Error('the assignment has closed, or is no longer the pupil\'s')
  return kept
}

type Held = Row<'attempt'>

/** @returns the attempts, held so that two devices, or two processes, fold one after the other; those that were not there are made */
async function heldRows(transaction: Db, round: readonly Told[]): Promise<Map<string, Held>> {
  const asked = round.map(({ assignment, pupil }) => ({ assignmentId: assignment.id, pupilId: pupil.id }))
  const rows = new Map<string, Held>()
  const add = (found: readonly Held[]) => {
    for (const row of found) rows.set(keyOf(row.assignment_id, row.pupil_id), row)
  }
  add((await held(transaction, asked)).flatMap(row => (row ? [{ ...row, changes: row.changes + 1 }] : [])))
  const missing = round.filter(({ assignment, pupil }) => !rows.has(keyOf(assignment.id, pupil.id)))
  if (missing.length === 0) return rows
  const made = await madeOrHeld(transaction, missing.map(({ assignment, pupil, lesson }) => ({
    assignmentId: assignment.id,
    pupilId: pupil.id,
    newId: newId(),
    schoolId: pupil.schoolId,
    lessonVersion: lesson.version,
  })))
  add(made)
  // Nobody can have waited for a row that is new, so the assignment is held instead: it does not close under it.
  const begun = new Set(made.filter(({ changes }) => changes === 1).map(row => row.assignment_id))
  if (begun.size > 0) await heldOpen(transaction, [...begun].map(assignmentId => ({ assignmentId })))
  return rows
}

const held = preparedForEach({ assignmentId: 'text', pupilId: 'text' }, (db, given) => db
  .selectFrom('attempt')
  .selectAll()
  .where('assignment_id', '=', given.assignmentId)
  .where('pupil_id', '=', given.pupilId)
  .$if(!isEmbedded(db), query => query.forUpdate()))

/** Where another process has made it in between, that one is held. */
const madeOrHeld = preparedForMany(
  { assignmentId: 'text', pupilId: 'text', newId: 'text', schoolId: 'text', lessonVersion: 'integer' },
  (db, given) => db
    .insertInto('attempt')
    .columns(['assignment_id', 'pupil_id', 'id', 'school_id', 'lesson_version', 'state', 'status', 'changes'])
    .expression(db
      .selectFrom(given)
      .select(({ lit }) => [
        'given.assignmentId', 'given.pupilId', 'given.newId', 'given.schoolId', 'given.lessonVersion',
        sql.lit('').as('state'), sql.lit('started').as('status'), lit(1).as('changes'),
      ])
      // Without it SQLite would take ON CONFLICT for a join.
      .where(sql.lit(true)))
    .onConflict(conflict =>
      conflict.columns(['assignment_id', 'pupil_id']).doUpdateSet(({ eb, ref }) => ({ changes: eb(ref('attempt.changes'), '+', 1) })),
    )
    .returningAll(),
)

/** Others may hold it too; who would close it waits. */
const heldOpen = preparedForEach({ assignmentId: 'text' }, (db, given) =>
  db.selectFrom('assignment').select('id').where('id', '=', given.assignmentId).$if(!isEmbedded(db), query => query.forShare()))

const isFinished = (outline: Outline, attempt: Attempt) => attempt.finished || statusOf(outline, attempt) !== 'incomplete'

/**
 * What a teacher sees of an attempt: how far, and the quiz's total. Finished is what completes the lesson, or the pupil's own
 * Finish. It never becomes less: a new version of the lesson begins a new attempt, and what the pupil had stays until they have more.
 */
function summaryOf(outline: Outline, attempt: Attempt, had: Pick<Row<'attempt'>, 'status' | 'points' | 'max'>) {
  const before = had.points === null || had.max === null ? null : { points: had.points, max: had.max }
  const score = betterScore(before, attempt.score)
  return {
    status: had.status === 'finished' || isFinished(outline, attempt) ? ('finished' as const) : ('started' as const),
    points: score?.points ?? null,
    max: score?.max ?? null,
  }
}

const changedColumns = {
  attemptId: 'text',
  assignmentId: 'text',
  pupilId: 'text',
  state: 'text',
  heard: 'text',
  lessonVersion: 'integer',
  status: 'text',
  points: 'integer or null',
  max: 'integer or null',
  changes: 'integer',
} as const

interface Changed extends RowOf<typeof changedColumns> { readonly isClosed: boolean, readonly status: 'started' | 'finished' }

const keeping = <Columns extends typeof changedColumns>(db: Db, given: Given<Columns>) => db
  .updateTable('attempt')
  .from(given)
  .set(({ ref }) => ({
    state: ref('given.state'),
    heard: ref('given.heard'),
    lesson_version: ref('given.lessonVersion'),
    status: ref('given.status').$castTo<'started' | 'finished'>(),
    points: ref('given.points'),
    max: ref('given.max'),
    changes: ref('given.changes'),
  }))
  .whereRef('attempt.id', '=', 'given.attemptId')

/** With an offset it is looked up for each by itself, as in `preparedForEach`. */
const ofPupil = (db: Db) => db
  .selectFrom('assignment')
  .innerJoin('pupil', 'pupil.class_id', 'assignment.class_id')
  .select('assignment.id')
  .where('assignment.id', '=', sql.ref<string>('given.assignmentId'))
  .where(isOwn(sql.ref('given.pupilId')))
  .where('pupil.id', '=', sql.ref<string>('given.pupilId'))
  .limit(sql.lit(1))
  .offset(sql.lit(0))

const keptWhileOpen = preparedForMany(changedColumns, (db, given) => keeping(db, given)
  .where(({ exists }) => exists(ofPupil(db).where('assignment.closed_at', 'is', null)))
  .returning('attempt.id'))

const keptWhileCatchingUp = preparedForMany({ ...changedColumns, day: 'text' }, (db, given) => keeping(db, given)
  .where(({ exists }) =>
    exists(
      ofPupil(db)
        .innerJoin('catch_up', join =>
          join.onRef('catch_up.assignment_id', '=', 'assignment.id').onRef('catch_up.pupil_id', '=', 'pupil.id'))
        .where('catch_up.ends_on', '>=', sql.ref<string>('given.day')),
    ))
  .returning('attempt.id'))

const endSecondGo = prepared((db, given: Placeholders<{ attemptId: string }>) =>
  db.updateTable('attempt').set({ second_go: 0 }).where('id', '=', given.attemptId).returning('id'))

/** Once single answers are deleted the class is counted, and nobody comes to it any more: one who came alone would stand out. */
async function isStillCounted(transaction: Db, { id, closed_at: closed }: Assignment): Promise<boolean> {
  if (closed === null) return true
  // Asked anew, for it may have been deleted while this waited for the attempt.
  const now = await transaction.selectFrom('assignment').select(['closed_at', 'can_reopen']).where('id', '=', id).executeTakeFirst()
  return now !== undefined && (now.closed_at === null || now.can_reopen === 1)
}
