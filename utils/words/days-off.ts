import { daysBetween, type Holiday } from '#shared/lesson/school-days'

/**
 * @param tag of the page's language
 * @returns "15 – 19 Feb", or "Fri 1 May" where it is one day. Servers and browsers put other spaces about the dash
 */
export function daysOff({ from, to }: Pick<Holiday, 'from' | 'to'>, tag: string): string {
  if (daysBetween(from, to) === 0)
    return new Intl.DateTimeFormat(tag, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(from))
  return new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', timeZone: 'UTC' }).formatRange(new Date(from), new Date(to))
    .replace(/\s*–\s*/, ' – ')
}
