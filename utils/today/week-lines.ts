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

/** In rows: a holiday is a line of words, and so is what says how many more there are. */
const OF_WORDS = 0.5
const roomOf = (lines: readonly WeekLine[]) => lines.reduce((sum, { day }) => sum + (day?.work.length ?? OF_WORDS), 0)

/**
 * Parts what is soon from what comes later, row by row: a day that does not fit whole goes on in what is later.
 * @param most rows that there is room for, a line that says how many more there are among them
 */
export function splitAt(lines: readonly WeekLine[], most: number): Record<'soon' | 'later', readonly WeekLine[]> {
  if (roomOf(lines) <= most) return { soon: lines, later: [] }
  const [soon, later]: [WeekLine[], WeekLine[]] = [[], []]
  let room = most - OF_WORDS
  for (const { on, day, ...line } of lines) {
    const isOver = later.length > 0
    if (day) {
      const fits = isOver ? 0 : Math.max(0, Math.floor(room))
      const some = (work: DayOfWork['work']) => work.length > 0 ? [{ on, ...line, day: { ...day, work } }] : []
      soon.push(...some(day.work.slice(0, fits)))
      later.push(...some(day.work.slice(fits)))
      room -= day.work.length
    }
    else {
      (isOver || room < OF_WORDS ? later : soon).push({ on, ...line })
      room -= OF_WORDS
    }
  }
  return { soon, later }
}
