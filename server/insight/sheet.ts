/** A lesson's check or quiz as the questions and statements that are counted (disclosure.ts). */
import { SKIPPED } from '#activities/quiz/skipped'
import type { Lesson } from '#activities/lesson'
import type { Form } from '#shared/api/insight'
import type { Known, Sheet, Statement, Value } from './statements.ts'

export const forms: readonly Form[] = ['before', 'quiz', 'after']

interface Option {
  readonly id: string
  readonly text: string
  readonly correct?: true | undefined
  readonly misconception?: string | undefined
}

export interface Question {
  readonly id: string
  readonly objective: string
  readonly vignette?: string | undefined
  readonly question: string
  /** Only in checks. */
  readonly kind?: 'knowledge' | 'likely'
  readonly options: readonly Option[]
}

/** What a form asks, and the beliefs behind its options. */
interface Asked {
  readonly questions: readonly Question[]
  readonly beliefs: readonly { readonly id: string }[]
}

/** @returns the questions of one form, in the lesson's order; none where the lesson has no such form */
export function questionsOf(lesson: Lesson, form: Form): readonly Question[] {
  return lesson.screens.flatMap((screen): readonly Question[] =>
    screen.type === 'quiz' && form === 'quiz' ? screen.pool : screen.type === 'check' && screen.form === form ? screen.items : [],
  )
}

/** @returns the id of the option that is right; empty where none is */
export const rightOf = ({ options }: Pick<Question, 'options'>): string => options.find(({ correct }) => correct)?.id ?? ''

const VERY = 'very'

function valuesOf({ kind, options }: Question): Value[] {
  const said = options.flatMap(({ id, correct }) =>
    (kind === 'knowledge' ? [VERY, ''] : ['']).map(sure => ({ answer: id, right: correct === true, sure })),
  )
  return [...said, { answer: SKIPPED, right: false, sure: '' }]
}

/** By which id the same question is kept of whoever is not counted with it. */
export const apart = (question: string) => `${question} apart`

/** @returns a quiz's sheet with each question once more for whoever is not counted with it: it is scored, and nothing is said of it */
export const withApart = ({ questions, statements }: Sheet): Sheet =>
  ({ questions: [...questions, ...questions.map(({ id, values }) => ({ id: apart(id), values }))], statements })

export const keys = {
  option: (question: string, option: string) => `option ${question} ${option}`,
  /** Very sure, of whatever it was. */
  sure: (question: string) => `sure ${question}`,
  /** Very sure of something else than what is right. */
  sureOfOther: (question: string) => `sure-other ${question}`,
  belief: (belief: string) => `belief ${belief}`,
}

/** @returns the sheet of one form, as the lesson words it now */
export const sheetOf = (lesson: Lesson, form: Form): Sheet =>
  wordedSheet(form, { questions: questionsOf(lesson, form), beliefs: lesson.misconceptions })

/** @returns the sheet of one form, as it was worded when it was answered; `beliefs` in the lesson's order */
export function wordedSheet(form: Form, { questions, beliefs: held }: Asked): Sheet {
  const sheet = questions.map(question => ({ id: question.id, values: valuesOf(question) }))
  const picked = (place: number, is: (value: Value) => boolean) =>
    new Set((sheet[place]?.values ?? []).flatMap((value, index) => (is(value) ? [index] : [])))
  const at = (key: string, place: number, is: (value: Value) => boolean, isHeld = false): Statement => ({
    key,
    picks: new Map([[place, picked(place, is)]]),
    isHeld,
  })
  const statements = questions.flatMap(({ id, kind, options }, place) => [
    ...options.map(option => at(keys.option(id, option.id), place, ({ answer }) => answer === option.id)),
    ...(kind === 'knowledge'
      ? [
          at(keys.sure(id), place, ({ sure }) => sure === VERY, true),
          at(keys.sureOfOther(id), place, ({ sure, right }) => sure === VERY && !right, true),
        ]
      : []),
  ])
  // Only in the quiz: what a pupil said at the several questions of a check is counted apart from the first, and so cannot be "at
  // least once".
  const beliefs
    = form === 'quiz'
      ? held.map(({ id }) => beliefStatement(questions, sheet, id)).filter(({ picks }) => picks.size > 0)
      : []
  return { questions: sheet, statements: [...beliefs, ...statements] }
}

function beliefStatement(questions: readonly Question[], sheet: Sheet['questions'], belief: string): Statement {
  const picks = new Map(questions.flatMap(({ options }, place) => {
    const ids = new Set(options.filter(({ misconception }) => misconception === belief).map(({ id }) => id))
    const values = new Set((sheet[place]?.values ?? []).flatMap(({ answer }, index) => ids.has(answer) ? [index] : []))
    return values.size === 0 ? [] : [[place, values] as const]
  }))
  return { key: keys.belief(belief), picks, isHeld: true }
}

/**
 * @returns the place of a value among those of a question; what is none of its options counts as left out; -1 where there is no
 * such question
 */
export function placeOfValue(sheet: Sheet, question: string, said: string, sure = ''): readonly [question: number, value: number] {
  const place = sheet.questions.findIndex(({ id }) => id === question)
  const values = sheet.questions[place]?.values ?? []
  const found = values.findIndex(
    value =>
      value.answer === said
      && (value.sure === VERY) === (sure === VERY && values.some(other => other.answer === said && other.sure === VERY)),
  )
  return [place, found >= 0 ? found : values.length - 1]
}

/** What one pupil said in a quiz, by place of question and value. */
export type Said = ReadonlyMap<number, number>

/** @param responses by question: the option, or "-" */
export function saidIn(sheet: Sheet, responses: Readonly<Record<string, string>>): Said {
  return new Map(
    Object.entries(responses)
      .map(([question, said]) => placeOfValue(sheet, question, said))
      .filter(([question]) => question >= 0),
  )
}

export const isTrue = ({ picks }: Statement, said: Said): boolean =>
  [...picks].some(([question, values]) => values.has(said.get(question) ?? -1))

/** What is taken to be known of somebody whose quiz is settled: what came, and how many were right. */
export function knownOf(sheet: Sheet, said: Said): Known {
  return { met: [...said.keys()], right: [...said].filter(([question, value]) => sheet.questions[question]?.values[value]?.right).length }
}
