/** What made-up pupils do in a lesson, told to the server as a device would tell it. */
import { randomUUID } from 'node:crypto'
import type { AttemptChange } from '#shared/attempt/attempt-changes'
import type { CheckAnswer } from '#activities/check/schema'
import { drawItems, newGo, pack } from '#activities/quiz/score'
import type { Lesson } from '#activities/lesson'
import type { Pupil } from '../../../server/classes/pupil-session.ts'
import type { Assignment } from '../../../server/assignments/assignments.ts'
import { takeEvents } from '../../../server/assignments/attempts.ts'
import type { Db } from '../../../server/platform/database/client.ts'
import { takeCheck } from '../../../server/assignments/check-counts.ts'

export interface Doing {
  readonly db: Db
  readonly assignment: Assignment
  readonly lesson: Lesson
  readonly pupil: Pupil
  /** The same pupil always does the same. */
  readonly random: () => number
}

/** How often one of these pupils is right. */
const right = { before: 0.55, after: 0.8, quiz: 0.8 } as const

function chosen<T extends { readonly id: string, readonly correct?: true | undefined }>(
  options: readonly T[],
  chance: number,
  random: () => number,
): string {
  const others = options.filter(({ correct }) => !correct)
  const correct = options.find(option => option.correct)
  const one = correct && random() < chance ? correct : others[Math.floor(random() * others.length)]
  return (one ?? options[0])?.id ?? ''
}

/** Gives a check, with a question left out now and then. Does nothing where the lesson has none. */
export async function giveCheck({ db, assignment, lesson, pupil, random }: Doing, form: 'before' | 'after') {
  const check = lesson.screens.find(screen => screen.type === 'check' && screen.form === form)
  if (check?.type !== 'check') return
  const answer: CheckAnswer = Object.fromEntries(check.items.filter(() => random() > 0.05).map(({ id, kind, options }) => {
    const said = chosen(options, right[form], random)
    const sure = (['not', 'quite', 'very'] as const)[Math.floor(random() * 3)] ?? 'quite'
    return [id, kind === 'knowledge' ? { said, sure } : { said }]
  }))
  await takeCheck(db, pupil, assignment, lesson, form, answer)
}

/** Goes through the lesson screen by screen, to its end or to its middle. */
export async function doLesson({ db, assignment, lesson, pupil, random }: Doing, toTheEnd: boolean) {
  const screens = toTheEnd ? lesson.screens : lesson.screens.slice(0, Math.ceil(lesson.screens.length / 2))
  const changes = screens.flatMap((screen): AttemptChange[] => [
    { kind: 'arrived', screen: screen.id },
    ...(screen.type === 'quiz' ? [quizAnswer(screen, random)] : [{ kind: 'marked', screen: screen.id, mark: 'done' } as const]),
  ])
  if (toTheEnd) changes.push({ kind: 'finished' })
  await takeEvents(db, pupil, assignment, lesson, changes.map(change => ({ id: randomUUID(), change })))
}

function quizAnswer(quiz: Extract<Lesson['screens'][number], { type: 'quiz' }>, random: () => number): AttemptChange {
  const go = newGo(Math.floor(random() * 0xFFFF))
  const responses = Object.fromEntries(drawItems(quiz, go.seed).map(({ id, options }) => [id, chosen(options, right.quiz, random)]))
  return { kind: 'answered', screen: quiz.id, packed: pack({ ...go, responses, ended: true }) }
}
