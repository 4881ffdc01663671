/**
 * Reads a list of names as schools have them: a file from a spreadsheet or another system, or text from the clipboard. It is read in
 * the teacher's browser, so dates of birth and whatever else is in a file never leave the device.
 */
import Papa from 'papaparse'
import { decoded, guessedText, isGarbled, type ListEncoding } from './list-encoding'
import { otherFile, type OtherFile } from './list-file-kind'
import { headerKind, isClosing, isHeading, saysSurnameFirst, type HeaderKind } from './list-headers'

/** Why a row may be no pupil. */
type Doubt
  /** It stands above the list, or above a part of it. */
  = | 'above'
  /** It says what stands below it. */
    | 'header'
  /** It counts pupils, or closes the list. */
    | 'total'
  /** All other cells of its row are empty. */
    | 'alone'
  /** Where the others have a name stands a number, a date or a dash. */
    | 'no-letter'

export interface ListedName {
  readonly name: string
  readonly doubt?: Doubt
  /** First letter of the surname where the list has one, to tell pupils of one name apart. Never sent. */
  readonly initial?: string
}

interface NameColumn {
  /** What stands above it, or its first entry. */
  readonly label: string
  readonly names: readonly ListedName[]
}

export interface NameSheet {
  /** Only those that may hold names: dates of birth, pupil numbers, addresses and the like are left behind while the file is read. */
  readonly columns: readonly NameColumn[]
  /** Place of the column that seems to hold the names. */
  readonly chosen: number
  /** How the letters of a file were read, where it has letters beyond plain English. */
  readonly encoding?: ListEncoding
}

/** Why a file cannot be read at all. */
export type FileProblem = OtherFile | 'encoding' | 'empty' | 'too-large' | 'quote'

export class UnreadableFile extends Error {
  readonly problem: FileProblem
  /** Where reading stopped, for a quotation mark that is out of place. */
  readonly row: { readonly number: number, readonly text: string } | undefined
  constructor(problem: FileProblem, row?: { readonly number: number, readonly text: string }) {
    super(problem)
    this.problem = problem
    this.row = row
  }
}

/** Far more than a list of names needs. */
const LARGEST_FILE = 2 * 1024 * 1024

/**
 * @param encoding that the teacher says it is; left out, it is guessed
 * @throws UnreadableFile
 */
export function readNameFile(bytes: Uint8Array, encoding?: ListEncoding): NameSheet {
  const other = otherFile(bytes)
  if (other) throw new UnreadableFile(other)
  if (bytes.length > LARGEST_FILE) throw new UnreadableFile('too-large')
  const read = encoding ? { text: decoded(bytes, encoding), encoding } : guessedText(bytes)
  // A choice of the teacher's is shown however it looks, so that they can choose again.
  if (!encoding && isGarbled(read.text)) throw new UnreadableFile('encoding')
  const sheet = sheetOf(read.text)
  return /[^\p{ASCII}]/u.test(read.text.replace(/^\uFEFF/, '')) ? { ...sheet, encoding: read.encoding } : sheet
}

