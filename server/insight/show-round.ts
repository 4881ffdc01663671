/**
 * What a class answered together is shown. The quiz asks the same questions, so both are decided by one rule: who is in the one is
 * not in the other, or both are of exactly the same pupils (docs/decisions/0042-together-and-in-the-quiz.md).
 */
import type { BoardRound } from '#shared/api/rounds'
import type { Db } from '../platform/database/client.ts'
import type { Row } from '../platform/database/schema.ts'
import { newest } from './disclosure.ts'
import { looksOf, responses } from './looks.ts'
import { COUNTED_FOR, type InQuiz, type Rounds } from './rounds.ts'
import { keys } from './sheet.ts'

type Class = Pick<Row<'class'>, 'id' | 'school_id'>

interface Question {
  readonly lesson: string
  readonly item: string
}

/**
 * Nobody answers any more, and what may be shown is decided, once.
 * @returns the round as the board shows it; null where none is on
 */
export async function showRound(db: Db, of: Class, rounds: Rounds, now = new Date()): Promise<BoardRound | null> {
  const asked = rounds.asked(of.id, now.getTime())
  if (!asked) return rounds.onBoard(of.id, now.getTime())
  // Before it is asked who is in the quiz, so that nobody comes to be in it in between.
  const before = await mark(db, of, asked, now)
  // A server that was started anew since, or another one, does not know of whom it was.
  const isLost = before !== null && !rounds.knowsOfWhom(of.id, asked, Date.parse(before))
  const board = rounds.show(of.id, isLost ? null : await inQuiz(db, of.id, asked), now.getTime())
  // Nothing was said, so nothing is different: the quiz may say it where it might.
  if (rounds.toldOf(of.id).length === 0) await unmark(db, of.id, asked, before)
  return board
}

const ofQuestion = (db: Db, classId: string, { lesson, item }: Question) =>
  db.deleteFrom('told_together').where('class_id', '=', classId).where('lesson_id', '=', lesson).where('item_id', '=', item)

/** @returns until when it holds that the class was told of it before; null where it does not */
async function mark(db: Db, { id: classId, school_id: schoolId }: Class, { lesson, item }: Question, now: Date): Promise<string | null> {
  const until = new Date(now.getTime() + COUNTED_FOR).toISOString()
  return db.transaction().execute(async (transaction) => {
    const before = await ofQuestion(transaction, classId, { lesson, item }).returning('until').executeTakeFirst()
    await transaction.insertInto('told_together')
      .values({ class_id: classId, school_id: schoolId, lesson_id: lesson, item_id: item, until }).execute()
    return before !== undefined && before.until > now.toISOString() ? before.until : null
  })
}

/** @param before as `mark` returned it */
async function unmark(db: Db, classId: string, { lesson, item }: Question, before: string | null): Promise<void> {
  if (before === null) await ofQuestion(db, classId, { lesson, item }).execute()
  else
    await db.updateTable('told_together').set({ until: before })
      .where('class_id', '=', classId).where('lesson_id', '=', lesson).where('item_id', '=', item).execute()
}

/** A pupil who moves takes along which questions their class was told of: they may be among those who were counted. In a transaction. */
export async function takeToldAlong(transaction: Db, from: string, to: string): Promise<void> {
  const rows = await transaction.selectFrom('told_together').selectAll().where('class_id', '=', from).execute()
  const there = await transaction.selectFrom('told_together').selectAll().where('class_id', '=', to).execute()
  for (const row of rows) {
    const own = there.find(one => one.lesson_id === row.lesson_id && one.item_id === row.item_id)
    const until = own && own.until !== row.until ? afterBoth(own.until, row.until) : row.until
    await transaction
      .insertInto('told_together')
      .values({ ...row, class_id: to, until })
      .onConflict(conflict => conflict.columns(['class_id', 'lesson_id', 'item_id']).doUpdateSet({ until }))
      .execute()
  }
}

/** A moment at which nothing was told: it may be that only one of the two is still known (`knowsOfWhom`). */
const afterBoth = (...untils: readonly string[]) => new Date(Math.max(...untils.map(until => Date.parse(until))) + 1).toISOString()

/** Who has answered a question in the quiz, of those who are in the class or were when they did, as long as that is kept. */
async function inQuiz(db: Db, classId: string, { lesson, item }: Question): Promise<InQuiz> {
  const rows = (await db
    .selectFrom('quiz_entry')
    .innerJoin('assignment', 'assignment.id', 'quiz_entry.assignment_id')
    .innerJoin('pupil', 'pupil.id', 'quiz_entry.pupil_id')
    .select(['quiz_entry.pupil_id', 'quiz_entry.place', 'answers', 'assignment_id', 'edition'])
    .where('lesson_id', '=', lesson)
    .where(({ or, eb }) => or([eb('pupil.class_id', '=', classId), eb('assignment.class_id', '=', classId)]))
    .execute())
    .filter(({ answers }) => item in responses.parse(JSON.parse(answers)))
  const pupils = new Set(rows.map(({ pupil_id: pupil }) => pupil))
  const [told, ...others] = Map.groupBy(rows.filter(({ place }) => place !== null), row => `${row.assignment_id} ${row.edition}`).values()
  const [one] = told ?? []
  if (!told || !one || others.length > 0) return { pupils, shown: null }
  const picture = newest(await looksOf(db, one.assignment_id, { form: 'quiz', edition: one.edition }))
  const said = Object.entries(picture?.said ?? {}).find(([key]) => key.startsWith(keys.option(item, '')))?.[1]
  // As the picture was counted: the first of those who met it, in whole steps.
  const counted = told.toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0)).slice(0, said?.of ?? 0)
  // Whoever was erased since is missing: of those who are left, the difference to the picture would be what that one said.
  return { pupils, shown: said && counted.length === said.of ? counted.map(({ pupil_id: pupil }) => pupil) : null }
}
