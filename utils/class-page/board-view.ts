/** What staff pages make of a board's columns and cells. */
import type { BoardCell, Progress } from '#shared/api/assignments'
import { daysAfter, daysBetween, isWeekend, weekdayOf, type Calendar, type Holiday } from '#shared/lesson/school-days'

interface Work {
  readonly hasOpened: boolean
  readonly isClosed: boolean
}

/** Where a lesson stands in the class's list. */
export const placeOf = ({ hasOpened, isClosed }: Work): 'now' | 'coming' | 'finished' =>
  isClosed ? 'finished' : hasOpened ? 'now' : 'coming'

type Pupils = readonly { readonly cells: readonly { readonly progress: Progress }[] }[]

/**
 * @returns the place of the lesson that the class is at: of those that are on the one that most are in, else the newest; else the
 * newest that was; else the first that comes; -1 where there is none
 */
export function currentOf(assignments: readonly Work[], pupils: Pupils): number {
  const newest = (place: 'now' | 'finished') => assignments.findLastIndex(work => placeOf(work) === place)
  const isIn = assignments.map((work, place) => placeOf(work) === 'now' ? tallyOf(pupils, place).started : 0)
  const most = Math.max(...isIn, 0)
  if (most > 0) return isIn.lastIndexOf(most)
  return newest('now') >= 0 ? newest('now') : newest('finished') >= 0 ? newest('finished') : assignments.length > 0 ? 0 : -1
}

export interface Tally {
  readonly finished: number
  readonly started: number
  /** Of so many; whoever is excused, or not in the group whose it is, is not among them. */
  readonly of: number
}

/** @returns how many have finished one lesson, and how many are in it */
export function tallyOf(pupils: Pupils, place: number): Tally {
  const count = (progress: Progress) => pupils.filter(({ cells }) => cells[place]?.progress === progress).length
  return { finished: count('finished'), started: count('started'), of: pupils.length - count('excused') - count('not-theirs') }
}

/**
 * Which holidays the lessons that come pass over, by the lesson that each stands before: days on which the class would have had one.
 * @param coming in the order in which they are shown
 * @param lessonDays of the class; none where nobody has said
 * @returns for each lesson the holidays between it and those before it
 */
export function holidaysBefore(
  coming: readonly { readonly opensOn: string }[],
  { holidays, lessonDays }: Calendar,
): readonly (readonly Holiday[])[] {
  const isOwn = (day: string) => !isWeekend(day) && (lessonDays.length === 0 || lessonDays.some(own => own === weekdayOf(day)))
  const days = ({ from, to }: Holiday) => Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => daysAfter(from, index))
  const quiet = holidays.filter(holiday =>
    days(holiday).some(isOwn) && !coming.some(({ opensOn }) => holiday.from <= opensOn && opensOn <= holiday.to))
  return coming.map(({ opensOn }, place) =>
    quiet.filter(({ from }) => from < opensOn && coming.findIndex(one => from < one.opensOn) === place))
}

/** What a teacher can do for one pupil at one lesson, and take back. */
export interface PupilAct {
  readonly what: 'excuse' | 'catch-up' | 'second-go'
  /** It is so already, and can be taken back. */
  readonly isOn: boolean
  /** What its button says, below `board`. */
  readonly words: string
}

/** @returns the one thing that fits where the pupil is; none where the lesson is not theirs */
export function actionFor(cell: Pick<BoardCell, 'progress' | 'isCatchingUp' | 'hasSecondGo'>, isClosed: boolean): PupilAct | null {
  const { progress, isCatchingUp, hasSecondGo } = cell
  if (progress === 'not-theirs') return null
  if (progress === 'finished') return { what: 'second-go', isOn: hasSecondGo, words: hasSecondGo ? 'second-go-back' : 'second-go' }
  if (isClosed) return { what: 'catch-up', isOn: isCatchingUp, words: isCatchingUp ? 'catch-up-end' : 'catch-up' }
  return { what: 'excuse', isOn: progress === 'excused', words: progress === 'excused' ? 'not-excused' : 'excuse' }
}

/** Pupils who have finished before what they said is counted (server/insight/disclosure.ts). */
const ENOUGH = 10

/** @returns the place of the newest lesson that enough have finished for there to be something to say; -1 where there is none */
export const newestToldOf = (assignments: readonly Work[], pupils: Pupils): number =>
  assignments.findLastIndex((work, place) => work.hasOpened && tallyOf(pupils, place).finished >= ENOUGH)
