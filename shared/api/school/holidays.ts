/** Days on which a school is shut: nothing that is assigned opens on them. */
import { z } from 'zod'
import { day, id, name } from '#shared/api/fields'
import type { Holiday } from '#shared/lesson/school-days'

export interface KeptHoliday extends Holiday {
  readonly id: string
  /** Of the nation's bank holidays, of a calendar file, or typed in. */
  readonly source: 'bank' | 'file' | 'typed'
}

/** `GET /api/school/holidays`: the soonest first */
export interface SchoolHolidays {
  readonly holidays: readonly KeptHoliday[]
  /** Removed in the last day, and can come back. */
  readonly removed: readonly KeptHoliday[]
}

/** Of a school: more than ten years have. */
export const MOST_HOLIDAYS = 400
/** Days of one: longer than any summer. */
const LONGEST = 120

const holiday = z.strictObject({ name, from: day, to: day })
  .refine(({ from, to }) => from <= to, 'it cannot end before it begins')
  .refine(({ from, to }) => (Date.parse(to) - Date.parse(from)) / 86_400_000 < LONGEST, 'it is longer than a summer')

/** `POST /api/school/holidays` */
export const newHolidaysBody = z.strictObject({
  source: z.enum(['file', 'typed']),
  holidays: z.array(holiday).min(1).max(MOST_HOLIDAYS),
})

/** `POST /api/school/holidays` and `POST /api/school/holidays/bank`: ids; fewer where some were there already */
export interface MadeHolidays {
  readonly made: readonly string[]
}

/** `POST /api/school/holidays/file`: the text of a calendar (iCalendar, RFC 5545). Nothing is kept of it. */
export const calendarFileBody = z.strictObject({ text: z.string().max(900_000) })

/** `POST /api/school/holidays/file`: whole days that the calendar has */
export interface FoundHolidays {
  readonly found: readonly (Holiday & {
    /** Its name or length says so; a sports day is a whole day too. */
    readonly isLikely: boolean
  })[]
}

/** `POST /api/school/holidays/removed`: they do not count any more, or again. @see SchoolHolidays */
export const removedHolidaysBody = z.strictObject({ ids: z.array(id).min(1).max(MOST_HOLIDAYS), removed: z.boolean() })
