/**
 * Reads a list of names as schools have them: a file from a spreadsheet or another system, or text from the clipboard. It is read in
 * the teacher's browser, so dates of birth and whatever else is in a file never leave the device.
 */
import { decoded, guessedText, isGarbled, mended, type ListEncoding } from './list-encoding'
import { otherFile } from './list-file-kind'
import { classInHeading, classRank, headerKind, isAboveMarks, isClosing, isHeading, saysSurnameFirst, type HeaderKind } from './list-headers'
import { doubtsOfCells, type RowDoubt } from './list-people'
import { parsed, UnreadableFile } from './list-table'

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
    | RowDoubt

export interface ListedName {
  readonly name: string
  readonly doubt?: Doubt
  /** First letter of the surname where the list has one, to tell pupils of one name apart. Sent only where it is wanted. */
  readonly initial?: string
  /** What stands in the list, where letters were mended; the name is empty where nobody can tell what it was. */
  readonly inFile?: string
}

interface NameColumn {
  /** What stands above it, or its first entry. */
  readonly label: string
  readonly names: readonly ListedName[]
}

/** A column, or headings among the rows, that say which class a pupil is in. */
interface ClassColumn {
  /** Empty for headings. */
  readonly label: string
  /** In the order of a column's names; empty where nothing is said. */
  readonly of: readonly string[]
}

export interface NameSheet {
  /** Only those that may hold names: dates of birth, pupil numbers, addresses and the like are left behind while the file is read. */
  readonly columns: readonly NameColumn[]
  /** Place of the column that seems to hold the names. */
  readonly chosen: number
  /** Which class a pupil is in, the likeliest first. */
  readonly classes: readonly ClassColumn[]
  /** What stands above the columns that are left behind. */
  readonly leftOut: readonly string[]
  /** Rows above the headings, which were left out. */
  readonly above: number
  readonly hasHeadings: boolean
  /** How the letters of a file were read, where it has letters beyond plain English. */
  readonly encoding?: ListEncoding
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
  const sheet = sheetOf(read.text)
  // A choice of the teacher's is shown however it looks, so that they can choose again.
  if (!encoding && isBeyondMending(sheet)) throw new UnreadableFile('encoding')
  return /[^\p{ASCII}]/u.test(read.text.replace(/^\uFEFF/, '')) ? { ...sheet, encoding: read.encoding } : sheet
}

/** Garbled names that somebody would look at one by one, and those of them that nobody can read. */
const [MOST_GARBLED, MOST_LOST] = [60, 5]

function isBeyondMending({ columns, chosen }: NameSheet): boolean {
  const names = columns[chosen]?.names ?? []
  const garbled = names.filter(({ inFile }) => inFile !== undefined)
  const lost = garbled.filter(({ name }) => name === '').length
  return garbled.length > MOST_GARBLED || lost > MOST_LOST || lost * 2 > names.length
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
const namesKinds: readonly (HeaderKind | null)[] = ['preferred', 'first', 'full', 'surname']
const saysName = (row: Row) => row.some(cell => namesKinds.includes(headerKind(cell)))
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

function sheetOf(text: string): NameSheet {
  const { data, delimiter } = parsed(text)
  const rows = data.map(row => row.map(cell => cell.trim()))
  const [first] = rows
  if (!first) throw new UnreadableFile('empty')
  // "Sam, Ali, Zoë" in one line is a list too.
  if (rows.length === 1 && first.length > 2) {
    const names = questioned(listed(first.filter(cell => cell !== '')))
    return { columns: [{ label: first[0] ?? '', names }], chosen: 0, classes: [], leftOut: [], above: 0, hasHeadings: false }
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
  const headings = classHeadings(rows.slice(0, Math.max(0, place)), below, doubts, doubtful.length)
  const sheet = isTurned ? turned(body, doubtful) : ofColumns(header, body, doubtful)
  const classes = sheet.classes.length === 0 ? headings : sheet.classes
  return { ...sheet, classes, above: Math.max(0, place) - above.length, hasHeadings: header !== null }
}

/** The classes that headings above the list, or among its rows, name: "Registration group: 5R". */
function classHeadings(
  titles: readonly Row[],
  below: readonly Row[],
  doubts: readonly (Doubt | undefined)[],
  doubtful: number,
): readonly ClassColumn[] {
  const named = (row: Row) => row.filter(cell => cell !== '').find(cell => isHeading(cell) && /\d|:/.test(cell))
  let current = titles.map(named).findLast(title => title !== undefined)
  const of = below.flatMap((row, place) => {
    if (doubts[place] === undefined) return [classInHeading(current ?? '')]
    if (doubts[place] === 'above') current = named(row) ?? row.find(cell => cell !== '')
    return []
  })
  return of.some(name => name !== '') ? [{ label: '', of: [...Array.from({ length: doubtful }, () => ''), ...of] }] : []
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
    if (isOnlyHeaders(row) || isAboveMarks(cells[0] ?? '')) return 'header'
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
    const doubt = name.doubt ?? doubtOfName(name.name)
    return doubt ? { ...name, doubt } : name
  })
}

