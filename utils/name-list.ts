/** Reads a list of names as schools have them: a file from a spreadsheet or another system, or text from the clipboard. It is read in the teacher's browser, so dates of birth and whatever else is in a file never leave the device. */
import Papa from 'papaparse'

interface NameColumn {
  /** What stands above it, or its first entry. */
  readonly label: string
  readonly names: readonly string[]
}

export interface NameSheet {
  readonly columns: readonly NameColumn[]
  /** Place of the column that seems to hold the names. */
  readonly chosen: number
}

/** Why a file cannot be read at all. */
export type FileProblem = 'spreadsheet' | 'encoding' | 'empty' | 'too-large'

export class UnreadableFile extends Error {
  readonly problem: FileProblem
  constructor(problem: FileProblem) {
    super(problem)
    this.problem = problem
  }
}

/** Far more than a list of names needs. */
const LARGEST_FILE = 2 * 1024 * 1024

/** Headers of schools' systems, the best first. */
const headers: readonly RegExp[] = [
  /^(?:alias|known as|preferred (?:name|first name|forename)|chosen name|display name|nickname)$/,
  /^(?:first ?name|forenames?|given names?|legal forename|first)$/,
  /^(?:names?|full ?name|pupil(?:'?s)?(?: name)?|student(?:'?s)?(?: name)?|child(?: name)?|learner)$/,
]
const otherHeaders = /^(?:(?:legal )?(?:surname|last ?name|family name)|last|middle names?|d\.?o\.?b\.?|date of birth|birth ?date|upn|uln|admission (?:no|number)|id|class|form|reg(?:istration)?(?: group)?|year(?: group)?|tutor group|house|gender|sex|e-?mail(?: address)?|username|no\.?|#|number|address|postcode)$/

const plain = (cell: string) => cell.replace(/[\s_]+/g, ' ').trim().toLowerCase()

/** @throws UnreadableFile */
export function readNameFile(bytes: Uint8Array): NameSheet {
  if (bytes.length > LARGEST_FILE) throw new UnreadableFile('too-large')
  // A zip (xlsx, ods) or an old Office file.
  if (startsWith(bytes, [0x50, 0x4B, 0x03, 0x04]) || startsWith(bytes, [0xD0, 0xCF, 0x11, 0xE0])) throw new UnreadableFile('spreadsheet')
  const text = decode(bytes)
  if (/\0/.test(text) || isGarbled(text)) throw new UnreadableFile('encoding')
  return sheetOf(text)
}

/** Text from the clipboard, or typed: a name a line, or cells of a spreadsheet. @throws UnreadableFile where there is no name */
export function readNameText(text: string): NameSheet {
  return sheetOf(text)
}

const startsWith = (bytes: Uint8Array, signs: readonly number[]) => signs.every((sign, index) => bytes[index] === sign)

function decode(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xFF, 0xFE])) return new TextDecoder('utf-16le').decode(bytes)
  if (startsWith(bytes, [0xFE, 0xFF])) return new TextDecoder('utf-16be').decode(bytes)
  const wide = wideWithoutMark(bytes)
  if (wide !== undefined) return new TextDecoder(wide).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  }
  catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** In UTF-16 every second byte of mostly Latin text is zero. */
function wideWithoutMark(bytes: Uint8Array): string | undefined {
  const start = bytes.slice(0, 1000)
  const zeros = (odd: number) => start.filter((byte, index) => byte === 0 && index % 2 === odd).length / (start.length / 2 || 1)
  if (zeros(1) > 0.6 && zeros(0) < 0.1) return 'utf-16le'
  if (zeros(0) > 0.6 && zeros(1) < 0.1) return 'utf-16be'
  return undefined
}

/** Signs that no name has: of a code page that was guessed wrong, or of UTF-8 that somebody saved twice ("ZoÃ«"). */
function isGarbled(text: string): boolean {
  // A letter with a sign right behind it that stands in no word: the code page of DOS.
  return /[\u0080-\u009F\uFFFD]|\p{L}[‚„‰†‡ƒˆ‹¤¢£¡]/u.test(text) || /[ÂÃ][\u0080-\u00BF\u2018-\u201E\u0152-\u0178\u02C6\u02DC\u2020-\u2026\u2030\u2039\u203A\u20AC\u2122]/.test(text)
}

/** "1. Sam", "2) Ali", "3 Zoë". */
const LIST_NUMBER = /^\(?(\d{1,3})(?:[.):]\s*|\s*[-–]\s+|\s+)(?=\p{L})/u
const BULLET = /^[-–*•·]\s+/

