/** @param day as 2026-07-06 @param tag of the page's language @returns "6 Jul", for tables and lists */
export function shortDay(day: string, tag: string): string {
  return new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(day))
}
