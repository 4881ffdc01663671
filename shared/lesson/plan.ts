/** On which days a class gets lessons that are assigned together: the same for the page that shows it and the server that does it. Pure. */
import { daysAfter, holidayOn, nextLessonDay, type Calendar } from './school-days.ts'

/** Weeks after which a lesson can be looked back at, as docs/pedagogy.md recommends. */
export const boosterWeeks = [6, 7, 8] as const
export type BoosterWeeks = (typeof boosterWeeks)[number]

export interface PlanWanted {
  /** In the order in which they are taken. */
  readonly lessonIds: readonly string[]
  /** First day. */
  readonly opensOn: string
  /** A lesson a week, as docs/pedagogy.md recommends; else all at once. */
  readonly weekly: boolean
  /** Days after its opening on which each is due; null for no date. */
  readonly dueAfter: number | null
  /** Weeks after the last lesson's opening at which each is looked at again, 6 to 8; null for no booster. */
  readonly boosterWeeks: number | null
  /** Every day by itself, as in a plan of last year: then the four above say nothing. */
  readonly days?: readonly PlannedLesson[]
}

export interface PlannedLesson {
  readonly lessonId: string
  readonly kind: 'lesson' | 'booster'
  readonly opensOn: string
  readonly dueOn: string | null
}

const WEEK = 7
/** Weeks that a weekly plan passes over at most: no holiday lasts longer. */
const MOST_WEEKS_OFF = 12

/** A day that was asked for stays, unless the school is shut. */
const kept = (day: string, calendar: Calendar) => (holidayOn(day, calendar.holidays) ? nextLessonDay(day, calendar) : day)

/** @returns the day as it can be, never before another */
function dueOn(day: string | null, opensOn: string, { holidays }: Calendar): string | null {
  return day === null ? null : kept(day < opensOn ? opensOn : day, { holidays, lessonDays: [] })
}

/** @returns the days of weekly lessons: always the same day of the week; weeks in which the school is shut on it are left out */
function weekly(first: string, count: number, calendar: Calendar): string[] {
  const days: string[] = []
  let day = first
  while (days.length < count) {
    const open = Array.from({ length: MOST_WEEKS_OFF }, (_, week) => daysAfter(day, week * WEEK))
      .find(one => !holidayOn(one, calendar.holidays))
    const found = open ?? kept(day, calendar)
    days.push(found)
    day = daysAfter(found, WEEK)
  }
  return days
}

/** @returns lessons on days that were chosen one by one: what is in the holidays moves on */
export function plannedDays(days: readonly PlannedLesson[], calendar: Calendar): PlannedLesson[] {
  return days.map((one) => {
    const opensOn = kept(one.opensOn, calendar)
    return { ...one, opensOn, dueOn: dueOn(one.dueOn, opensOn, calendar) }
  })
}

/** @returns the days of each lesson and booster, in order */
export function planned(wanted: PlanWanted, calendar: Calendar): PlannedLesson[] {
  if (wanted.days) return plannedDays(wanted.days, calendar)
  const { lessonIds, dueAfter, boosterWeeks: weeks } = wanted
  const due = (opens: string) => dueOn(dueAfter === null ? null : daysAfter(opens, dueAfter), opens, calendar)
  const first = kept(wanted.opensOn, calendar)
  const opens = wanted.weekly ? weekly(first, lessonIds.length, calendar) : lessonIds.map(() => first)
  const at = (kind: PlannedLesson['kind'], lessonId: string, opensOn: string): PlannedLesson => ({ lessonId, kind, opensOn, dueOn: due(opensOn) })
  const again = weeks === null ? null : kept(daysAfter(opens[opens.length - 1] ?? first, weeks * WEEK), calendar)
  return [
    ...lessonIds.map((lessonId, index) => at('lesson', lessonId, opens[index] ?? first)),
    ...(again === null ? [] : lessonIds.map(lessonId => at('booster', lessonId, again))),
  ]
}
