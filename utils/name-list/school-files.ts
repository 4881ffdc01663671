/**
 * Files that belong together, as systems exchange whole schools: OneRoster 1.1 and 1.2 (1EdTech, CSV binding: manifest, users, roles,
 * classes, enrollments, academicSessions) and Microsoft's School Data Sync (student, teacher, section, studentenrollment,
 * teacherroster). They are told apart by their columns, since people rename files. Only first names, classes and the e-mail addresses of
 * teachers come out, and the addresses are matched on the device.
 */
import { byName } from '#shared/people/by-name'
import { unzipSync } from 'fflate'
import { yearIn } from '#shared/people/class-year'
import { schoolYears } from '#shared/people/class-fields'
import { isGarbled, mended } from './list-encoding'
import { otherFile } from './list-file-kind'
import { UnreadableFile } from './list-table'
import type { ListedName } from './list-names'
import { readNameFile } from './name-list'
import { from, has, plainTitle, tableOf, titlesOf, type NamedBytes, type Table, type TableRow } from './school-tables'

/** A class of the files. */
interface SchoolClass {
  readonly title: string
  /** Where its title does not say it; empty where nothing does. */
  readonly year: string
  /** Classes of pupils who are together all day are wanted, those of one subject seldom. */
  readonly isUsual: boolean
  readonly names: readonly ListedName[]
  /** Who teaches it, by e-mail address in small letters. */
  readonly teachers: readonly string[]
  /** Who is no longer in it, and who is named without being described. */
  readonly ended: number
  readonly unknown: number
}

export interface SchoolFiles {
  readonly classes: readonly SchoolClass[]
  /** What stands above the columns that are left behind, or their number. */
  readonly leftOut: readonly (string | number)[]
}

/** Bytes: of a zip, of one file in it, and of all of them. */
const [LARGEST_ZIP, LARGEST_PART, LARGEST_ALL] = [20_000_000, 30_000_000, 60_000_000]
const MOST_PARTS = 40

/** @returns the lists in a zip, unpacked; @throws UnreadableFile where they are too large, or there are none */
export function unzipped(bytes: Uint8Array): NamedBytes[] {
  if (bytes.length > LARGEST_ZIP) throw new UnreadableFile('too-large')
  let [whole, parts] = [0, 0]
  const isWanted = ({ name, originalSize }: { name: string, originalSize: number }) => {
    if (!/\.(?:csv|txt|tsv)$/i.test(name) || /(?:^|\/)(?:\.|__MACOSX\/)/.test(name)) return false
    whole += originalSize
    parts += 1
    if (originalSize > LARGEST_PART || whole > LARGEST_ALL || parts > MOST_PARTS) throw new UnreadableFile('too-large')
    return true
  }
  try {
    const files = Object.entries(unzipSync(bytes, { filter: isWanted })).map(([name, part]) => ({ name, bytes: part }))
    if (files.length === 0) throw new UnreadableFile('zip')
    return files
  }
  catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile('zip')
  }
}

const hasNames = (table: Table) => has(table, 'givenname') || has(table, 'firstname')
const isPeople = (table: Table) => (has(table, 'sourcedid') || has(table, 'sisid')) && hasNames(table)
const isNameless = (table: Table) => (has(table, 'sourcedid') || has(table, 'sisid')) && has(table, 'username') && !hasNames(table)
/** A list of pupils may have such columns too. */
const isSections = (table: Table) => has(table, 'sectionname', 'sisid') && !hasNames(table)
const isClasses = (table: Table) => isSections(table) || (has(table, 'sourcedid', 'title') && !has(table, 'startdate')
  && (has(table, 'classtype') || has(table, 'coursesourcedid') || table.name.startsWith('class')))
const isMembers = (table: Table) =>
  has(table, 'classsourcedid', 'usersourcedid') || (has(table, 'sectionsisid', 'sisid') && !isSections(table))
const isRoles = (table: Table) => has(table, 'usersourcedid', 'role') && !has(table, 'classsourcedid')
const isSessions = (table: Table) => has(table, 'sourcedid', 'startdate', 'enddate') && !has(table, 'usersourcedid')
const isManifest = (table: Table) => has(table, 'propertyname', 'value')

/** @returns whether these may be files of a whole school rather than a list of pupils */
export function areSchoolFiles(files: readonly NamedBytes[]): boolean {
  if (files.some(({ bytes }) => otherFile(bytes) !== null)) return false
  return files.map(tableOf).some(table => isMembers(table) || isClasses(table) || isManifest(table))
}

/** In a list of changes `active` and `tobedeleted`; in a whole list nothing. */
const isGone = (row: TableRow) => /^(?:tobedeleted|deleted|inactive|completed)$/i.test(row.get('status') ?? '') || row.get('enableduser')?.toLowerCase() === 'false'
const PUPIL = /^(?:student|pupil|learner)$/i
const TEACHER = /^(?:teacher|aide|faculty|instructor|professor|lecturer)$/i