/** Text from the clipboard, or typed: a name a line, or cells of a spreadsheet. @throws UnreadableFile where there is no name */
export function readNameText(text: string): NameSheet {
  return sheetOf(text)
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
/** Also one whose first name is none: its surname is not to be taken for a name. */
const SURNAME_AND_MORE = /^[^,]+,\s*([^,]+)$/u

/** "Baker, Sam" is Sam: systems write the surname first and a comma behind it. One such cell alone may be "Sam, Jr". */
function firstNames(cells: readonly string[]): readonly string[] {
  const turned = cells.filter(cell => SURNAME_FIRST.test(cell)).length
  return turned * 2 > cells.filter(cell => cell !== '').length ? cells.map(cell => cell.replace(SURNAME_AND_MORE, '$1')) : cells
}

type Row = readonly string[]

const filled = (row: Row) => row.filter(cell => cell !== '').length
const known = (row: Row) => row.filter(cell => headerKind(cell) !== null).length
const saysName = (row: Row) => row.some(cell => !['other', null].includes(headerKind(cell)))
const isOnlyHeaders = (row: Row) => filled(row) > 0 && known(row) === filled(row)

/** Rows in which a header may stand: systems write the school's name, the class and the date above it. */
const DEEPEST_HEADER = 10

/** The row that says most about the columns. The first row needs one known word; further down it takes two, or a row of nothing else. */
function headerRow(rows: readonly Row[]): number {
  const first = rows[0] ?? []
  const isFirst = saysName(first) || (first.length > 1 && known(first) > 0)
  const places = rows.slice(0, DEEPEST_HEADER).flatMap((row, place) => {
    const isHere = place === 0 ? isFirst : saysName(row) && (known(row) > 1 || isOnlyHeaders(row))
    return isHere ? [place] : []
  })
  return places.reduce((best, place) => best < 0 || known(rows[place] ?? []) > known(rows[best] ?? []) ? place : best, -1)
}

/** Whether lines of "Baker, Sam" were taken for two columns: between columns of a file no space stands behind the comma. */
const isSurnameFirst = (body: readonly Row[]) => body.length > 1 && body.some(row => row.length === 2)
  && body.every(row => row.length === 1 || (row.length === 2 && /^\s+\p{L}/u.test(row[1] ?? '')))

/** @throws UnreadableFile at the first quotation mark that is out of place: everything behind it may have been swallowed */
function parsed(text: string): { readonly data: string[][], readonly delimiter: string } {
  // Files that went through several systems have line ends of several kinds, of which the parser would take one.
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const { data, errors, meta } = Papa.parse<string[]>(plain, {
    newline: '\n',
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', ';', '\t', '|'],
  })
  const wrong = errors.find(({ type }) => type === 'Quotes')
  if (wrong) {
    const number = plain.slice(0, wrong.index ?? 0).split('\n').length
    throw new UnreadableFile('quote', { number, text: (plain.split('\n')[number - 1] ?? '').trim().slice(0, 80) })
  }
  return { data, delimiter: meta.delimiter }
}

function sheetOf(text: string): NameSheet {
  const { data, delimiter } = parsed(text)
  const rows = data.map(row => row.map(cell => cell.trim()))
  const [first] = rows
  if (!first) throw new UnreadableFile('empty')
  // "Sam, Ali, Zoë" in one line is a list too.
  if (rows.length === 1 && first.length > 2) {
    return { columns: [{ label: first[0] ?? '', names: questioned(listed(first.filter(cell => cell !== ''))) }], chosen: 0 }
  }
  const place = headerRow(rows)
  const header = place < 0 ? null : rows[place] ?? null
  const above = place < 1 ? [] : rows.slice(0, place).filter(row => filled(row) > 1 && !isOnlyHeaders(row))
  const below = rows.slice(place + 1)
  const doubts = below.map(doubtsAmong(below))
  const body = below.filter((_, row) => doubts[row] === undefined)
  if (body.length === 0) throw new UnreadableFile('empty')
  const doubtful = [
    ...above.map(row => ({ row, doubt: 'above' as const })),
    ...below.flatMap((row, index) => doubts[index] === undefined ? [] : [{ row, doubt: doubts[index] }]),
  ]
  const isTurned = delimiter === ',' && first.length <= 2 && (header === null || header.length === 1)
    && isSurnameFirst(data.slice(place + 1).filter((_, row) => doubts[row] === undefined))
  return isTurned ? turned(body, doubtful) : ofColumns(header, body, doubtful)
}

interface DoubtfulRow {
  readonly row: Row
  readonly doubt: Doubt
}

/** @returns a function that tells of a row whether it may be no pupil */
function doubtsAmong(all: readonly Row[]): (row: Row) => Doubt | undefined {
  const usual = all.map(filled).sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 1
  return (row) => {
    const cells = row.filter(cell => cell !== '')
    if (isOnlyHeaders(row)) return 'header'
    if (cells.length === 1 && isHeading(cells[0] ?? '')) return 'above'
    if (cells.length <= 2 && (isClosing(cells[0] ?? '') || !/\p{L}/u.test(cells.join('')))) return 'total'
    return cells.length === 1 && usual > 2 ? 'alone' : undefined
  }
}

const listed = (names: readonly string[]): ListedName[] => names.map(name => ({ name }))

function doubtOfName(name: string): Doubt | undefined {
  if (name !== '' && !/\p{L}/u.test(name)) return 'no-letter'
  return isClosing(name) ? 'total' : isHeading(name) ? 'above' : undefined
}

/** Of rows as full as all others: what stands in the place of a name may be none all the same. */
function questioned(names: readonly ListedName[]): ListedName[] {
  return names.map((name) => {
    const doubt = doubtOfName(name.name)
    return doubt ? { ...name, doubt } : name
  })
}

/** What stands in a doubtful row, so that a teacher sees what it is. */
function shown({ row, doubt }: DoubtfulRow, place: number): ListedName {
  return { name: row[place] || (row.find(cell => cell !== '') ?? ''), doubt }
}

/** "Baker, Sam" in lines without quotation marks. */
function turned(body: readonly Row[], doubtful: readonly DoubtfulRow[]): NameSheet {
  const columnAt = (place: number) => firstNames(withoutListNumbers(body.map(row => row[place] ?? '')))
  const [surnames, given] = [columnAt(0), columnAt(1)]
  // A line without a comma is a name by itself.
  const names = given.map((name, row) => name === '' ? { name: surnames[row] ?? '' } : { name, ...initialOf(surnames[row]) })
  const rest = (place: number) => doubtful.map(row => shown(row, place))
  const columns = [
    { label: surnames[0] ?? '', names: [...rest(0), ...questioned(listed(surnames))] },
    { label: names[0]?.name ?? '', names: [...rest(1), ...questioned(names)] },
  ]
  return { columns, chosen: 1 }
}

function ofColumns(header: Row | null, body: readonly Row[], doubtful: readonly DoubtfulRow[]): NameSheet {
  const width = [header ?? [], ...body].reduce((widest, row) => Math.max(widest, row.length), 0)
  const kinds = Array.from({ length: width }, (_, place) => headerKind(header?.[place] ?? ''))
  const raw = Array.from({ length: width }, (_, place) => body.map(row => row[place] ?? ''))
  const places = kinds.flatMap((kind, place) =>
    kind !== 'other' && !(kind === null && width > 1 && isPersonal(raw[place] ?? [])) ? [place] : [],
  )
  if (places.length === 0) throw new UnreadableFile('empty')
  const [surnames, first] = [kinds.indexOf('surname'), kinds.indexOf('first')]
  const columns = places.map((place) => {
    const cells = raw[place]!.map((cell, row) => cell === '' && kinds[place] === 'preferred' ? raw[first]?.[row] ?? '' : cell)
    const isSurname = kinds[place] === 'surname'
    const isTurnedRound = saysSurnameFirst(header?.[place] ?? '')
    const names = firstNames(withoutListNumbers(cells))
      .map(name => isTurnedRound ? name.replace(/^\S+\s+(?=\S)/, '') : name)
      .map((name, row) => ({ name, ...(isSurname ? {} : initialOf(raw[surnames]?.[row] ?? surnameIn(cells[row], isTurnedRound))) }))
    return { label: header?.[place] ?? raw[place]?.[0] ?? '', names: [...doubtful.map(row => shown(row, place)), ...questioned(names)] }
  })
  const chosen = header ? bestColumn(places.map(place => kinds[place] ?? null)) : firstOfLetters(columns)
  return { columns, chosen }
}

const surnameIn = (cell = '', isFirst = false) => (isFirst ? /^(\S+)\s/ : /^([^,]+),\s*\S/).exec(cell)?.[1] ?? ''

function initialOf(surname = ''): Pick<ListedName, 'initial'> {
  const letter = /\p{L}/u.exec(surname)?.[0]
  return letter ? { initial: letter.toUpperCase() } : {}
}

/** E-mail addresses, dates, pupil and telephone numbers, postcodes: no teacher means these. */
const personal = /\S@\S|\d{6,}|^\d+$|^\d{1,4}([-/.])\d{1,2}\1\d{1,4}$|^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i

function isPersonal(cells: readonly string[]): boolean {
  const some = cells.filter(cell => cell !== '')
  return some.length > 0 && some.filter(cell => personal.test(cell)).length * 2 > some.length
}

/** Without a header, the first column that holds words: others may number the list. */
function firstOfLetters(columns: readonly NameColumn[]): number {
  const matching = ({ names }: NameColumn, pattern: RegExp) => names.filter(({ name }) => pattern.test(name)).length
  return Math.max(0, columns.findIndex(column => matching(column, /\p{L}/u) * 2 > matching(column, /./u)))
}

/** What a pupil wants to be called, else a first name, else a whole name, else whatever is not known, and a surname last. */
function bestColumn(kinds: readonly (HeaderKind | null)[]): number {
  return (['preferred', 'first', 'full', null, 'surname'] as const).map(kind => kinds.indexOf(kind)).find(place => place >= 0) ?? 0
}

/**
 * @param isUnsure whether a name, at its place, has something the matter with it
 * @returns the list with what a teacher has to look at first, otherwise in its order
 */
export function unsureFirst(names: readonly ListedName[], isUnsure: (place: number) => boolean): ListedName[] {
  const weight = (place: number) => names[place]?.doubt ? 0 : isUnsure(place) ? 1 : 2
  return names.map((name, place) => ({ name, weight: weight(place) })).sort((a, b) => a.weight - b.weight).map(({ name }) => name)
}
