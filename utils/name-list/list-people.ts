/** What cells beside a name say of who it is: a teacher, somebody who has left, somebody who is in the list twice. */
import type { HeaderKind } from './list-header-words'
import { headerKind } from './list-headers'

export type RowDoubt
  /** Its role is another one. */
  = | 'not-pupil'
  /** It is marked as deleted, or has left. */
    | 'left'
  /** The same row once more. */
    | 'repeat'
  /** The same pupil in another class. */
    | 'two-classes'

const OTHER_ROLE = /teacher|staff|administrator|parent|guardian|relative|aide|assistant|proctor|principal|professor|lecturer|faculty|owner|carer|governor|athro|rhiant/i
const STATUS = /^(?:status|enrolment status|enableduser)$/i
const GONE = /^(?:tobedeleted|inactive|deleted|left|leaver|former|withdrawn|false)$/i
const LEAVING = /^(?:left|leaver|leaving date|date (?:of )?leaving|date left|dol|leave date)$/i
const REMARKS = /^(?:notes?|comments?|remarks?|info(?:rmation)?)$/i
const SAYS_GONE = /^(?:has |have )?(?:left|leaver|moved (?:to|away|school)|no longer)(?![-\p{L}]| hand)/iu
/** What tells one person from another, the best first. */
const KEYS = [/^(?:upn|unique pupil number)$/i, /^(?:sourcedid|sis id|student id|pupil id|mis id|arbor id|person id)$/i, /^(?:adno|admission (?:no|number))\.?$/i, /e-?mail|^username$/i]

type Row = readonly string[]

/** @returns of each row what tells its person from others; empty where nothing does */
function identities(header: Row, kinds: readonly (HeaderKind | null)[], rows: readonly Row[]): readonly string[] {
  const key = KEYS.map(pattern => header.findIndex(cell => pattern.test(cell.trim()))).find(place => place >= 0)
  // "Amelia Rose Smith" and "Amelia Grace Smith" are two.
  const isName = (kind: HeaderKind | null, place: number) =>
    (kind !== null && ['preferred', 'first', 'full', 'surname'].includes(kind)) || /middle/i.test(header[place] ?? '')
  const names = kinds.flatMap((kind, place) => (isName(kind, place) ? [place] : []))
  const isWhole = kinds.includes('surname') || rows.every(row => /\p{L}[\s,]+\p{L}/u.test(row[kinds.indexOf('full')] ?? ''))
  return rows.map((row) => {
    if (key !== undefined && row[key]) return row[key].toLowerCase()
    const name = names.map(place => row[place] ?? '').join('|').toLowerCase()
    return isWhole && /\p{L}/u.test(name) ? name : ''
  })
}

/** @returns of each row why it may be no pupil to add, where other cells of it say so */
export function doubtsOfCells(header: Row, kinds: readonly (HeaderKind | null)[], rows: readonly Row[]): readonly (RowDoubt | undefined)[] {
  const [role, group] = [kinds.indexOf('role'), kinds.indexOf('class')]
  const status = header.findIndex(cell => STATUS.test(cell.trim()) && headerKind(cell) !== null)
  // Some systems give everybody a day on which they leave: it tells something where few have one.
  const leaving = header.findIndex(cell => LEAVING.test(cell.trim()))
  const isLeaving = (row: Row) => leaving >= 0 && /[^\s-]/.test(row[leaving] ?? '') && !/^(?:no?|false)$/i.test(row[leaving] ?? '')
  const remarks = header.findIndex(cell => REMARKS.test(cell.trim()))
  const areFew = rows.filter(isLeaving).length * 2 < rows.length
  const who = identities(header, kinds, rows)
  const seen = new Map<string, string>()
  return rows.map((row, place) => {
    if (role >= 0 && OTHER_ROLE.test(row[role] ?? '')) return 'not-pupil'
    if ((status >= 0 && GONE.test((row[status] ?? '').trim())) || (areFew && isLeaving(row)) || SAYS_GONE.test(remarks < 0 ? '' : row[remarks] ?? '')) return 'left'
    const one = who[place] ?? ''
    const [before, here] = [seen.get(one), row[group] ?? '']
    if (one === '') return undefined
    if (before === undefined) seen.set(one, here)
    return before === undefined ? undefined : before === here ? 'repeat' : 'two-classes'
  })
}