/** Takes away numbers that count up line by line: they belong to the list. A number that stands alone may belong to an alias. */
function withoutListNumbers(cells: readonly string[]): readonly string[] {
  const plainCells = cells.map(cell => cell.replace(BULLET, ''))
  const numbers = plainCells.flatMap(cell => LIST_NUMBER.exec(cell)?.[1] ?? []).map(Number)
  const isCounting = numbers.length > 1 && numbers.every((number, place) => number === (numbers[0] ?? 0) + place)
  return isCounting ? plainCells.map(cell => cell.replace(LIST_NUMBER, '')) : plainCells
}

const SURNAME_FIRST = /^[^,]+,\s*([^,]*\p{L}[^,]*)$/u

/** "Baker, Sam" is Sam: systems write the surname first and a comma behind it. One such cell alone may be "Sam, Jr". */
function firstNames(cells: readonly string[]): readonly string[] {
  const turned = cells.filter(cell => SURNAME_FIRST.test(cell)).length
  return turned * 2 > cells.filter(cell => cell !== '').length ? cells.map(cell => cell.replace(SURNAME_FIRST, '$1')) : cells
}

const isHeader = (row: readonly string[]) => row.some(cell => headers.some(header => header.test(plain(cell)))) || (row.length > 1 && row.some(cell => otherHeaders.test(plain(cell))))

/** Lines above a table, such as the name of the class, are no names. */
function withoutTitle(rows: string[][]): string[][] {
  const place = rows.slice(0, 5).findIndex(row => row.filter(cell => cell !== '').length > 1 && isHeader(row))
  return place > 0 && rows.slice(0, place).every(row => row.filter(cell => cell !== '').length === 1) ? rows.slice(place) : rows
}

/** Whether lines of "Baker, Sam" were taken for two columns: between columns of a file no space stands behind the comma. */
const isSurnameFirst = (body: readonly string[][]) => body.length > 1 && body.some(row => row.length === 2) && body.every(row => row.length === 1 || (row.length === 2 && /^\s+\p{L}/u.test(row[1] ?? '')))

function sheetOf(text: string): NameSheet {
  // Files that went through several systems have line ends of several kinds, of which the parser would take one.
  const { data, meta } = Papa.parse<string[]>(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), { newline: '\n', skipEmptyLines: 'greedy', delimitersToGuess: [',', ';', '\t', '|'] })
  const rows = withoutTitle(data.map(row => row.map(cell => cell.trim())))
  const [first] = rows
  if (!first) throw new UnreadableFile('empty')
  // "Sam, Ali, Zoë" in one line is a list too.
  if (rows.length === 1 && first.length > 2) return { columns: [{ label: first[0] ?? '', names: first.filter(cell => cell !== '') }], chosen: 0 }
  const hasHeader = isHeader(first)
  const body = hasHeader ? rows.slice(1) : rows
  if (body.length === 0) throw new UnreadableFile('empty')
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0)
  const columnAt = (place: number) => firstNames(withoutListNumbers(body.map(row => row[place] ?? '')))
  if (meta.delimiter === ',' && first.length <= 2 && isSurnameFirst(data.slice(-body.length)) && (!hasHeader || first.length === 1)) {
    const [surnames, given] = [columnAt(0), columnAt(1)]
    // A line without a comma is a name by itself.
    const names = given.map((name, row) => name === '' ? surnames[row] ?? '' : name)
    return { columns: [surnames, names].map(column => ({ label: column[0] ?? '', names: column })), chosen: 1 }
  }
  const columns = Array.from({ length: width }, (_, place) => ({ label: first[place] ?? '', names: columnAt(place) }))
  return { columns, chosen: hasHeader ? columnOfNames(first) : firstOfLetters(columns) }
}

/** Without a header, the first column that holds words: others may number the list. */
function firstOfLetters(columns: readonly NameColumn[]): number {
  const isOfLetters = ({ names }: NameColumn) => names.filter(name => /\p{L}/u.test(name)).length * 2 > names.filter(name => name !== '').length
  return Math.max(0, columns.findIndex(isOfLetters))
}

function columnOfNames(header: readonly string[]): number {
  const places = headers.map(kind => header.findIndex(cell => kind.test(plain(cell))))
  return places.find(place => place >= 0) ?? Math.max(0, header.findIndex(cell => !otherHeaders.test(plain(cell))))
}
