/** What text and cells of a list are: names in one line, people of a mail program, merged cells, headings in an unknown language. */
import { isUsualName } from './usual-names'
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
  const names = cells.flatMap(cell => cell.split(/\s+(?:and|&|\/)\s+/i)).map(name => name.trim()).filter(name => name !== '')
  return names.length > 2 || names.length > cells.length || (names.length === 2 && names.every(isUsualName)) ? names : null
}

/**
 * People as mail programs list them: Amina Khan <a@hill.example>, "Cole, Mo" <m@hill.example>.
 * @returns a name a line; any other text as it is
 */
export function fromAddresses(text: string): string {
  const pieces = text.split(/>\s*[,;]?\s*/).filter(piece => piece.trim() !== '')
  const names = pieces.flatMap(piece => /^"?([^"<>@]*?)"?\s*<[^<>\s]+@[^<>\s]+$/.exec(piece.trim())?.[1] ?? [])
  if (pieces.length < 2 || names.length < pieces.length) return text
  return names.map(name => name.replace(/^([^,]+),\s*(.+)$/, '$2 $1')).join('\n')
}

/** Merged cells of a spreadsheet say a class once, on the first of its rows. @returns the class of each row, filled in where it is so */
export function filledDown(cells: readonly string[]): readonly string[] {
  const said = cells.filter(cell => cell !== '')
  const areMerged = cells[0] !== '' && said.length * 2 <= cells.length && new Set(said).size === said.length
  return areMerged ? cells.map((_, row) => cells.slice(0, row + 1).findLast(cell => cell !== '') ?? '') : cells
}

/**
 * "B" of Year 8 and "B" of Year 9 are two classes.
 * @returns "8B", "9B" where all classes are single letters beside years; else as they are
 */
export function joinedToYears(cells: readonly string[], years: readonly string[]): readonly string[] {
  const numbers = cells.map((_, row) => /^(?:year |yr |y)?(\d{1,2})$/i.exec(years[row] ?? '')?.[1])
  const areLetters = cells.every((cell, row) => cell === '' || (/^\p{Lu}$/u.test(cell) && numbers[row] !== undefined))
  return areLetters ? cells.map((cell, row) => (cell === '' ? '' : `${numbers[row] ?? ''}${cell}`)) : cells
}

/** @returns whether the first row is headings all the same: below it a column holds numbers or classes alone, and it does not */
export function unknownHeadings(rows: readonly Row[]): boolean {
  const [first = [], ...body] = rows
  if (body.length < 2 || first.length < 2 || first.some(cell => cell === '' || /\d/.test(cell))) return false
  return first.some((_, place) => body.every(row => /\d/.test(row[place] ?? '')))
}
