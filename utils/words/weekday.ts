import type { Weekday } from '#shared/lesson/school-days'

/** @param weekday 1 for Monday @returns "Tuesday" */
export function weekdayName(weekday: Weekday, tag: string): string {
  return new Intl.DateTimeFormat(tag, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, weekday))
}

/** @param day as 2027-02-23 @returns "Tue 23 Feb", where somebody chooses a day */
export function dayToChoose(day: string, tag: string): string {
  return new Intl.DateTimeFormat(tag, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(day))
}
