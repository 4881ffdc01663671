/**
 * The words that pupils answered are kept with what is counted of their answers: a lesson may be written anew while a class is at
 * it, and nothing may be said of words that nobody was asked. What was answered in other words is counted apart, as an edition of
 * its own.
 */
import { hash } from 'node:crypto'
import { z } from 'zod'
import type { Lesson } from '#activities/lesson'
import type { Form } from '#shared/api/insight'
import { askedWords } from '#shared/lesson/asked-words'
import type { Db } from '../platform/database/client.ts'
import type { Row } from '../platform/database/schema.ts'
import { questionsOf, type Question } from './sheet.ts'

const named = z.array(z.object({ id: z.string(), text: z.string() }))
const wording = z.object({
  questions: z.array(z.object({
    id: z.string(),
    objective: z.string(),
    vignette: z.string().optional(),
    question: z.string(),
    kind: z.enum(['knowledge', 'likely']).optional(),
    options: z.array(z.object({
      id: z.string(),
      text: z.string(),
      correct: z.literal(true).optional(),
      misconception: z.string().optional(),
    })),
  })),
  /** Beliefs that options come from, and objectives that are asked about. */
  beliefs: named,
  objectives: named,
})

/** What a check or quiz asks, in the lesson's order, and nothing that anybody answered. */
export interface Wording extends Omit<z.infer<typeof wording>, 'questions'> {
  readonly questions: readonly Question[]
}

/** @returns the wording of a form as the lesson has it now; without questions where it has no such form */
export function wordingOf(lesson: Lesson, form: Form): Wording {
  const questions = questionsOf(lesson, form).map(({ id, objective, vignette, question, kind, options }) => ({
    id, objective, vignette, question, kind,
    options: options.map(({ id: option, text, correct, misconception }) => ({ id: option, text, correct, misconception })),
  }))
  const isOf = (ids: readonly (string | undefined)[]) => ({ id }: { id: string }) => ids.includes(id)
  const textOnly = ({ id, text }: { id: string, text: string }) => ({ id, text })
  return {
    questions,
    beliefs: lesson.misconceptions
      .filter(isOf(questions.flatMap(({ options }) => options.map(({ misconception }) => misconception)))).map(textOnly),
    objectives: lesson.objectives.filter(isOf(questions.map(({ objective }) => objective))).map(textOnly),
  }
}

/** Letters of a fingerprint: 72 bits. */
const LETTERS = 12

/** @returns a fingerprint of all that a pupil reads before answering, and of what counts as right; in any order */
export function editionOf({ questions }: Pick<Wording, 'questions'>): string {
  return hash('sha256', askedWords(questions), 'base64url').slice(0, LETTERS)
}

/**
 * Keeps the wording that an answer is counted with, in the transaction that counts it.
 * @returns its edition. The first of a piece of work takes in what an older release counted there without one
 */
export async function keepWording(
  transaction: Db,
  { id, school_id: schoolId }: Pick<Row<'assignment'>, 'id' | 'school_id'>,
  form: Form,
  lesson: Lesson,
): Promise<string> {
  const now = wordingOf(lesson, form)
  const edition = editionOf(now)
  const isNew = await transaction
    .insertInto('insight_wording')
    .values({ school_id: schoolId, assignment_id: id, form, edition, wording: JSON.stringify(now) })
    .onConflict(conflict => conflict.doNothing())
    .returning('edition')
    .executeTakeFirst()
  if (!isNew) return edition
  for (const table of ['tally', 'insight_look'] as const)
    await transaction.updateTable(table).set({ edition })
      .where('assignment_id', '=', id).where('form', '=', form).where('edition', '=', '').execute()
  if (form === 'quiz')
    await transaction.updateTable('quiz_entry').set({ edition }).where('assignment_id', '=', id).where('edition', '=', '').execute()
  return edition
}

export interface KeptWording {
  readonly assignmentId: string
  readonly form: Form
  readonly edition: string
  readonly wording: Wording
}

/** @returns the wordings that some assignments were counted with */
export async function keptWordings(db: Db, assignmentIds: readonly string[]): Promise<KeptWording[]> {
  if (assignmentIds.length === 0) return []
  const rows = await db
    .selectFrom('insight_wording')
    .select(['assignment_id', 'form', 'edition', 'wording'])
    .where('assignment_id', 'in', assignmentIds)
    .orderBy('edition')
    .execute()
  return rows.map(({ assignment_id: assignmentId, form, edition, wording: text }) => ({
    assignmentId,
    form,
    edition,
    wording: wording.parse(JSON.parse(text)),
  }))
}
