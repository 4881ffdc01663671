/**
 * Which year a class is of, and what it is called a year later. Years count as in England: Reception is 0; P5 of Scotland is 5, and
 * S1, which follows P7, is 8; Year 8 of Northern Ireland is 8.
 */
import type { Nation } from '#shared/lesson/nations'

const HIGHEST = 14
const PRIMARY_YEARS = 7
const RECEPTION = /\b(?:reception|derbyn)\b/i
/** "2026/27", "2026-2027": the school year, which some write behind a class. */
const SCHOOL_YEAR = /\b(20\d\d)(\s*[/–-]\s*)((?:20)?\d\d)\b/g
/** "Year 5", "Yr5", "Y10", "Blwyddyn 6", "Form 7A", "P5"; "Class 5B", but not "Class 5": small schools number their classes. */
const STATED = /\b(?:year|yr|y|blwyddyn|bl|form|grade|primary|secondary|p|s)\b\.?\s*(\d{1,2})(?!\d)|\b(?:year|yr|y|bl|p|s)(\d{1,2})(?!\d)|\b(?:class|dosbarth)\s+(\d{1,2})(?=[a-z])/i
/** "5 Hazel", "5H", "10x/Ma1", "07RE", but not "3rd group" or "2021 intake". */
const LEADING = /^(\d{1,2})(?![\d.:]|(?:st|nd|rd|th)\b)/i
/** "5/6 Oak", "Years 3 and 4", "Y3-Y4". */
const SEVERAL = /\d\s*(?:[/&+,–-]|and\b|to\b|a\b)\s*(?:years?\s*|yr?\s*|p|s)?\d/i

interface Found {
  /** Where the number stands in the text. */
  readonly place: number
  readonly digits: string
  readonly isSecondary: boolean
  readonly year: number
}

/** As long as it was. */
const withoutSchoolYear = (text: string) => text.replace(SCHOOL_YEAR, years => ' '.repeat(years.length))

function find(named: string): Found | null {
  const text = withoutSchoolYear(named)
  if (SEVERAL.test(text)) return null
  const match = STATED.exec(text) ?? LEADING.exec(text)
  const digits = match?.slice(1).find(group => group !== undefined)
  if (!match || digits === undefined) return null
  const isSecondary = /^s(?:econdary)?(?=[\s.\d])/i.test(match[0])
  const year = Number(digits) + (isSecondary ? PRIMARY_YEARS : 0)
  return year > HIGHEST ? null : { place: match.index + match[0].lastIndexOf(digits), digits, isSecondary, year }
}

/** @returns the year that a text names ("5 Hazel", "Year 10", "P5"); null where it names none, or several */
export function yearIn(text: string): number | null {
  const found = find(text)
  return found ? found.year : RECEPTION.test(text) ? 0 : null
}

const aSchoolYearOn = (text: string) => text.replace(SCHOOL_YEAR, (_, from: string, between: string, to: string) =>
  `${Number(from) + 1}${between}${String(Number(to) + 1).slice(-to.length).padStart(to.length, '0')}`)

/** @returns the text with its year one higher: "6 Hazel" of "5 Hazel", "S1" of "P7"; the same where it names no single year */
export function aYearOn(name: string): string {
  const text = aSchoolYearOn(name)
  const found = find(text)
  if (!found) return RECEPTION.test(text) && !SEVERAL.test(withoutSchoolYear(text)) ? text.replace(RECEPTION, 'Year 1') : text
  const { place, digits } = found
  const before = text.slice(0, place)
  const after = text.slice(place + digits.length)
  if (/\bp\s?$/i.test(before) && Number(digits) === PRIMARY_YEARS) return `${before.replace(/p\s?$/i, 'S')}1${after}`
  return `${before}${String(Number(digits) + 1).padStart(digits.length, '0')}${after}`
}

/** Years after which pupils leave a school of their nation, the highest last. */
const lastYears: Readonly<Record<Nation, readonly number[]>> = {
  uk: [6, 11, 13], england: [6, 11, 13], wales: [6, 11, 13], scotland: [7, 13], 'northern-ireland': [7, 12, 14],
}

/** @param years of all classes of the school; @returns whether a class of that year leaves, where the school has none above it */
export function isLastYear(nation: Nation, year: number, years: readonly (number | null)[]): boolean {
  const last = lastYears[nation]
  return year >= Math.max(...last) || (last.includes(year) && !years.includes(year + 1))
}