/** @throws UnreadableFile where the files are a list of changes, of which no class can be made */
function ensureWhole(manifests: readonly Table[]) {
  const modes = manifests.flatMap(({ rows }) => rows)
    .filter(row => /^file\.(?:users|classes|enrollments)$/i.test(row.get('propertyname') ?? ''))
    .map(row => row.get('value')?.toLowerCase())
  if (modes.includes('delta')) throw new UnreadableFile('roster-changes')
}

interface Person {
  readonly listed: ListedName
  readonly email: string
  readonly role: string
  readonly isGone: boolean
}

function personOf(row: TableRow, role: string): Person {
  const name = from(row, 'preferredgivenname', 'preferredfirstname', 'givenname', 'firstname')
  const surname = from(row, 'preferredfamilyname', 'familyname', 'lastname')
  const letter = /\p{L}/u.exec(surname)?.[0]
  const inFile = isGarbled(name) ? { inFile: name } : {}
  return {
    listed: { name: isGarbled(name) ? mended(name) ?? '' : name, ...(letter ? { initial: letter.toUpperCase() } : {}), ...inFile },
    email: from(row, 'email', 'username').toLowerCase(), role, isGone: isGone(row),
  }
}

const asTeacher = (id: string) => `teacher ${id}`

/** Everybody, by id, with what they are. */
function peopleIn(tables: readonly Table[]): Map<string, Person> {
  const roles = new Map<string, string>()
  for (const row of tables.filter(isRoles).flatMap(({ rows }) => rows).filter(one => !isGone(one))) {
    const id = row.get('usersourcedid') ?? ''
    if (!roles.has(id) || row.get('roletype')?.toLowerCase() === 'primary') roles.set(id, row.get('role') ?? '')
  }
  return new Map(tables.filter(isPeople).flatMap(table => table.rows.map((row): [string, Person] => {
    const id = from(row, 'sourcedid', 'sisid')
    const ofFile = /teacher/.test(table.name) ? 'teacher' : has(table, 'sisid') ? 'student' : ''
    // Where pupils and teachers are in files of their own, a number may be one of each.
    return [ofFile === 'teacher' ? asTeacher(id) : id, personOf(row, roles.get(id) ?? (from(row, 'role') || ofFile))]
  })))
}

const yearOf = (title: string, grades: string) => {
  const year = /^\d{1,2}$/.test(grades) ? String(Number(grades)) : ''
  return yearIn(title) === null && schoolYears.includes(year) ? year : ''
}

/** @returns whether a day is over, in ISO form, or as people write it: the later one where the month may stand first */
function isBefore(day: string, today: string): boolean {
  if (/^\d{4}-\d{2}-\d{2}/.test(day)) return day.slice(0, 10) < today
  const [, first = '', second = '', year = ''] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(day) ?? []
  const [low, high] = [first, second].map(part => part.padStart(2, '0')).sort()
  return year !== '' && `${year}-${Number(high) > 12 ? low : high}-${Number(high) > 12 ? high : low}` < today
}

/**
 * Reads lists that were chosen together, or lie in one zip: a class each, called as the file is, where they name none.
 * @throws UnreadableFile where one of them cannot be read
 */
export function readSeveralLists(files: readonly NamedBytes[]): SchoolFiles {
  const sheets = files.map(({ name, bytes }) => ({ title: name.replace(/^.*[/\\]/, '').replace(/\.\w{2,4}$/, ''), sheet: readNameFile(bytes) }))
  const listed = sheets.flatMap(({ title, sheet: { columns, chosen, classes } }) =>
    (columns[chosen]?.names ?? []).map((name, place) => ({ name, title: classes[0]?.of[place] || title })))
  const others = sheets.flatMap(({ sheet: { columns, chosen, leftOut, hasHeadings } }) =>
    [...leftOut, ...hasHeadings ? columns.flatMap(({ label }, place) => (place === chosen ? [] : label)) : []])
  return {
    classes: [...Map.groupBy(listed, ({ title }) => title)].map(([title, names]) => ({
      title, year: '', isUsual: true, names: names.map(({ name }) => name), teachers: [], ended: 0, unknown: 0,
    })),
    leftOut: [...new Set(others)],
  }
}

/**
 * Reads the files of a school.
 * @param today `YYYY-MM-DD`: who has left by then is no longer in the class
 * @throws UnreadableFile where something of them is missing, or they hold changes alone
 */
