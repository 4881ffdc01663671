/** Lists that are no rows with one pupil each: names in one line, a column a class, headings in a language that nobody here knows. */
import { yearIn } from '#shared/people/class-year'

type Row = readonly string[]

const CLASS = /^(?:(?:years?|yr|y|blwyddyn|bl|form|grade|class|dosbarth|primary|secondary|p|s)\.?\s*)?\d|^(?:reception|derbyn)/i

/**
 * "5 Hazel", "5A", "Y6 Oak", "Year 5", "Reception"; no bare number, and nothing as long as a sentence.
 * @returns whether a cell may name a class
 */
export function isClassName(cell: string): boolean {
  return CLASS.test(cell) && /\p{L}/u.test(cell) && cell.length < 25 && !/[@,]|\d{3}/.test(cell) && yearIn(cell) !== null
}

/** @returns names that were typed in one line: "Sam, Ali, Zoë", "Sam, Ali and Zoë"; null where it may be one pupil's */
export function namesInOneLine(cells: Row): readonly string[] | null {
  const names = cells.flatMap(cell => cell.split(/\s+(?:and|&)\s+/i)).map(name => name.trim()).filter(name => name !== '')
  return names.length > 2 || names.length > cells.length ? names : null
}

const filled = (row: Row) => row.flatMap((cell, place) => (cell === '' ? [] : [place]))
/** A title may stand above. */
const DEEPEST = 4

/** @returns a list with a column for each class, and its name above, as rows of name and class; null where it is none */
export function acrossClasses(rows: readonly Row[]): readonly Row[] | null {
  const at = rows.slice(0, DEEPEST).findIndex(row => filled(row).length > 1)
  const heads = rows[at] ?? []
  const places = filled(heads)
  if (at < 0 || places.length < 2 || !places.every(place => isClassName(heads[place] ?? ''))) return null
  const body = rows.slice(at + 1)
  // Surnames beside the names, without a heading of their own, would be lost.
  if (body.length === 0 || body.some(row => filled(row).some(place => !places.includes(place)))) return null
  if (body.some(row => row.some(isClassName))) return null
  const listed = places.flatMap(place => body.map(row => [row[place] ?? '', heads[place] ?? '']).filter(([name]) => name !== ''))
  return [['Name', 'Class'], ...listed]
}

/** @returns whether the first row is headings all the same: below it a column holds numbers or classes alone, and it does not */
export function unknownHeadings(rows: readonly Row[]): boolean {
  const [first = [], ...body] = rows
  if (body.length < 2 || first.length < 2 || first.some(cell => cell === '' || /\d/.test(cell))) return false
  return first.some((_, place) => body.every(row => /\d/.test(row[place] ?? '')))
}
