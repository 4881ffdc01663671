/**
 * Days of a school: which are school days, and where a day goes that is none. Days are `YYYY-MM-DD`, as the United Kingdom counts
 * them. Pure.
 */

/** Days on which the school is shut, the first and the last among them. */
export interface Holiday {
  readonly name: string
  readonly from: string
  readonly to: string
}

/** Monday is 1, as ISO 8601 counts. */
export const weekdays = [1, 2, 3, 4, 5] as const
export type Weekday = (typeof weekdays)[number]

/** When a class can have a lesson. */
export interface Calendar {
  readonly holidays: readonly Holiday[]
  /** Days of the week that the class has this lesson on; none where nobody has said. */
  readonly lessonDays: readonly Weekday[]
}

/** A calendar without holidays. */
export const everyDay: Calendar = { holidays: [], lessonDays: [] }

const DAY = 86_400_000
const numberOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY

/** @returns the day so many days later */
export const daysAfter = (day: string, days: number) => new Date((numberOf(day) + days) * DAY).toISOString().slice(0, 10)

/** @returns how many days `to` is after `from` */
export const daysBetween = (from: string, to: string) => numberOf(to) - numberOf(from)

/** @returns 1 for Monday to 7 for Sunday */
export const weekdayOf = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay() || 7

export const isWeekend = (day: string) => weekdayOf(day) > weekdays.length

/** @returns the holiday that a day is in */
export const holidayOn = (day: string, holidays: readonly Holiday[]) => holidays.find(({ from, to }) => from <= day && day <= to)

export const isSchoolDay = (day: string, holidays: readonly Holiday[]) => !isWeekend(day) && !holidayOn(day, holidays)

/** Further than any holiday lasts. */
const FURTHEST = 370

const daysFrom = (day: string) => Array.from({ length: FURTHEST }, (_, index) => daysAfter(day, index))

/**
 * @returns the day itself where it is a school day; else the next one on which the class has the lesson, or where none is known
 * the next school day. Where a whole year has none, the day as it was
 */
export function nextLessonDay(day: string, { holidays, lessonDays }: Calendar): string {
  if (isSchoolDay(day, holidays)) return day
  const next = daysFrom(day).filter(one => isSchoolDay(one, holidays))
  return next.find(one => lessonDays.some(weekday => weekday === weekdayOf(one))) ?? next[0] ?? day
}

/** @returns the next day, or this one, on which the class has the lesson: where a plan begins unless somebody says otherwise */
export function firstLessonDay(day: string, { holidays, lessonDays }: Calendar): string {
  const isLessonDay = (one: string) => lessonDays.length === 0 || lessonDays.some(weekday => weekday === weekdayOf(one))
  return daysFrom(day).find(one => isSchoolDay(one, holidays) && isLessonDay(one)) ?? nextLessonDay(day, { holidays, lessonDays })
}

/** @returns the class's lesson day in the week of a day: that day itself, else the next one of the week, else the last before it */
export function lessonDayInWeek(day: string, lessonDays: readonly Weekday[]): string {
  const asked = weekdayOf(day)
  if (lessonDays.some(one => one === asked)) return day
  const found = lessonDays.find(one => one > asked) ?? lessonDays[lessonDays.length - 1]
  return found === undefined ? day : daysAfter(day, found - asked)
}

/** Days of the week as one text, such as "24": how they are kept. */
export const lessonDaysText = (lessonDays: readonly Weekday[]) => weekdays.filter(day => lessonDays.includes(day)).join('')

export const lessonDaysIn = (text: string): Weekday[] => weekdays.filter(day => text.includes(String(day)))

/** A break that parts one term (or half of one) from the next, in school days. */
const BREAK = 4

/** A week that has at least one school day, by its Monday, and the place that teachers know it by: week 3 of the second half-term. */
interface SchoolWeek { readonly monday: string, readonly term: number, readonly week: number }

const mondayOf = (day: string) => daysAfter(day, 1 - weekdayOf(day))

/** @returns the school weeks of a year that begins on a day, in order, with their places */
function schoolWeeks(begins: string, holidays: readonly Holiday[]): SchoolWeek[] {
  const weeks: SchoolWeek[] = []
  let [term, week] = [0, 0]
  let wasOff = true
  for (let monday = mondayOf(begins); daysBetween(begins, monday) < 365; monday = daysAfter(monday, 7)) {
    const off = weekdays.filter(day => !isSchoolDay(daysAfter(monday, day - 1), holidays)).length
    const isOff = off >= BREAK
    if (!isOff) {
      if (wasOff) [term, week] = [term + 1, 0]
      week++
      weeks.push({ monday, term, week })
    }
    wasOff = isOff
  }
  return weeks
}

const lastOf = (weeks: readonly SchoolWeek[], fits: (week: SchoolWeek) => boolean) => weeks.filter(fits).pop()

/** A school year: the day on which it begins, and the school's holidays. */
export interface SchoolYear {
  readonly begins: string
  readonly holidays: readonly Holiday[]
}

/**
 * A plan of last year in this one: the same week of the same term on the same day of the week, as teachers count. Where a year's
 * terms are not known, or a term is shorter, the nearest week before it.
 * @returns the day in the later year
 */
export function sameWeekOfTerm(day: string, before: SchoolYear, now: SchoolYear): string {
  const sameWeekday = (monday: string) => daysAfter(monday, weekdayOf(day) - 1)
  const place = lastOf(schoolWeeks(before.begins, before.holidays), ({ monday }) => monday <= day)
  const weeks = schoolWeeks(now.begins, now.holidays)
  const isKnown = [before, now].every(year => schoolWeeks(year.begins, year.holidays).some(({ term }) => term > 1))
  const found = isKnown && place
    ? lastOf(weeks, ({ term, week }) => term === place.term && week <= place.week)
    : undefined
  return sameWeekday(found?.monday ?? daysAfter(mondayOf(now.begins), daysBetween(mondayOf(before.begins), mondayOf(day))))
}