export function readSchoolFiles(files: readonly NamedBytes[], today: string): SchoolFiles {
  const tables = files.map(tableOf)
  ensureWhole(tables.filter(isManifest))
  const [classes, members] = [tables.filter(isClasses), tables.filter(isMembers)]
  if (classes.length === 0 || members.length === 0 || !tables.some(isPeople))
    throw new UnreadableFile(classes.length > 0 && members.length > 0 && tables.some(isNameless) ? 'roster-names' : 'roster-part')
  const people = peopleIn(tables)
  const isOver = (end: string) => isBefore(end, today)
  const over = new Set(tables.filter(isSessions).flatMap(({ rows }) => rows).filter(row => isOver(row.get('enddate') ?? '')).map(row => row.get('sourcedid') ?? ''))
  const ofClass = new Map<string, { row: TableRow, role: string }[]>()
  for (const table of members) {
    for (const row of table.rows) {
      const id = from(row, 'classsourcedid', 'sectionsisid')
      const role = row.get('role') || (/teacher/.test(table.name) ? 'teacher' : '')
      ofClass.set(id, [...ofClass.get(id) ?? [], { row, role }])
    }
  }
  const rows = classes.flatMap(table => table.rows).filter(row => !isGone(row))
  for (const row of rows) {
    // Clever names the teachers of a section in its own row.
    const teachers = [...row].flatMap(([header, id]) => (/^teacher\d*id$/.test(header) && id !== '' ? [{ row: new Map([['sisid', id]]), role: 'teacher' }] : []))
    const id = from(row, 'sourcedid', 'sisid')
    ofClass.set(id, [...ofClass.get(id) ?? [], ...teachers])
  }
  const isHomeroom = (row: TableRow) => row.get('classtype')?.toLowerCase() === 'homeroom'
  const listed = rows.map((row) => {
    const title = plainTitle(row)
    const seen = new Set<string>()
    const names: ListedName[] = []
    const ids: string[] = []
    const teachers: string[] = []
    let [ended, unknown] = [0, 0]
    for (const { row: member, role: ofMember } of ofClass.get(from(row, 'sourcedid', 'sisid')) ?? []) {
      const id = from(member, 'usersourcedid', 'sisid')
      const person = (TEACHER.test(ofMember) ? people.get(asTeacher(id)) : undefined) ?? people.get(id)
      const role = ofMember || person?.role || ''
      const isEnded = isGone(member) || person?.isGone === true || isOver(member.get('enddate') ?? '')
      const key = `${TEACHER.test(role)} ${id} ${isEnded}`
      if (seen.has(key)) continue
      seen.add(key)
      if (isEnded) ended += PUPIL.test(role) ? 1 : 0
      else if (!person) unknown += TEACHER.test(role) ? 0 : 1
      else if (PUPIL.test(role)) {
        names.push(person.listed)
        ids.push(id)
      }
      else if (TEACHER.test(role) && person.email !== '') teachers.push(person.email)
    }
    const terms = from(row, 'termsourcedids', 'sessionsourcedids').split(',').map(term => term.trim()).filter(term => term !== '')
    const isOn = (terms.length === 0 || terms.some(term => !over.has(term))) && !isOver(from(row, 'termenddate', 'termend'))
    const isUsual = isOn && isHomeroom(row)
    return { row, ids, isOn, title, year: yearOf(title, from(row, 'grades')), isUsual, names, teachers, ended, unknown }
  })
  const withPupils = listed.filter(({ names, ended, unknown }) => names.length + ended + unknown > 0)
  if (withPupils.length === 0) throw new UnreadableFile('empty')
  const taken = new Set(['givenname', 'firstname', 'preferredgivenname', 'preferredfirstname', 'title', 'sectionname', 'sourcedid', 'sisid'])
  const leftOut = tables.filter(isPeople).flatMap(({ headers, labels, rows: people_ }) =>
    labels.filter((_, place) => !taken.has(headers[place] ?? '') && people_.some(row => row.get(headers[place] ?? '') !== '')))
  // Where nothing is a class of all day, a few classes are most likely meant, and hundreds of subjects are not.
  const few = withPupils.length <= 8 && !rows.some(isHomeroom) ? withoutOverlap(withPupils.filter(({ isOn }) => isOn)) : []
  const orgs = tables.filter(table => has(table, 'sourcedid', 'name', 'type') || has(table, 'sisid', 'name')).flatMap(table => table.rows)
  const titleOf = titlesOf(withPupils.map(({ row }) => row), new Map(orgs.map(row => [from(row, 'sourcedid', 'sisid'), from(row, 'name')])))
  const found = withPupils.map(one => ({ ...one, title: titleOf.get(one.row) ?? one.title, isUsual: one.isUsual || few.includes(one) }))
  return {
    classes: found
      .map(({ title, year, isUsual, names, teachers, ended, unknown }) => ({ title, year, isUsual, names, teachers, ended, unknown }))
      .sort((a, b) => byName({ name: a.title }, { name: b.title })),
    leftOut: [...new Set(leftOut)],
  }
}

/** @returns of classes with the same pupils in them the first: everybody would be in each of them */
function withoutOverlap<T extends { readonly ids: readonly string[] }>(classes: readonly T[]): readonly T[] {
  const chosen = new Set<string>()
  return classes.filter(({ ids }) => {
    if (ids.some(id => chosen.has(id))) return false
    for (const id of ids) chosen.add(id)
    return true
  })
}
