/** What one closed lesson of a class adds to the school's evidence, from what was shown of it alone. Pure. */
import { createHash } from 'node:crypto'
import type { Form } from '#shared/api/insight'
import type { Row } from '../platform/database/schema.ts'
import { keys, rightOf } from './sheet.ts'
import type { Shown } from './shown.ts'
import type { Part } from './sums.ts'
import { editionOf, type Wording } from './wording.ts'

const LETTERS = 16

export type Closed = Pick<Row<'assignment'>, 'id' | 'class_id' | 'lesson_id' | 'kind' | 'opens_on'>

/** By key, what a sum is of: the lesson's own words. */
export type Texts = Readonly<Record<string, string>>

/** What one class, or several that were shown together, adds: those of the same words go together. */
export interface Contribution {
  readonly assignment: Closed
  readonly parts: readonly Part[]
  readonly texts: Texts
  /** Which words were asked, in all forms. */
  readonly edition: string
}

interface Asked extends Shown {
  readonly wording: Wording
}

/** @returns of what was shown of one form, that of which most is known */
function ofForm(shown: readonly Shown[], form: Form): Asked | undefined {
  return shown.flatMap(one => one.form === form && one.picture && one.wording ? [{ ...one, wording: one.wording }] : [])
    .toSorted((a, b) => (b.picture?.over ?? 0) - (a.picture?.over ?? 0))[0]
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, LETTERS)

function partOf(classId: string, { form, picture, classes, wording }: Asked, rename: (key: string) => string | undefined): Part {
  return {
    classId,
    classes,
    pool: classes > 1 ? hashOf(JSON.stringify([form, editionOf(wording), picture])) : null,
    said: Object.fromEntries(Object.entries(picture?.said ?? {}).flatMap(([key, word]) => {
      const name = rename(key)
      return name === undefined ? [] : [[name, word]]
    })),
  }
}

const beliefTexts = ({ beliefs }: Wording, prefix: string): Texts =>
  Object.fromEntries(beliefs.map(({ id, text }) => [`${prefix} ${keys.belief(id)}`, text]))
/** Only beliefs. */
const asBelief = (prefix: string) => (key: string) => key.startsWith(keys.belief('')) ? `${prefix} ${key}` : undefined

/** @returns who was right at each question, and the objectives that the questions are about */
function rightKeys({ questions, objectives }: Wording): Readonly<Record<string, { readonly name: string, readonly text: string }>> {
  return Object.fromEntries(questions.filter(({ kind }) => kind === 'knowledge').map(question => [
    keys.option(question.id, rightOf(question)),
    { name: question.id, text: objectives.find(({ id }) => id === question.objective)?.text ?? question.question },
  ]))
}

const withoutPrefix = (key: string) => key.slice(key.indexOf(' ') + 1)

/** @returns both with what both say: where a class was shown alone once and with others once, there is nothing to compare */
function pairs(first: Part, second: Part): readonly Part[] {
  if (first.classes !== second.classes) return []
  const only = (part: Part, other: Part): Part => {
    const there = new Set(Object.keys(other.said).map(withoutPrefix))
    return { ...part, said: Object.fromEntries(Object.entries(part.said).filter(([key]) => there.has(withoutPrefix(key)))) }
  }
  return [only(first, second), only(second, first)]
}

/** Of a lesson: the beliefs of its quiz, and who was right before and after where it has checks. */
export function ofLesson(assignment: Closed, shown: readonly Shown[]): Contribution | null {
  const [before, quiz, after] = (['before', 'quiz', 'after'] as const).map(form => ofForm(shown, form))
  const classId = assignment.class_id
  const right = (asked: Asked, prefix: string) => partOf(classId, asked, (key) => {
    const found = rightKeys(asked.wording)[key]
    return found && `${prefix} ${found.name}`
  })
  const texts: Texts = {
    ...quiz && beliefTexts(quiz.wording, 'quiz'),
    ...before && Object.fromEntries(Object.values(rightKeys(before.wording)).map(({ name, text }) => [`before ${name}`, text])),
  }
  const parts = [
    ...quiz ? [partOf(classId, quiz, asBelief('quiz'))] : [],
    ...before && after ? pairs(right(before, 'before'), right(after, 'after')) : [],
  ]
  const edition = [before, quiz, after].map(asked => asked ? editionOf(asked.wording) : '').join()
  return parts.length === 0 ? null : { assignment, parts, texts, edition }
}

/** Of a look back: the beliefs of the quiz in the lesson and now, where both asked in the same words. */
export function ofLookBack(assignment: Closed, now: readonly Shown[], then: readonly Shown[]): Contribution | null {
  const [first, later] = [ofForm(then, 'quiz'), ofForm(now, 'quiz')]
  if (!first || !later || editionOf(first.wording) !== editionOf(later.wording)) return null
  const parts = pairs(partOf(assignment.class_id, first, asBelief('first')), partOf(assignment.class_id, later, asBelief('later')))
  return parts.length === 0 ? null : { assignment, parts, texts: beliefTexts(first.wording, 'first'), edition: editionOf(first.wording) }
}
