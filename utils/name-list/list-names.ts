/** A column of a list as names: list numbers, surnames that stand first, letters, capitals, and what stands around a name. */
import { hasStrangeSigns, readCell, withoutCapitals, withoutFirstSurname, withoutSurname, type ReadCell, type ReadingDoubt } from './list-cells'
import type { HeaderKind } from './list-header-words'
import { isClosing, isHeading, isOfRoom, saysSeveralNames, saysSurnameFirst } from './list-headers'
import type { RowDoubt } from './list-people'
import { isUsualName } from './usual-names'

/** Why a row may be no pupil. */
export type Doubt
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
  /** A formula, or a piece of a web page. */
    | 'signs'
  /** Of a first name the first letter alone. */
    | 'initial'
    | RowDoubt

export interface ListedName {
  readonly name: string
  readonly doubt?: Doubt
  /** First letter of the surname where the list has one, or more where that tells nobody apart. Sent only where it is wanted. */
  readonly initial?: string
  /** Why the reading is asked about, where it is not what stands in the list; the name is empty where nobody can tell what it was. */
  readonly because?: ReadingDoubt
  /** What stands in the list, where it is asked about. */
  readonly inFile?: string
}

interface NameCells {
  readonly cells: readonly string[]
  readonly kind: HeaderKind | null
  readonly heading: string
  /** By row, of the column that its cell is of. */
  readonly headings: readonly string[]
  /** By row, of another column; empty where there is none. */
  readonly surnames: readonly string[]
}

/** "1. Sam", "2) Ali", "3 Zoë". */
const LIST_NUMBER = /^\(?(\d{1,3})(?:[.):]\s*|\s*[-–]\s+|\s+)(?=\p{L})/u
/** "a) Sam", "b. Ali". */
const LIST_LETTER = /^\(?([a-z])[.)]\s+(?=\p{L})/iu
const BULLET = /^[-–—*•·◦●○▪▫■□►▶→➢✓✔✗☐☑]\s+/u

/** Takes away numbers that count up line by line: they belong to the list. A number that stands alone may belong to an alias. */
function withoutListNumbers(cells: readonly string[]): readonly string[] {
  const plainCells = cells.map(cell => cell.replace(BULLET, ''))
  const numbers = plainCells.flatMap(cell => LIST_NUMBER.exec(cell)?.[1] ?? []).map(Number)
  const isCounting = numbers.length > 1 && numbers.every((number, place) => number === (numbers[0] ?? 0) + place)
  if (isCounting) return plainCells.map(cell => cell.replace(LIST_NUMBER, ''))
  const letters = plainCells.flatMap(cell => LIST_LETTER.exec(cell)?.[1]?.toLowerCase() ?? [])
  const areCounting = letters.length > 1 && letters.every((letter, place) => letter.charCodeAt(0) === 'a'.charCodeAt(0) + place)
  return areCounting ? plainCells.map(cell => cell.replace(LIST_LETTER, '')) : plainCells
}

const SURNAME_FIRST = /^[^,]+,\s*([^,]*\p{L}[^,]*)$/u
/** Also one whose first name is none: its surname is not to be taken for a name. */
const SURNAME_AND_MORE = /^([^,]+),\s*([^,]+)$/u

/** "Baker, Sam" is Sam: systems write the surname first and a comma behind it. One such cell alone may be "Sam, Jr". */
function areTurned(texts: readonly string[]): boolean {
  return texts.filter(text => SURNAME_FIRST.test(text)).length * 2 > texts.filter(text => text !== '').length
}

const surnameIn = (text: string) => /^(\S+)\s/.exec(text)?.[1] ?? ''

export function initialOf(surname = ''): Pick<ListedName, 'initial'> {
  const letter = /\p{L}/u.exec(surname)?.[0]
  return letter ? { initial: letter.toUpperCase() } : {}
}

/** As many letters as tell "Amelia Smith" and "Amelia Stone" apart. */
const MOST_LETTERS = 3

/** @returns by row, of pupils of one first name whose surnames begin alike, as many letters of these as tell them apart */
function toldApart(texts: readonly string[], surnames: readonly string[]): ReadonlyMap<number, Pick<ListedName, 'initial'>> {
  const rows = texts.map((text, row) => ({ row, surname: surnames[row] ?? '', key: `${text} ${surnames[row]?.slice(0, 1)}`.toLowerCase() }))
  return new Map([...Map.groupBy(rows.filter(({ surname }) => /^\p{L}/u.test(surname)), ({ key }) => key).values()].flatMap((same) => {
    if (same.length < 2) return []
    const beginning = (surname: string, length: number) => surname.slice(0, length)
    // One of them may be in another class with the same surname, and changes nothing for the others.
    const several = (letters?: number) => new Set(same.map(({ surname }) => surname.slice(0, letters).toLowerCase())).size
    const length = several() === 1 ? undefined : [2, MOST_LETTERS].find(letters => several(letters) === several())
    return length === undefined ? [] : same.map(({ row, surname }) => [row, { initial: asWritten(beginning(surname, length)) }] as const)
  }))
}

const asWritten = (start: string) => `${start.slice(0, 1).toUpperCase()}${start.slice(1).toLowerCase()}`