/** What stands in a doubtful row, so that a teacher sees what it is. */
function shown({ row, doubt }: DoubtfulRow, place: number): ListedName {
  return { name: row[place] || (row.find(cell => cell !== '') ?? ''), doubt }
}

type Columns = Pick<NameSheet, 'columns' | 'chosen' | 'classes' | 'leftOut'>

/** "Baker, Sam" in lines without quotation marks. */
function turned(body: readonly Row[], doubtful: readonly DoubtfulRow[]): Columns {
  const columnAt = (place: number) => firstNames(withoutListNumbers(body.map(row => row[place] ?? '')))
  const [surnames, given] = [columnAt(0), columnAt(1)]
  // A line without a comma is a name by itself.
  const names = given.map((name, row) => name === '' ? { name: surnames[row] ?? '' } : { name, ...initialOf(surnames[row]) })
  const rest = (place: number) => doubtful.map(row => shown(row, place))
  const columns = [
    { label: surnames[0] ?? '', names: [...rest(0), ...questioned(listed(surnames))] },
    { label: names[0]?.name ?? '', names: [...rest(1), ...questioned(names)] },
  ]
  return { columns, chosen: 1, classes: [], leftOut: [] }
}

/** Letters of a name as they were meant. */
function listedCell(cell: string): ListedName {
  if (!isGarbled(cell)) return { name: cell }
  return { name: mended(cell) ?? '', inFile: cell }
}

function ofColumns(header: Row | null, body: readonly Row[], doubtful: readonly DoubtfulRow[]): Columns {
  const width = [header ?? [], ...body].reduce((widest, row) => Math.max(widest, row.length), 0)
  const kinds = Array.from({ length: width }, (_, place) => headerKind(header?.[place] ?? ''))
  const raw = Array.from({ length: width }, (_, place) => body.map(row => row[place] ?? ''))
  const isKept = (kind: HeaderKind | null, place: number) =>
    (namesKinds.includes(kind) || (kind === null && !(width > 1 && isPersonal(raw[place] ?? []))))
    && (width === 1 || raw[place]?.some(cell => cell !== ''))
  const places = kinds.flatMap((kind, place) => (isKept(kind, place) ? [place] : []))
  if (places.length === 0) throw new UnreadableFile('empty')
  const [surnames, first] = [kinds.indexOf('surname'), kinds.indexOf('first')]
  const rowDoubts = doubtsOfCells(header ?? [], kinds, body)
  const columns = places.map((place) => {
    const cells = raw[place]!.map((cell, row) => cell === '' && kinds[place] === 'preferred' ? raw[first]?.[row] ?? '' : cell)
    const isSurname = kinds[place] === 'surname'
    const isTurnedRound = saysSurnameFirst(header?.[place] ?? '')
    const names = firstNames(withoutListNumbers(cells))
      .map(name => listedCell(isTurnedRound ? name.replace(/^\S+\s+(?=\S)/, '') : name))
      .map((name, row): ListedName => ({
        ...name,
        ...(isSurname ? {} : initialOf(raw[surnames]?.[row] ?? surnameIn(cells[row], isTurnedRound))),
        ...(rowDoubts[row] ? { doubt: rowDoubts[row] } : {}),
      }))
    return { label: header?.[place] ?? raw[place]?.[0] ?? '', names: [...doubtful.map(row => shown(row, place)), ...questioned(names)] }
  })
  const chosen = header ? bestColumn(places.map(place => kinds[place] ?? null)) : firstOfLetters(columns)
  const classes = kinds.flatMap((kind, place) => (kind === 'class' ? [place] : []))
    .sort((a, b) => classRank(header?.[a] ?? '') - classRank(header?.[b] ?? ''))
    .map((place): ClassColumn => ({ label: header?.[place] ?? '', of: [...doubtful.map(() => ''), ...raw[place] ?? []] }))
    .filter(({ of }) => of.some(name => name !== ''))
  const leftOut = kinds.flatMap((kind, place) => (isKept(kind, place) || kind === 'class' ? [] : header?.[place] || []))
  return { columns, chosen, classes, leftOut }
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
