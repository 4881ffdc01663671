/** Bank holidays of the four nations. */
import Holidays from 'date-holidays'
import { isWeekend, type Holiday } from '#shared/lesson/school-days'
import type { Nation } from '#shared/lesson/nations'
import { DEFAULT_LANGUAGE } from '#shared/text/languages'

const parts: Readonly<Record<Exclude<Nation, 'uk'>, string>> = { england: 'ENG', wales: 'WLS', scotland: 'SCT', 'northern-ireland': 'NIR' }

function ofPart(part: string, year: number): Holiday[] {
  return new Holidays('GB', part, { languages: [DEFAULT_LANGUAGE.locale], timezone: 'Europe/London' })
    .getHolidays(year)
    .filter(({ type }) => type === 'public')
    .map(({ date, name }) => ({ name, from: date.slice(0, 10), to: date.slice(0, 10) }))
    .filter(({ from }) => !isWeekend(from))
}

/** @returns the bank holidays of a nation from one day to another; of the whole United Kingdom those that all four have */
export function bankHolidays(nation: Nation, from: string, to: string): Holiday[] {
  const [begin, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  const years = Array.from({ length: last - begin + 1 }, (_, index) => begin + index)
  const [first = [], ...others] = (nation === 'uk' ? Object.values(parts) : [parts[nation]])
    .map(part => years.flatMap(year => ofPart(part, year)))
  return first.filter(day => day.from >= from && day.from <= to && others.every(other => other.some(one => one.from === day.from)))
}
