/** @param day as 2026-07-06 @param tag of the page's language @returns "Monday 6 July" */
export function dayOfWeek(day: string, tag: string): string {
  return new Intl.DateTimeFormat(tag, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(day))
}
