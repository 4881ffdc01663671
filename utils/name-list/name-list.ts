/**
 * Reads a list of names as schools have them: a file from a spreadsheet or another system, or text from the clipboard. It is read in
 * the teacher's browser, so dates of birth and whatever else is in a file never leave the device.
 */
import { decoded, guessedText, type ListEncoding } from './list-encoding'
import { otherFile } from './list-file-kind'
import type { HeaderKind } from './list-header-words'
import {
  classInHeading, classRank, headerKind, isAboveMarks, isClosing, isHeading, isOfDays, isOfRoom, peopleBelow, saysAName, saysOther,
} from './list-headers'
import { initialOf, namesIn, questioned, type Doubt, type ListedName } from './list-names'
import { doubtsOfCells } from './list-people'
import { asRows } from './list-layouts'
import { filledDown, isClassName, joinedToYears, namesInOneLine, unknownHeadings } from './list-shapes'
import { isUsualName } from './usual-names'
import { parsed, UnreadableFile } from './list-table'

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
  /** What stands above the columns that are left behind, or their number from 1 on. */
  readonly leftOut: readonly (string | number)[]
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
  const garbled = names.filter(({ because }) => because === 'garbled')
  const lost = garbled.filter(({ name }) => name === '').length
  return garbled.length > MOST_GARBLED || lost > MOST_LOST || lost * 2 > names.length
}

/** Text from the clipboard, or typed: a name a line, or cells of a spreadsheet. @throws UnreadableFile where there is no name */
export function readNameText(text: string): NameSheet {
  return sheetOf(text)
}

type Row = readonly string[]

const filled = (row: Row) => row.filter(cell => cell !== '').length
const known = (row: Row) => row.filter(cell => headerKind(cell) !== null).length
const namesKinds: readonly (HeaderKind | null)[] = ['preferred', 'first', 'full', 'surname']
const saysName = (row: Row) => row.some(cell => namesKinds.includes(headerKind(cell)))
/** Headings of a register: a name, and days. */
const isOfRegister = (row: Row) => filled(row) > 1 && row.every(cell => cell === '' || headerKind(cell) !== null || isOfDays(cell))
/** "--- | ---", as tables in plain text have below their headings. */
const isLine = (row: Row) => filled(row) > 0 && row.every(cell => cell === '' || /^[-=_–—:]{3,}$/.test(cell))
const isOnlyHeaders = (row: Row) => filled(row) > 0 && known(row) === filled(row)

/** Rows in which a header may stand: systems write the school's name, the class and the date above it. */
const DEEPEST_HEADER = 10

/** The row that says most about the columns. The first row needs one known word; further down it takes two, or a row of nothing else. */
function headerRow(rows: readonly Row[]): number {
  const first = rows[0] ?? []
  const isFirst = saysName(first) || (first.length > 1 && known(first) > 0)
  const places = rows.slice(0, DEEPEST_HEADER).flatMap((row, place) => {
    const isHere = place === 0 ? isFirst : saysName(row) && (known(row) > 1 || isOnlyHeaders(row) || isOfRegister(row))
    return isHere ? [place] : []
  })
  return places.reduce((best, place) => best < 0 || known(rows[place] ?? []) > known(rows[best] ?? []) ? place : best, -1)
}

/** Whether lines of "Baker, Sam" were taken for two columns: between columns of a file no space stands behind the comma. */
const isSurnameFirst = (body: readonly Row[]) => body.length > 1 && body.some(row => row.length === 2)
  && body.every(row => row.length === 1 || (row.length === 2 && /^\s+\p{L}/u.test(row[1] ?? '')))

