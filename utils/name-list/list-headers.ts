/** What stands above the columns of class lists, and above, among and below their rows: how such cells are told from names. */
import { otherWords, words, type HeaderKind } from './list-header-words'

/** Letters that are one to a reader: apostrophes, Arabic and Persian forms, spaces and "_", and no colon or star behind. */
function plain(cell: string): string {
  return cell.normalize('NFKC').replace(/[\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g, '')
    .replace(/[’‘ʼ`´]/g, '\'').replace(/ي/g, 'ی').replace(/ك/g, 'ک')
    .replace(/[\s_]+/g, ' ').replace(/\s*[:*]+$/, '').trim().toLowerCase()
}

const kinds: ReadonlyMap<string, HeaderKind> = new Map(
  Object.entries(words).flatMap(([kind, list]) => list.map(word => [plain(word), kind as HeaderKind] as const)),
)

/** "Reg. Group", "First Name [Required]", "UPN (unique pupil number)", "Pupil's forename": what stands around the words. */
const around: readonly ((text: string) => string)[] = [
  text => text,
  text => text.replaceAll('.', ''),
  text => text.replace(/\s*[[(][^\])]*[\])]/g, '').trim(),
  text => text.replace(/^(?:pupil|student|child|learner|legal|current)(?:'s)? /, ''),
  // "registration_group.data.name", as systems name fields of fields.
  text => text.replace(/(?:\.data)?\.name$/, ''),
]

/** "Preferredname", "LastName", "first-name": words that a system wrote together. */
const together: ReadonlyMap<string, HeaderKind> = new Map(
  [...kinds].flatMap(([word, kind]) => (/[ -]/.test(word) ? [[word.replace(/[ -]/g, ''), kind] as const] : [])),
)

/** "SLastName" is "Last Name": words that begin with capitals, without a letter that says of whom. */
const apart = (cell: string) =>
  cell.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2').replace(/^[SC] (?=\p{Lu})/u, '')

/** @returns what a cell says of its column, null when it is no header that is known */
export function headerKind(cell: string): HeaderKind | null {
  return kindOf(plain(cell)) ?? (/^S\p{Lu}\p{Ll}/u.test(cell) ? kindOf(plain(apart(cell))) : null)
}

function kindOf(text: string): HeaderKind | null {
  const known = around.map(without => kinds.get(without(text))).find(kind => kind !== undefined)
  const bare = around.reduce((rest, without) => without(rest), text)
  return known ?? kinds.get(bare) ?? together.get(bare.replace(/[ -]/g, '')) ?? (isSentence(text) ? kindInSentence(text) : null)
}

/** "What is your first name?": forms that pupils or parents filled in. */
const isSentence = (text: string) => text.endsWith('?') || /^(?:what|which|your|please|enter|type)\b/.test(text)

const inSentence: readonly (readonly [RegExp, HeaderKind])[] = [
  [/prefer(?:red)?|known as|like to be called/, 'preferred'], [/first names?|forenames?|given names?/, 'first'],
  [/surname|last name|family name/, 'surname'], [/\bclass\b|\bform\b|tutor group/, 'class'], [/\bname\b/, 'full'],
]

function kindInSentence(text: string): HeaderKind | null {
  return saysOther(text) ? 'other' : inSentence.find(([words]) => words.test(text))?.[1] ?? null
}

const other = new RegExp(`(?<![\\p{L}\\d])(?:${otherWords.join('|')})(?![\\p{L}\\d])`, 'iu')

/** @returns whether a word of a heading that is not known says that no pupil's name stands below it */
export function saysOther(cell: string): boolean {
  return other.test(plain(cell)) || other.test(plain(apart(cell)))
}

/** @returns whether a heading that is not known may be a name's all the same: "Chinese Name" */
export function saysAName(cell: string): boolean {
  return /name|nick|known|called|alias|enw|ainm|imi[eęo]|nume|nom|ім'я|имя|اسم|نام|名/iu.test(plain(cell))
}

/** @returns whether a heading says that all first names of a pupil stand below it, middle names too */
export function saysSeveralNames(cell: string): boolean {
  return /names|\(s\)|prénoms|imiona|enwau|nombres/iu.test(cell)
}

/** @returns how far a header of a class is from the one that says most; lower is better */
export function classRank(cell: string): number {
  const known = words.class.map(plain)
  const places = around.map(without => known.indexOf(without(plain(cell)))).filter(place => place >= 0)
  return Math.min(known.length, ...places)
}

/** "Mon 02/11", "AM", "w/c 2 Nov", "Week 3": what stands above the marks of a register. */
const OF_DAYS = /^(?:am|pm|(?:mon|tue|wed|thu|fri|sat|sun|llun|maw|mer|iau|gwe)\p{L}*\.?(?:\s.*)?|\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|w\/?[ce]\b.*|week\s?\d+|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*)$/iu

/** @returns whether a cell is of the days above a register */
export function isOfDays(cell: string): boolean {
  return OF_DAYS.test(cell.trim())
}

/** Rows that count or close a list: "Total: 28", "Page 1 of 2", "Printed 01/09/2026". */
const closingWords = [
  '(?:grand |sub-?)?totals?',
  'count',
  'sum',
  'number of',
  '\\d+ (?:pupils?|students?|children|members|people|classmates)$',
  'no\\.? of',
  'pupils?:',
  'students?:',
  'page',
  'printed',
  'produced',
  'generated',
  'report',
  'exported',
  'created',
  'end of',
  '©',
  'copyright',
  'averages?',
  'mean',
  'median',
  'cohort mean',
  'males?',
  'females?',
  'boys',
  'girls',
  'confidential',
  'break',
  'lunch',
  'vacant',
  // What a page of Google Classroom has between its heading and its people.
  'actions',
  'select all',
  'cyfanswm',
  'tudalen',
  'iomlán',
  'leathanach',
  'razem',
  'suma',
  'łącznie',
  'strona',
  'pagina',
  'کل',
  'صفحہ',
  'المجموع',
  'صفحة',
  'разом',
  'всього',
  'сторінка',
  'página',
  'somme',
  'effectif',
]
const closing = new RegExp(`^(?:${closingWords.join('|')})(?=$|[\\s:.,\\d(])`, 'i')

/** @returns whether a cell looks like a total or a footer */
export function isClosing(cell: string): boolean {
  return closing.test(plain(cell)) || /\bpage \d+(?: of \d+)?$/.test(plain(cell))
}

/** What a class's marks in Google Classroom have above the pupils, in the place of an address. */
const aboveMarks = /^(?:date|points|class average)$/

/** @returns whether a cell says what stands behind it rather than who */
export function isAboveMarks(cell: string): boolean {
  return aboveMarks.test(plain(cell))
}

/** "Class 5B", "Year 5 Rowan", "Class list", "Dosbarth Derwen": what stands above a list, or above a part of it. */
const headings = [
  'class',
  'year',
  'form',
  'tutor group',
  'reg(?:istration)? group',
  'group',
  'register',
  'school',
  'pupils',
  'students',
  'dosbarth',
  'grŵp',
  'ysgol',
  'blwyddyn',
  'rang',
  'bliain',
  'klasa',
  'clasa',
  'clasă',
  'classe',
  'turma',
  'ano',
  'клас',
  'الصف',
  'الفصل',
  'جماعت',
]
/** What a plan of a classroom has beside names. */
const ofRoom = /^(?:(?:interactive |white|smart|black)?board|teacher(?:'s)?(?: desk)?|ta|desk|(?:table|row) \w+|door|windows?|front(?: of .*)?|back(?: of .*)?|screen|carpet|seating plan(?:\s.*)?)$/i

/** @returns whether a cell is a part of the room rather than somebody who sits in it */
export function isOfRoom(cell: string): boolean {
  return ofRoom.test(plain(cell))
}

/** "Teachers" above some names, and "Classmates" above others, as pages of courses are copied. */
const ofPeople = /^(?:(?:co-?)?teachers?|staff|teaching staff|owners?|tutors?|athrawon|(?:class)?mates|members|students|pupils)$/i

/** @returns of a line that says who stands below it, whether they are pupils; null of any other */
export function peopleBelow(cell: string): 'pupils' | 'others' | null {
  if (!ofPeople.test(plain(cell))) return null
  return /mates|members|students|pupils/i.test(cell) ? 'pupils' : 'others'
}

const heading = new RegExp(`^(?:${headings.join('|')})(?=$|[\\s:.\\d-])`, 'iu')

/** "Registration group: 5R" is 5R; "Year 5 Rowan" stays. @returns the class that a heading names */
export function classInHeading(cell: string): string {
  return cell.replace(/^\s*(?:\p{L}+\s+)?register\s*[:–-]\s*/iu, '').replace(/^\s*(?:class(?:\s+list)?|form|tutor group|reg(?:istration)? (?:group|form)|group|dosbarth|grŵp cofrestru)\s*[:–-]\s*/iu, '')
    // "Register 5R", "Class 5R": a class is called 5R.
    .replace(/^\s*(?:register|class(?:\s+list)?|form|cofrestr dosbarth)\s+(?=\d+\s?\p{L}{1,2}$)/iu, '').trim()
}

/** @returns whether a cell looks like the heading of a list rather than a name in it */
export function isHeading(cell: string): boolean {
  const text = plain(cell)
  return heading.test(text) || /^\p{L}+ (?:class|group|form|class list|register)(?:\s*[-–:].*)?$/iu.test(text) || /^\S.* (?:school|academy|college)$/i.test(text)
}

/** @returns whether a cell says of which group a column of names is: "Red table", "Boys" */
export function isOfGroup(cell: string): boolean {
  return isOfRoom(cell) || /^(?:boys|girls|(?:table|row|group|team|set)\s*\w+|\w+ (?:group|table|team|house|set)|red|blue|green|yellow|orange|purple)$/i.test(plain(cell))
}

const turnedRound = new Set([
  'surname forename', 'surname, forename', 'name (last, first)', 'last, first', 'nazwisko i imię', 'nume și prenume', 'nume şi prenume',
  'numele și prenumele', 'піб', 'прізвище та ім\'я', 'прізвище, ім\'я', 'nom et prénom', 'nom prénom',
  'фио', 'ф.и.о.', 'họ và tên', 'họ tên',
])

/** @returns whether a header says that the surname stands first in its cells */
export function saysSurnameFirst(cell: string): boolean {
  return turnedRound.has(plain(cell))
}
