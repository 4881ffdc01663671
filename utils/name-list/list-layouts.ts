/** Lists that are no rows with one pupil each, made into such rows: columns side by side, groups across, seating plans, two in a cell. */
import { headerKind, isOfGroup } from './list-headers'
import { isClassName } from './list-shapes'
import { isUsualName } from './usual-names'

type Row = readonly string[]

const namesKinds: readonly unknown[] = ['preferred', 'first', 'full']

const namesOf = (rows: readonly Row[]) => rows.flatMap(row => row.filter(cell => cell !== '').map(cell => [cell]))
const filled = (row: Row) => row.flatMap((cell, place) => (cell === '' ? [] : [place]))
/**
 * "Table 1 | Table 2", "Boys | Girls": groups across, which are no classes.
 * @returns the names below them, one a row; null where it is no such list
 */
function acrossGroups(rows: readonly Row[]): readonly Row[] | null {
  const at = rows.slice(0, DEEPEST).findIndex(row => filled(row).length > 1)
  const body = rows.slice(at + 1)
  const places = filled(rows[at] ?? []).filter(place => body.some(row => row[place]))
  if (at < 0 || places.length < 2 || !places.every(place => isOfGroup(rows[at]?.[place] ?? ''))) return null
  if (body.some(row => filled(row).some(place => !places.includes(place)))) return null
  return [...rows.slice(0, at), ['Name'], ...namesOf(body)]
}

/** Of a plan of a classroom: so much of it has to be usual first names, also of each of its columns. */
const [USUAL, USUAL_OF_COLUMN] = [0.5, 0.34]
/** Three columns without a gap may be first, middle and last names, and many surnames are first names too. */
const USUAL_OF_THREE = 0.7
/** And so many of them are there once. */
const NOT_TWICE = 0.9