function sheetOf(text: string): NameSheet {
  const { data, delimiter } = parsed(text)
  const cells = data.map(row => row.map(bare)).filter(row => !isLine(row))
  const rows = asRows(cells)
  const [first] = rows
  if (!first) throw new UnreadableFile('empty')
  const inLine = rows.length === 1 && !isOnlyHeaders(first) ? namesInOneLine(first) : null
  if (inLine) {
    const names = questioned(namesIn({ cells: inLine, kind: null, heading: '', headings: [], surnames: [] }))
    return { columns: [{ label: first[0] ?? '', names }], chosen: 0, classes: [], leftOut: [], above: 0, hasHeadings: false }
  }
  const known = headerRow(rows)
  const place = known < 0 && unknownHeadings(rows) ? 0 : known
  const header = place < 0 ? null : rows[place] ?? null
  const isTitle = (row: Row) => classBeside(row) !== undefined
    || row.every(cell => !/\p{L}/u.test(cell) || /:(?:\s|$)/.test(cell) || isHeading(cell) || isClosing(cell))
  const above = place < 1 ? [] : rows.slice(0, place).filter(row => filled(row) > 1 && !isOnlyHeaders(row) && !isTitle(row))
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

/** @returns of "Tutor Group | 8B", in two cells, the class */
const classBeside = (row: Row) =>
  filled(row) === 2 && headerKind(row[0] ?? '') === 'class' ? row.find((cell, place) => place > 0 && cell !== '') : undefined

/** The classes that headings above the list, or among its rows, name: "Registration group: 5R". */
function classHeadings(
  titles: readonly Row[],
  below: readonly Row[],
  doubts: readonly (Doubt | undefined)[],
  doubtful: number,
): readonly ClassColumn[] {
  // "Class list 2026-27" names a year of the school, and no class.
  const saysWhich = (cell: string) => /\d|:/.test(cell.replace(/\b20\d\d(?:\s*[/–-]\s*(?:20)?\d\d)?\b/g, ''))
  const named = (row: Row) => classBeside(row) ?? row.filter(cell => cell !== '').find(cell => isHeading(cell) && saysWhich(cell))
  let current = titles.map(named).findLast(title => title !== undefined)
  const of = below.flatMap((row, place) => {
    if (doubts[place] === undefined) return [classInHeading(current ?? '')]
    const isOfNoClass = row.some(cell => isOfRoom(cell) || peopleBelow(cell) !== null)
    if (doubts[place] === 'above' && !isOfNoClass) current = named(row) ?? row.find(cell => cell !== '')
    return []
  })
  return of.some(name => name !== '') ? [{ label: '', of: [...Array.from({ length: doubtful }, () => ''), ...of] }] : []
}

/** Some programs write quotation marks, or a formula, around what is to stay as it is. */
const bare = (cell: string) => cell.replace(/\s*\n\s*/g, ' ').trim().replace(/^=?["“„«](.*)["”“»]$/s, '$1').trim()

interface DoubtfulRow {
  readonly row: Row
  readonly doubt: Doubt
}

/** @returns a function that tells of a row whether it may be no pupil */
function doubtsAmong(all: readonly Row[]): (row: Row) => Doubt | undefined {
  const usual = all.map(filled).sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 1
  // "5 Hazel", names, "5 Rowan", names. Where most of them look so, they are aliases.
  const isOfClass = (row: Row) => filled(row) === 1 && isClassName(row.find(cell => cell !== '') ?? '')
  const areClasses = all.length > 2 && isOfClass(all[0] ?? []) && all.filter(isOfClass).length * 3 <= all.length
  const below = all.map(row => (filled(row) === 1 ? peopleBelow(row.find(cell => cell !== '') ?? '') : null))
  const others = new Set(all.filter((_, place) => below.slice(0, place).findLast(who => who !== null) === 'others'))
  return (row) => {
    const cells = row.filter(cell => cell !== '')
    if (cells.length === 1 && (isOfRoom(cells[0] ?? '') || peopleBelow(cells[0] ?? '') !== null)) return 'above'
    if (others.has(row)) return 'not-pupil'
    if (cells.length > 0 && cells.every(isOfDays) && cells.length > 1) return 'header'
    if (areClasses && isOfClass(row)) return 'above'
    if (isOnlyHeaders(row) || isAboveMarks(cells[0] ?? '')) return 'header'
    if (cells.length === 1 && isHeading(cells[0] ?? '')) return 'above'
    if (cells.length <= 2 && (isClosing(cells[0] ?? '') || !/\p{L}/u.test(cells.join('')))) return 'total'
    return cells.length === 1 && usual > 2 ? 'alone' : undefined
  }
}

/** What stands in a doubtful row, so that a teacher sees what it is. */
function shown({ row, doubt }: DoubtfulRow, place: number): ListedName {
  const said = (cell = '') => /\p{L}/u.test(cell)
  return { name: said(row[place]) ? row[place] ?? '' : row.find(said) ?? row.find(cell => cell !== '') ?? '', doubt }
}

type Columns = Pick<NameSheet, 'columns' | 'chosen' | 'classes' | 'leftOut'>

/** "Baker, Sam" in lines without quotation marks. */
function turned(body: readonly Row[], doubtful: readonly DoubtfulRow[]): Columns {
  const columnAt = (place: number) => namesIn({ cells: body.map(row => row[place] ?? ''), kind: null, heading: '', headings: [], surnames: [] })
  const [surnames, given] = [columnAt(0), columnAt(1)]
  // A line without a comma is a name by itself.
  const names = given.map((one, row) => one.name === '' ? surnames[row] ?? one : { ...one, ...initialOf(surnames[row]?.name) })
  const rest = (place: number) => doubtful.map(row => shown(row, place))
  const columns = [
    { label: surnames[0]?.name ?? '', names: [...rest(0), ...questioned(surnames)] },
    { label: names[0]?.name ?? '', names: [...rest(1), ...questioned(names)] },
  ]
  return { columns, chosen: 1, classes: [], leftOut: [] }
}

function ofColumns(header: Row | null, body: readonly Row[], doubtful: readonly DoubtfulRow[]): Columns {
  const width = [header ?? [], ...body].reduce((widest, row) => Math.max(widest, row.length), 0)
  const raw = Array.from({ length: width }, (_, place) => body.map(row => row[place] ?? ''))
  const kinds = Array.from({ length: width }, (_, place) => columnKind(header?.[place] ?? '', raw[place] ?? [], width))
  // Whoever has a column of names needs no column of which nobody knows what is in it.
  const isNamed = kinds.some(kind => kind === 'preferred' || kind === 'first' || kind === 'full')
  const isKept = (kind: HeaderKind | null, place: number) =>
    (namesKinds.includes(kind) || (kind === null && (!isNamed || saysAName(header?.[place] ?? '')) && !(width > 1 && isPersonal(raw[place] ?? []))))
    && (width === 1 || raw[place]?.some(cell => cell !== ''))
  const places = kinds.flatMap((kind, place) => (isKept(kind, place) ? [place] : []))
  if (places.length === 0) throw new UnreadableFile('empty')
  // "Sam | B": of the surname the first letter alone.
  const initials = header?.findIndex(cell => /^(?:(?:surname|last(?: name)?|family(?: name)?) )?initial$/i.test(cell)) ?? -1
  const [surnames, first] = [kinds.includes('surname') ? kinds.indexOf('surname') : initials, kinds.indexOf('first')]
  const rowDoubts = doubtsOfCells(header ?? [], kinds, body)
  const columns = places.map((place) => {
    const isFirst = raw[place]!.map(cell => cell === '' && kinds[place] === 'preferred' && first >= 0)
    const cells = raw[place]!.map((cell, row) => isFirst[row] ? raw[first]?.[row] ?? '' : cell)
    const headings = isFirst.map(is => header?.[is ? first : place] ?? '')
    const names = namesIn({ cells, kind: kinds[place] ?? null, heading: header?.[place] ?? '', headings, surnames: raw[surnames] ?? [] })
      .map((name, row): ListedName => rowDoubts[row] ? { ...name, doubt: rowDoubts[row] } : name)
    return { label: header?.[place] ?? raw[place]?.[0] ?? '', names: [...doubtful.map(row => shown(row, place)), ...questioned(names)] }
  })
  const chosen = header ? bestColumn(places.map(place => kinds[place] ?? null)) : firstOfLetters(columns)
  const years = header?.findIndex(cell => /^(?:nc ?)?year(?: ?group)?$/i.test(cell)) ?? -1
  const classesOf = (place: number) => joinedToYears(filledDown(raw[place] ?? []), raw[years] ?? [])
  const classes = kinds.flatMap((kind, place) => (kind === 'class' ? [place] : []))
    .sort((a, b) => classRank(header?.[a] ?? '') - classRank(header?.[b] ?? ''))
    .map((place): ClassColumn => ({ label: header?.[place] ?? '', of: [...doubtful.map(() => ''), ...classesOf(place)] }))
    .filter(({ of }) => of.some(name => name !== ''))
  const isFull = (place: number) => raw[place]?.some(cell => cell !== '') === true
  const leftOut = kinds.flatMap((kind, place) => isKept(kind, place) || kind === 'class' ? [] : header?.[place] || (isFull(place) ? place + 1 : []))
  return { columns, chosen, classes, leftOut }
}

/** @returns what a column holds: what its heading says, or, of several, cells that are all classes */
function columnKind(heading: string, cells: readonly string[], width: number): HeaderKind | null {
  const kind = headerKind(heading) ?? (saysOther(heading) ? 'other' : null)
  if (kind !== null || width < 2) return kind
  const some = cells.filter(cell => cell !== '')
  return new Set(some).size < some.length && some.every(isClassName) ? 'class' : null
}

/** Marks of a register: "/", "\\", "N", or nothing that is a letter. */
const isMark = (cell: string) => /^(?:[\p{Lu}#]|[^\p{L}]*)$/u.test(cell)

/** E-mail addresses, dates, pupil and telephone numbers, postcodes: no teacher means these. */
const personal = /\S@\S|\d{6,}|^\d+$|^\d{1,4}([-/.])\d{1,2}\1\d{1,4}(?:[ T][\d:.Z]+)?$|^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i

function isPersonal(cells: readonly string[]): boolean {
  const some = cells.filter(cell => cell !== '')
  return some.length > 0 && (some.filter(cell => personal.test(cell)).length * 2 > some.length || some.every(isMark))
}

/** Without a header, the first column that holds words, since others may number the list; or the one with more usual first names. */
function firstOfLetters(columns: readonly NameColumn[]): number {
  const matching = ({ names }: NameColumn, pattern: RegExp) => names.filter(({ name }) => pattern.test(name)).length
  const first = Math.max(0, columns.findIndex(column => matching(column, /\p{L}/u) * 2 > matching(column, /./u)))
  // "Smith,Amelia" as well as "Amelia,Smith": that the names stand there is seen by some that many children have.
  const usual = columns.map(({ names }) => names.filter(({ name }) => isUsualName(name)).length)
  const most = usual.indexOf(Math.max(...usual))
  return (usual[most] ?? 0) > (usual[first] ?? 0) ? most : first
}

/** What a pupil wants to be called, else a first name, else a whole name, else whatever is not known, and a surname last. */
function bestColumn(kinds: readonly (HeaderKind | null)[]): number {
  return (['preferred', 'first', 'full', null, 'surname'] as const).map(kind => kinds.indexOf(kind)).find(place => place >= 0) ?? 0
}