/** Of whole names, those whose last word is a usual first name, and those whose first is. */
function isSurnameBefore(texts: readonly string[]): boolean {
  const whole = texts.filter(text => /^\p{L}[^\s,]*(?:\s[^\s,]+)+$/u.test(text))
  const [first, last] = [whole.filter(isUsualName).length, whole.filter(text => isUsualName(text.split(' ').at(-1) ?? '')).length]
  return whole.length > 2 && whole.length * 2 > texts.length && first * 4 < last && last * 3 >= whole.length
}

const namesKinds: readonly (HeaderKind | null)[] = ['preferred', 'first', 'full']

/** "Legal/Preferred Forename": what a pupil wants to be called stands behind the slash, and nobody is called the other. */
const PREFERRED_BEHIND = /\blegal\b.*[/|].*\b(?:preferred|chosen|known)\b/i
const BEHIND_A_SLASH = /^[^/|]*[/|]\s*([^/|]*\p{L}[^/|]*)$/u

/** "王小明", "欧阳小明": a surname of one sign, of two where there are four, and what a pupil is called. */
const WHOLE_HAN = /^(?:\p{Script=Han}{2}(?=\p{Script=Han}{2}$)|\p{Script=Han}(?=\p{Script=Han}{1,2}$))/u

/** @returns the names that the cells of a column hold, in their order */
export function namesIn({ cells, kind, heading, headings, surnames }: NameCells): ListedName[] {
  const raw = withoutListNumbers(PREFERRED_BEHIND.test(heading) ? cells.map(cell => cell.replace(BEHIND_A_SLASH, '$1')) : cells)
  const read = raw.map(readCell)
  // Aliases that somebody typed are as they want them; capitals below a heading are a system's.
  const texts = namesKinds.includes(kind) ? withoutCapitals(read.map(({ text }) => text)) : read.map(({ text }) => text)
  const isSeen = (kind === 'full' || kind === null) && isSurnameBefore(texts)
  const [isTurned, isTurnedRound] = [areTurned(texts), isSeen || saysSurnameFirst(heading)]
  const told = toldApart(texts, surnames)
  return texts.map((text, row) => {
    // "Smith, Jr, Tom"
    const isLong = isTurned && (text.match(/,/g)?.length ?? 0) > 1
    const [, before, behind] = isTurned ? (isLong ? /^(.+),\s*([^,]+)$/u : SURNAME_AND_MORE).exec(text) ?? [] : []
    const surname = surnames[row] || (before ?? (isTurnedRound ? surnameIn(text) : ''))
    const name = behind ?? (isTurnedRound ? withoutFirstSurname(text) : text)
    const initial = kind === 'surname' ? {} : told.get(row) ?? initialOf(surname)
    // "Baker, S."
    if (behind !== undefined && /^\p{L}\.?$/u.test(name)) return { name, doubt: 'initial', ...initial }
    if (isLong) return { name, inFile: raw[row] ?? text, because: 'around', ...initial }
    if (isSeen && name !== text) return { name, inFile: raw[row] ?? text, because: read[row]?.because ?? 'full-name', ...initial }
    return { ...nameIn(name, read[row] ?? { text }, raw[row] ?? '', kind, headings[row] ?? '', surnames[row] ?? ''), ...initial }
  })
}

function nameIn(name: string, read: ReadCell, raw: string, kind: HeaderKind | null, heading: string, surname: string): ListedName {
  // Nobody could tell whose an empty cell is.
  if (!/\p{L}/u.test(raw) && namesKinds.includes(kind) && /\p{L}/u.test(surname)) return { name, inFile: `${raw} ${surname}`.trim() }
  if (read.isAdult) return { name: raw, doubt: 'not-pupil' }
  if (read.because) return { name: kind === 'surname' ? name : withoutSurname(name, surname), inFile: raw, because: read.because }
  if (kind === 'full' && surname === '' && WHOLE_HAN.test(name)) return { name: name.replace(WHOLE_HAN, ''), inFile: raw, because: 'full-name' }
  if (!namesKinds.includes(kind) || surname === '') return { name }
  const first = withoutSurname(name, surname)
  if (first !== name) return { name: first, inFile: raw, because: 'full-name' }
  // "SMITH Zoe" beside another surname: what stands in capitals among other letters is one too.
  const [given, ...more] = name.split(' ').filter(word => !/^\p{Lu}[\p{Lu}'’-]{2,}$/u.test(word))
  if (given && more.length === 0 && /\s/.test(name)) return { name: given, inFile: raw, because: 'full-name' }
  // Where surnames have a column of their own, "Li Wei" is a first name; a column of all first names has middle names too.
  const isTwo = kind !== 'full' && !saysSeveralNames(heading) && /^\p{L}\S*\s\p{L}\S+$/u.test(name)
  return isTwo ? { name, inFile: raw, because: 'two-names' } : { name }
}

function doubtOfName(name: string): Doubt | undefined {
  if (name !== '' && !/\p{L}/u.test(name)) return 'no-letter'
  if (hasStrangeSigns(name) && !/\S@\S/.test(name)) return 'signs'
  return isClosing(name) ? 'total' : isHeading(name) || isOfRoom(name) ? 'above' : undefined
}

/** Of rows as full as all others: what stands in the place of a name may be none all the same. */
export function questioned(names: readonly ListedName[]): ListedName[] {
  return names.map((name) => {
    const doubt = name.doubt ?? doubtOfName(name.name)
    return doubt ? { ...name, doubt } : name
  })
}
