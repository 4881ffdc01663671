/** The tables of a whole school's files, by their headings, and what the classes in them are called. */
import { guessedText } from './list-encoding'
import { parsed } from './list-table'

export interface NamedBytes {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A row by its headings. */
export type TableRow = ReadonlyMap<string, string>

export interface Table {
  readonly name: string
  /** Headers in small letters without spaces: "sourcedid", "sectionsisid". */
  readonly headers: readonly string[]
  readonly labels: readonly string[]
  readonly rows: readonly TableRow[]
}

/** The form of School Data Sync for the UK, and Clever, have other words above the same columns. */
function asInSds(headers: readonly string[]): readonly string[] {
  const are = (...wanted: readonly string[]) => wanted.every(header => headers.includes(header))
  const renamed = (words: Readonly<{ [header: string]: string }>) => headers.map(header => words[header] ?? header)
  // Canvas.
  if (are('sectionid', 'userid', 'role')) return renamed({ sectionid: 'classsourcedid', userid: 'usersourcedid' })
  if (are('sectionid', 'courseid', 'name')) return renamed({ sectionid: 'sourcedid', courseid: 'coursesourcedid', name: 'title', startdate: 'begins', enddate: 'ends' })
  if (are('userid', 'loginid')) return renamed({ userid: 'sourcedid', loginid: 'username', firstname: 'givenname', lastname: 'familyname' })
  if (are('sectionid') && (are('id') || are('studentid')) && !are('sectionname')) return renamed({ sectionid: 'sectionsisid', id: 'sisid', studentid: 'sisid' })
  if (are('sectionid', 'schoolid')) return renamed({ sectionid: 'sisid', name: 'sectionname' })
  if (are('id') && (are('schooldfenumber') || are('sectionname'))) return renamed({ id: 'sisid' })
  return are('schoolid', 'lastname') ? renamed({ studentid: 'sisid', teacherid: 'sisid', teacheremail: 'email' }) : headers
}

/** @throws UnreadableFile where a quotation mark is out of place */
export function tableOf({ name, bytes }: NamedBytes): Table {
  const { data } = parsed(guessedText(bytes).text)
  const labels = (data[0] ?? []).map(cell => cell.trim())
  const headers = asInSds(labels.map(cell => cell.toLowerCase().replace(/[\s_]/g, '')))
  const rows = data.slice(1).map(row => new Map(headers.map((header, place) => [header, (row[place] ?? '').trim()])))
  return { name: name.replace(/^.*[/\\]/, '').toLowerCase(), headers, labels, rows }
}

/** @returns whether a table has all of some columns */
export const has = ({ headers }: Table, ...wanted: readonly string[]) => wanted.every(header => headers.includes(header))
/** @returns the first of some columns that has something in it; empty where none has */
export const from = (row: TableRow, ...headers: readonly string[]) => headers.map(header => row.get(header) ?? '').find(cell => cell !== '') ?? ''

/** @returns what a row of classes calls its class */
export const plainTitle = (row: TableRow) => from(row, 'title', 'sectionname', 'coursename', 'classcode')

/**
 * @param schools by id; two classes of one title in two schools are told apart by them
 * @returns what each class is called: of one school they are told apart by their code, their number or their year, or are numbered
 */
export function titlesOf(rows: readonly TableRow[], schools: ReadonlyMap<string, string>): ReadonlyMap<TableRow, string> {
  const schoolOf = (row: TableRow) => schools.get(from(row, 'schoolsourcedid', 'orgsourcedid', 'orgsourcedids', 'schoolsisid', 'schoolid')) ?? ''
  return new Map([...Map.groupBy(rows, row => plainTitle(row).toLowerCase()).values()].flatMap((same) => {
    if (same.length > 1 && new Set(same.map(schoolOf)).size === same.length && same.every(row => schoolOf(row) !== ''))
      return same.map(row => [row, `${plainTitle(row)} (${schoolOf(row)})`] as const)
    const tells = ['classcode', 'code', 'sectionnumber', 'grades', 'grade'].find(header =>
      same.every(row => from(row, header) !== '') && new Set(same.map(row => from(row, header))).size === same.length)
    return same.map((row, place) => [row, same.length < 2
      ? plainTitle(row)
      : tells ? `${plainTitle(row)} (${from(row, tells)})` : place === 0 ? plainTitle(row) : `${plainTitle(row)} (${place + 1})`] as const)
  }))
}
