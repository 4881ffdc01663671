/** @param day as 2026-01-31 @returns "31 January 2026", the same on the server and in every time zone */
export function longDate(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))
}
