/** The next two weeks as lines of one list. Pure. */
import type { DayOfWork } from '#shared/api/today'
import type { Holiday } from '#shared/lesson/school-days'

/** A day with something to do, or a holiday; it stands where it begins, or today where it has begun. */
export interface WeekLine {
  /** `YYYY-MM-DD` */
  readonly on: string
  readonly day?: DayOfWork
  readonly holiday?: Holiday
  /** Of a holiday: nothing opens or is due in it. */
  readonly isQuiet?: boolean
}

/** @returns days and holidays in their order; @param today `YYYY-MM-DD` */
export const weekLines = (days: readonly DayOfWork[], holidays: readonly Holiday[], today: string): WeekLine[] => [
  ...holidays.map((holiday): WeekLine => ({
    on: holiday.from < today ? today : holiday.from,
    holiday,
    isQuiet: !days.some(({ on }) => holiday.from <= on && on <= holiday.to),
  })),
  ...days.map((day): WeekLine => ({ on: day.on, day })),
].toSorted((a, b) => a.on.localeCompare(b.on))

/** @returns how many rows lines take: one for each lesson of a day */
export const rowsOf = (lines: readonly WeekLine[]) => lines.reduce((sum, { day }) => sum + (day?.work.length ?? 1), 0)

/**
 * Parts what is soon from what comes later. Days stay whole, but for a first one that is longer than all that is shown.
 * @param most rows that are soon; one more is shown than folded away alone
 */
export function splitAt(lines: readonly WeekLine[], most: number): Record<'soon' | 'later', readonly WeekLine[]> {
  if (rowsOf(lines) <= most + 1) return { soon: lines, later: [] }
  const count = lines.findIndex((_, place) => rowsOf(lines.slice(0, place + 1)) > most)
  const { on, day } = lines[0] ?? { on: '' }
  if (count > 0 || !day) return { soon: lines.slice(0, count), later: lines.slice(count) }
  const some = (work: DayOfWork['work']): WeekLine => ({ on, day: { ...day, work } })
  return { soon: [some(day.work.slice(0, most))], later: [some(day.work.slice(most)), ...lines.slice(1)] }
}
