/** On which days a class gets lessons that are assigned together: the same for the page that shows it and the server that does it. Pure. */
import {
  daysAfter, daysBetween, firstLessonDay, holidayOn, isWeekend, lessonDayInWeek, nextLessonDay, weekdayOf, type Calendar, type Holiday,
} from './school-days.ts'

/** Weeks after which a lesson can be looked back at, as docs/pedagogy.md recommends. */
export const boosterWeeks = [6, 7, 8] as const
export type BoosterWeeks = (typeof boosterWeeks)[number]

export interface PlanWanted {
  /** In the order in which they are taken. */
  readonly lessonIds: readonly string[]
  /** First day. */
  readonly opensOn: string
  /**
   * Nobody has chosen a day: the class begins on its next lesson day, that one or later, and what is in `days` goes to its lesson day
   * of the same week.
   */
  readonly onLessonDays?: boolean
  /** A lesson a week, as docs/pedagogy.md recommends; else all at once. */
  readonly weekly: boolean
  /** Days after its opening on which each is due; null for no date. */
  readonly dueAfter: number | null
  /**
   * The day on which the first is due, chosen by hand: the same for every class, and each later lesson as long after its opening. A
   * class that begins after it has a week. Where it is there, `dueAfter` says nothing.
   */
  readonly firstDueOn?: string | null
  /** Weeks after the last lesson's opening at which each is looked at again, 6 to 8; null for no booster. */
  readonly boosterWeeks: number | null
  /** Every day by itself, as in a plan of last year: then all of those above but `onLessonDays` say nothing. */
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

/** Where it is noted which holidays a plan passes over. */
type Passed = Set<Holiday>

/** Notes holidays in which a class would have had a lesson, from one day on until another. */
function pass(from: string, to: string, { holidays, lessonDays }: Calendar, passed: Passed) {
  const isOwn = (day: string) => !isWeekend(day) && (lessonDays.length === 0 || lessonDays.some(one => one === weekdayOf(day)))
  for (let day = from; day < to; day = daysAfter(day, 1)) {
    const holiday = isOwn(day) && holidayOn(day, holidays)
    if (holiday) passed.add(holiday)
  }
}

/** A day that was asked for stays, unless the school is shut. */
function kept(day: string, calendar: Calendar, passed: Passed): string {
  const holiday = holidayOn(day, calendar.holidays)
  if (!holiday) return day
  const next = nextLessonDay(day, calendar)
  passed.add(holiday)
  pass(day, next, calendar, passed)
  return next
}

/** @returns the day as it can be, never before another */
function dueOn(day: string | null, opensOn: string, { holidays }: Calendar): string | null {
  return day === null ? null : kept(day < opensOn ? opensOn : day, { holidays, lessonDays: [] }, new Set())
}

/** @returns the days of weekly lessons: always the same day of the week; weeks in which the school is shut on it are left out */
function weekly(first: string, count: number, calendar: Calendar, passed: Passed): string[] {
  const days: string[] = []
  let day = first
  while (days.length < count) {
    const weeks = Array.from({ length: MOST_WEEKS_OFF }, (_, week) => daysAfter(day, week * WEEK))
    const open = weeks.find(one => !holidayOn(one, calendar.holidays))
    const found = open ?? kept(day, calendar, passed)
    for (const one of weeks) {
      const holiday = one < found && holidayOn(one, calendar.holidays)
      if (holiday) passed.add(holiday)
    }
    days.push(found)
    day = daysAfter(found, WEEK)
  }
  return days
}

/** A lesson of last year's plan on the class's lesson day of its week; what was due stays as long after it, and off a weekend. */
function onOwnDay(one: PlannedLesson, { lessonDays }: Calendar): PlannedLesson {
  const opensOn = lessonDayInWeek(one.opensOn, lessonDays)
  const due = one.dueOn === null ? null : daysAfter(one.dueOn, daysBetween(one.opensOn, opensOn))
  return { ...one, opensOn, dueOn: due !== null && opensOn !== one.opensOn ? nextLessonDay(due, { holidays: [], lessonDays: [] }) : due }
}

function onDays(days: readonly PlannedLesson[], calendar: Calendar, passed: Passed): PlannedLesson[] {
  return days.map((one) => {
    const opensOn = kept(one.opensOn, calendar, passed)
    return { ...one, opensOn, dueOn: dueOn(one.dueOn, opensOn, calendar) }
  })
}

/** @returns lessons on days that were chosen one by one: what is in the holidays moves on */
export const plannedDays = (days: readonly PlannedLesson[], calendar: Calendar) => onDays(days, calendar, new Set())

/** The first day of a plan. */
function beginning({ opensOn, onLessonDays }: PlanWanted, calendar: Calendar, passed: Passed): string {
  if (onLessonDays !== true) return kept(opensOn, calendar, passed)
  const first = firstLessonDay(opensOn, calendar)
  pass(opensOn, first, calendar, passed)
  return first
}

/** Days after its opening on which each is due. */
function dueAfterOpening({ firstDueOn, dueAfter }: PlanWanted, first: string): number | null {
  if (firstDueOn === undefined) return dueAfter
  return firstDueOn === null ? null : firstDueOn < first ? WEEK : daysBetween(first, firstDueOn)
}

export interface Plan {
  /** Each lesson, then each booster, in order. */
  readonly lessons: PlannedLesson[]
  /** Holidays that it passes over: but for them, something would open in them. The soonest first. */
  readonly skipped: Holiday[]
}

/** @returns the days of each lesson and booster, and which holidays are passed over */
export function planOf(wanted: PlanWanted, calendar: Calendar): Plan {
  const passed: Passed = new Set()
  const lessons = lessonsOf(wanted, calendar, passed)
  return { lessons, skipped: [...passed].sort((a, b) => a.from.localeCompare(b.from)) }
}

function lessonsOf(wanted: PlanWanted, calendar: Calendar, passed: Passed): PlannedLesson[] {
  if (wanted.days) {
    const days = wanted.onLessonDays === true ? wanted.days.map(one => onOwnDay(one, calendar)) : wanted.days
    return onDays(days, calendar, passed)
  }
  const { lessonIds, boosterWeeks: weeks } = wanted
  const first = beginning(wanted, calendar, passed)
  const after = dueAfterOpening(wanted, first)
  const due = (opens: string) => dueOn(after === null ? null : daysAfter(opens, after), opens, calendar)
  const opens = wanted.weekly ? weekly(first, lessonIds.length, calendar, passed) : lessonIds.map(() => first)
  const at = (kind: PlannedLesson['kind'], lessonId: string, opensOn: string): PlannedLesson => ({ lessonId, kind, opensOn, dueOn: due(opensOn) })
  const again = weeks === null ? null : kept(daysAfter(opens[opens.length - 1] ?? first, weeks * WEEK), calendar, passed)
  return [
    ...lessonIds.map((lessonId, index) => at('lesson', lessonId, opens[index] ?? first)),
    ...(again === null ? [] : lessonIds.map(lessonId => at('booster', lessonId, again))),
  ]
}

/** @returns the days of each lesson and booster, in order */
export const planned = (wanted: PlanWanted, calendar: Calendar): PlannedLesson[] => planOf(wanted, calendar).lessons
