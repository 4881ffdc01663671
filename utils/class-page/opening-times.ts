/** For how long a teacher lets a class in: names for the menus, and minutes as the server takes them. */
import { LONGEST_OPEN } from '#shared/api/opening'

export const openings = ['lesson', 'quarter', 'day'] as const
export type Opening = (typeof openings)[number]

const MINUTE = 60_000
const STEP = 5

/** @returns minutes from now; a lesson is an hour at most, and ends at a time that can be read at a glance, such as 10:55 */
export function minutesOf(opening: Opening, now = Date.now()): number {
  if (opening === 'day') return LONGEST_OPEN
  if (opening === 'quarter') return 15
  const [hourLater, step] = [now + 60 * MINUTE, STEP * MINUTE]
  return Math.floor((Math.floor(hourLater / step) * step - now) / MINUTE)
}

/** @returns minutes from now until a quarter of an hour after the class would have shut */
export const longer = (openUntil: string, now = Date.now()): number =>
  Math.min(LONGEST_OPEN, Math.max(0, Math.ceil((Date.parse(openUntil) - now) / MINUTE)) + 15)
