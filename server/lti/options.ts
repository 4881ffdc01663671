/**
 * What a teacher chose besides the lesson, as it goes through the LMS: plain custom parameters of the activity, which come back in
 * every launch under the LMS's own signature. A teacher can change them there by hand and a copied course brings them along, so
 * they are worth what a form is: what is unknown or does not fit the lesson falls back to the whole lesson as it is.
 */
import { choicesOf } from '#activities/assigned'
import type { Lesson } from '#activities/lesson'
import { partText, readPart, wholeLesson, type LessonPart } from '#shared/lesson/part'
import { idsIn, questionFault, type ChosenQuestions } from '#shared/lesson/questions'

export interface Options extends ChosenQuestions {
  readonly kind: 'lesson' | 'booster'
  readonly part: LessonPart
  /** The quiz asks all the same questions in the same order. */
  readonly sameOrder: boolean
}

export const asItComes: Options = { kind: 'lesson', part: wholeLesson, sameOrder: false, leftOut: [], putIn: [] }

/** The LMS puts the moment there that it has for the activity now (LTI Advantage, ResourceLink variables), or leaves it as it is. */
const DUE = '$ResourceLink.submission.endDateTime'

/**
 * @param dueOn as it was chosen, for an LMS that has no such date of its own
 * @returns the custom parameters of an activity; what is as it comes is left out
 */
export function customOf(
  lessonId: string,
  { kind, part, sameOrder, leftOut, putIn }: Options,
  dueOn: string | null,
): Record<string, string> {
  return {
    lesson: lessonId,
    ...(kind === 'lesson' ? {} : { kind }),
    ...(part.kind === 'whole' ? {} : { part: partText(part) }),
    ...(sameOrder ? { order: 'same' } : {}),
    ...(leftOut.length === 0 ? {} : { left_out: leftOut.join(' ') }),
    ...(putIn.length === 0 ? {} : { put_in: putIn.join(' ') }),
    due: DUE,
    ...(dueOn === null ? {} : { due_on: dueOn }),
  }
}

const dayInLondon = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' })
const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))

/** @returns the day in the United Kingdom on which a moment lies; null where it is none */
function dayOf(moment: string): string | null {
  const at = /^\d{4}-\d{2}-\d{2}T/.test(moment) ? Date.parse(moment) : NaN
  return Number.isNaN(at) ? null : dayInLondon.format(at)
}

export interface ReadOptions {
  readonly options: Options
  /** Null where neither the LMS nor the choice has one. */
  readonly dueOn: string | null
}

/** @param custom of a launch, whatever it holds */
export function readOptions(custom: Readonly<Record<string, unknown>>): ReadOptions {
  const textAt = (name: string) => {
    const value = custom[name]
    return typeof value === 'string' && value.length <= 2_000 ? value : ''
  }
  const chosen = textAt('due_on')
  return {
    options: {
      kind: textAt('kind') === 'booster' ? 'booster' : 'lesson',
      part: readPart(textAt('part')),
      sameOrder: textAt('order') === 'same',
      leftOut: idsIn(textAt('left_out')),
      putIn: idsIn(textAt('put_in')),
    },
    dueOn: dayOf(textAt('due')) ?? (isDay(chosen) ? chosen : null),
  }
}

/** @returns the choice as far as the lesson of today has it: a part that is not there is all of it, and an unfair quiz is as it is */
export function fitting(lesson: Lesson, { kind, part, sameOrder, leftOut, putIn }: Options): Options {
  const { sittings, practices, quiz } = choicesOf(lesson)
  const isThere = {
    whole: true,
    sitting: sittings !== null,
    quiz: quiz !== null,
    practice: practices.some(({ screen }) => part.kind === 'practice' && screen === part.screen),
  }[part.kind]
  const isFair = quiz !== null && questionFault(quiz, { leftOut, putIn }) === null
  return {
    kind: kind === 'booster' && quiz !== null ? 'booster' : 'lesson',
    part: isThere && kind === 'lesson' ? part : wholeLesson,
    sameOrder,
    ...(isFair ? { leftOut, putIn } : { leftOut: [], putIn: [] }),
  }
}
