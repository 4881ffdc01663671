/** Whole days of a calendar file (iCalendar, RFC 5545), as schools and councils publish their term dates. */
import ICAL from 'ical.js'
import type { FoundHolidays } from '#shared/api/school/holidays'
import { daysAfter, daysBetween } from '#shared/lesson/school-days'
import { tidyName } from '#shared/text/tidy-text'
import { Refusal } from '../platform/refusal.ts'

/** Far more than a school's calendar of some years; a file that was made to keep the server busy is noticed. */
const [MOST_EVENTS, MOST_REPEATS] = [3_000, 400]
/** Days before and after today that anybody assigns in. */
const [BEFORE, AFTER] = [400, 800]
const LONGEST_NAME = 80
/** Days from which something is a holiday whatever it is called. */
const LONG = 4

const LIKELY = /holiday|half.?term|break|clos|inset|training|bank|christmas|easter|summer|vacation|strike|no school|gwyliau|hanner tymor|hms/i

const dayOf = (time: ICAL.Time) => time.toString().slice(0, 10)

type Found = FoundHolidays['found'][number]

/** @returns one occurrence that begins on a day */
function found(event: ICAL.Event, from: string, days: number): Found {
  const name = tidyName(event.summary ?? '').slice(0, LONGEST_NAME) || from
  return { name, from, to: daysAfter(from, days - 1), isLikely: days >= LONG || LIKELY.test(name) }
}

function* occurrences(event: ICAL.Event, [first, last]: readonly [string, string]): Generator<Found> {
  if (!event.startDate?.isDate) return
  // The end is the first day after it.
  const days = Math.max(1, daysBetween(dayOf(event.startDate), dayOf(event.endDate)))
  if (!event.isRecurring()) {
    yield found(event, dayOf(event.startDate), days)
    return
  }
  const iterator = event.iterator()
  for (let turn = 0; turn < MOST_REPEATS; turn++) {
    const next = iterator.next() as ICAL.Time | undefined
    if (!next || dayOf(next) > last) return
    if (dayOf(next) >= first) yield found(event, dayOf(next), days)
  }
}

/**
 * @returns whole days of a calendar around today, the soonest first, each once; what has a time of day is no holiday
 * @throws `invalid` where it is no calendar, or is too large
 */
export function holidaysIn(text: string, today: string): Found[] {
  const range = [daysAfter(today, -BEFORE), daysAfter(today, AFTER)] as const
  let all: Found[]
  try {
    const calendars = [ICAL.parse(text.replace(/^\uFEFF/, ''))].flat() as unknown[][]
    const events = (typeof calendars[0] === 'string' ? [calendars] : calendars)
      .flatMap(one => new ICAL.Component(one as never).getAllSubcomponents('vevent'))
    if (events.length > MOST_EVENTS) throw new Refusal('invalid', 'calendar-too-large')
    all = events.flatMap(event => [...occurrences(new ICAL.Event(event), range)])
  }
  catch (error) {
    throw error instanceof Refusal ? error : new Refusal('invalid', 'calendar-unreadable')
  }
  const inRange = all.filter(({ from, to }) => to >= range[0] && from <= range[1] && daysBetween(from, to) < 120)
  const once = new Map(inRange.map(one => [`${one.from} ${one.to} ${one.name}`, one]))
  if (once.size === 0) throw new Refusal('invalid', 'calendar-empty')
  return [...once.values()].toSorted((a, b) => a.from.localeCompare(b.from) || a.to.localeCompare(b.to)).slice(0, MOST_REPEATS)
}