/** @returns the names of a seating plan without headings, one a row; null where the columns are something else */
function inSeats(rows: readonly Row[]): readonly Row[] | null {
  const seated = rows.filter(row => filled(row).length > 1)
  const width = Math.max(...rows.map(row => row.length))
  const places = Array.from({ length: width }, (_, place) => place).filter(place => seated.some(row => row[place]))
  const cells = seated.flatMap(row => row.filter(cell => cell !== ''))
  if (seated.length < 2 || places.length < 3 || new Set(cells).size < cells.length * NOT_TWICE) return null
  if (cells.some(cell => !/^\p{L}[\p{L}\p{M}'’ .-]*$/u.test(cell))) return null
  const usual = (of: readonly string[]) => of.filter(isUsualName).length / of.length
  const isFull = places.length === 3 && cells.length === seated.length * 3
  const wanted = isFull ? USUAL_OF_THREE : USUAL_OF_COLUMN
  const areNames = usual(cells) >= USUAL && places.every(place => usual(seated.flatMap(row => row[place] || [])) >= wanted)
  return areNames ? [['Name'], ...namesOf(rows)] : null
}

/** A title may stand above. */
const DEEPEST = 4

/** @returns a list with a column for each class, and its name above, as rows of name and class; null where it is none */
function acrossClasses(rows: readonly Row[]): readonly Row[] | null {
  const at = rows.slice(0, DEEPEST).findIndex(row => filled(row).length > 1)
  const heads = rows[at] ?? []
  const places = filled(heads)
  if (at < 0 || places.length < 2 || !places.every(place => isClassName(heads[place] ?? ''))) return null
  const body = rows.slice(at + 1)
  if (body.length === 0 || body.some(row => row.some(isClassName))) return null
  // Surnames beside the names.
  if (body.some(row => filled(row).some(place => !places.includes(place)))) return inBlocks(heads, body, places)
  const listed = places.flatMap(place => body.map(row => [row[place] ?? '', heads[place] ?? '']).filter(([name]) => name !== ''))
  return [['Name', 'Class'], ...listed]
}

/** @returns of classes with several columns each, names and surnames with their class; null where a class has more than two */
function inBlocks(heads: Row, body: readonly Row[], places: readonly number[]): readonly Row[] | null {
  const isHeaded = filled(body[0] ?? []).every(place => headerKind(body[0]?.[place] ?? '') !== null)
  const rows = isHeaded ? body.slice(1) : body
  const blocks = places.map((start, one) => {
    const end = places[one + 1] ?? Math.max(...body.map(row => row.length))
    const isOfWords = (place: number) => rows.some(row => /\p{L}/u.test(row[place] ?? ''))
    const columns = Array.from({ length: end - start }, (_, place) => start + place).filter(isOfWords)
    const usual = (place = 0) => rows.filter(row => isUsualName(row[place] ?? '')).length
    const isSurname = (place = 0) => isHeaded && headerKind(body[0]?.[place] ?? '') === 'surname'
    const [a, b] = columns
    const isTurned = columns.length === 2 && (isHeaded ? isSurname(a) : usual(b) > usual(a))
    return { title: heads[start] ?? '', columns: isTurned ? [b, a] : columns }
  })
  if (blocks.some(({ columns }) => columns.length > 2)) return null
  const listed = blocks.flatMap(({ title, columns: [name = 0, surname] }) =>
    rows.map(row => [row[name] ?? '', surname === undefined ? '' : row[surname] ?? '', title]).filter(([first, last]) => first || last))
  return [['Forename', 'Surname', 'Class'], ...listed]
}

/**
 * "Forename | Surname | | Forename | Surname": one list beside another.
 * @returns them one below the other; null where it is no such list
 */
function sideBySide(rows: readonly Row[]): readonly Row[] | null {
  const at = rows.slice(0, DEEPEST).findIndex(row => filled(row).length > 1)
  const heads = rows[at] ?? []
  const places = filled(heads)
  const first = heads[places[0] ?? 0] ?? ''
  const starts = places.filter(place => heads[place] === first)
  const width = (starts[1] ?? 0) - (starts[0] ?? 0)
  const block = (row: Row, start = 0) => Array.from({ length: width }, (_, place) => row[start + place] ?? '')
  const isSame = starts.length > 1 && starts.every(start => block(heads, start).join('|') === block(heads, starts[0]).join('|'))
  if (!isSame || width * (starts.length - 1) + width < places.length) return null
  if (!block(heads, starts[0]).some(cell => namesKinds.includes(headerKind(cell)))) return null
  const below = starts.flatMap(start => rows.slice(at + 1).map(row => block(row, start))).filter(row => filled(row).length > 0)
  return [...rows.slice(0, at), block(heads, starts[0]), ...below]
}

/** "No | Boys | No | Girls": groups with a number before each name. @returns the rows without the numbers; null where there are none */
function withoutNumbers(rows: readonly Row[]): readonly Row[] | null {
  const width = Math.max(...rows.map(row => row.length))
  const isNumber = (place: number) => rows.slice(1).some(row => row[place]) && rows.slice(1).every(row => /^\d*$/.test(row[place] ?? ''))
  const places = Array.from({ length: width }, (_, place) => place).filter(place => !isNumber(place))
  return places.length < width ? rows.map(row => places.map(place => row[place] ?? '')) : null
}

/** "Forename | Sam | Ali" above "Surname | Khan | Fox". @returns rows instead of columns; null where the first column is no headings */
function turnedOver(rows: readonly Row[]): readonly Row[] | null {
  const heads = rows.map(row => row[0] ?? '')
  const width = Math.max(...rows.map(row => row.length))
  const areHeads = rows.length > 1 && width > 2 && heads.every(cell => headerKind(cell) !== null)
  if (!areHeads || !heads.some(cell => namesKinds.includes(headerKind(cell)))) return null
  if (rows.some(row => row.slice(1).some(cell => headerKind(cell) !== null))) return null
  return Array.from({ length: width }, (_, place) => rows.map(row => row[place] ?? ''))
}

const TWO_IN_ONE = /^\p{L}[\p{L}'’-]*\s+(?:and|&)\s+\p{L}[\p{L}'’-]*$/iu

/** @returns "Amina and Sam" of a list of one column as two rows; null where there is no such cell */
function oneEach(rows: readonly Row[]): readonly Row[] | null {
  if (rows.length < 2 || rows.some(row => row.length > 1) || !rows.some(([cell = '']) => TWO_IN_ONE.test(cell))) return null
  return rows.flatMap(([cell = '']) => (TWO_IN_ONE.test(cell) ? cell.split(/\s+(?:and|&)\s+/i).map(name => [name]) : [[cell]]))
}

/** @returns the cells of a list with one pupil in each row, where they are laid out otherwise */
export function asRows(cells: readonly Row[]): readonly Row[] {
  if (cells.length === 0) return cells
  const numberless = withoutNumbers(cells)
  return turnedOver(cells) ?? sideBySide(cells) ?? acrossClasses(cells) ?? acrossGroups(cells) ?? (numberless && acrossGroups(numberless))
    ?? inSeats(cells) ?? oneEach(cells) ?? cells
}
