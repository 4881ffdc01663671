/** @param day as 2026-01-31 @param tag of the page's language @returns "31 January 2026", the same on the server and in every time zone */
export function longDate(day: string, tag: string): string {
  return new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))
}
