/** One cell of a list, read as what a pupil is called: what systems and people write around a name is taken away, and why is said. */
import { isGarbled, mended } from './list-encoding'

/** Why somebody is asked whether the reading of a cell is right. */
export type ReadingDoubt
  = | 'garbled'
  /** A year, a class, a number, a title or an address stood beside the name. */
    | 'around'
  /** Of a first name: the second word may be a part of it, or a middle name. */
    | 'two-names'
    | 'full-name'

export interface ReadCell {
  readonly text: string
  readonly because?: ReadingDoubt
  /** A title and one word: nobody calls a pupil so. */
  readonly isAdult?: boolean
}

/** "&euml;" is e and two dots: the marks that such names stand for. */
const marks: Readonly<Record<string, string>> = {
  acute: '\u0301', grave: '\u0300', circ: '\u0302', uml: '\u0308', tilde: '\u0303', ring: '\u030A', cedil: '\u0327', caron: '\u030C',
}
const signs: Readonly<Record<string, string>> = { amp: '&', quot: '"', apos: '\'', rsquo: '’', lsquo: '‘', nbsp: ' ', lt: '<', gt: '>' }

/** What a web page wrote for letters; what no letter is known for stays. */
function withoutEntities(text: string): string {
  return text
    .replace(/&#(\d{1,6});/g, (whole, code: string) => (Number(code) > 0x1F && Number(code) < 0xD800 ? String.fromCodePoint(Number(code)) : whole))
    .replace(/&([a-z]{2,6});/gi, (whole, name: string) => {
      const mark = marks[name.slice(1)]
      return mark ? `${name[0]}${mark}`.normalize('NFC') : signs[name.toLowerCase()] ?? whole
    })
}

/** "Miss Zoë Khan", "Master Kai". */
const TITLE = /^(?:miss|master|mrs|mr|ms|mx|dr|prof|sir)\b\.?\s+(?=\p{L})/iu
const ADULT = /^(?:mrs|mr|ms|dr|prof|sir)\b/i
/** "(Year 5)", "[5A]", "(004512)", "(SEN)": in brackets, behind the name, and no other name of the pupil. */
const NOTE = new RegExp(String.raw`\s*[([](?:[^()[\]]*\d[^()[\]]*|sen[dk]?|ehcp?|eal|pp|fsm|lac|new\W*|left|leaver|absent|boy|girl|[mfk]|part[ -]?time`
  + String.raw`|(?:starts|joins|joining|moved|moving|leaves|leaving)\b[^()[\]]*|(?:he|she|they)\/(?:him|her|them)|reception|nursery|year\s?\w+)[)\]]$`, 'iu')
/** "Kai - starts Monday", "Kai x2", "Kai *moved*": what somebody noted behind a name. */
const REMARK = /\s+(?:[-–—]\s*(?:new|starts?|starting|joins|joining|left|leaves|leaving|moved|moving|absent|part[ -]?time)\b.*|x\s?\d|\*[^*]+\*)$/iu
/** "Zoë Khan 5A", "Zoë Khan - Year 5": behind two words at least, since "Blue 7" and "Fox 5A" are aliases. */
const BEHIND = /^(\p{L}\S*\s+\p{L}.*?),?\s+(?:[-–]\s*)?(?:(?:year|yr|class|form)\s*)?y?\d{1,2}\s?[a-z]?$/iu

/** "Khan_Amina_5A.jpg": pictures of a class are called so. */
const PICTURE = /\.(?:jpe?g|png|gif|webp|heic|bmp)$/i
/** "amina.khan@hill.example": the first name of an address that is made of two. */
const ADDRESS = /^(\p{L}{2,})[._-]\p{L}[\p{L}._-]*\d*@\S+$/iu
/** Of a picture's name or an address, its words. */
function wordsOfName(text: string): string {
  const address = ADDRESS.exec(text)?.[1]
  if (address) return `${address.slice(0, 1).toUpperCase()}${address.slice(1)}`
  return PICTURE.test(text) ? text.replace(PICTURE, '').replace(/[_-]+/g, ' ').trim() : text
}

/** Far more than a name and what stands around it: a cell of notes, or a file that is no list. */
const LONGEST = 200

/** "Tolu*", "Amelia †": what points to a note below the list. */
const MARK = /\s*[*†‡§¹²³?!]+$/u
/** "Sam/Samuel": two names of one pupil. */
const EITHER = /^(\p{L}[^/]*?)\s*\/\s*\p{L}[^/]*$/u

/** @returns the text without what stands around the name; what was asked of a cell is said */
export function readCell(cell: string): ReadCell {
  if (cell.length > LONGEST) return { text: cell }
  const plain = withoutEntities(cell).replace(/<[^<>]*>/g, ' ').replace(/\s+/g, ' ').trim()
  const isOfPage = plain !== cell.replace(/\s+/g, ' ').trim()
  const isAddress = /<[^<>]*@[^<>]*>/.test(cell)
  if (isGarbled(plain)) return { text: mended(plain) ?? '', because: 'garbled' }
  const untitled = wordsOfName(plain).replace(TITLE, '')
  const text = untitled.replace(REMARK, '').replace(MARK, '').replace(NOTE, '').replace(BEHIND, '$1').replace(EITHER, '$1').trim()
  if (text === cell || !/\p{L}/u.test(text)) return { text: cell }
  const isAdult = ADULT.test(plain) && untitled !== plain && !/\s/.test(text)
  if (text === cell.replace(/\s+/g, ' ').trim()) return { text }
  return { text, because: isOfPage && !isAddress ? 'garbled' : 'around', ...(isAdult ? { isAdult } : {}) }
}

/** Of three letters or more; two may be "AJ". */
const isCapitals = (text: string) => (text.match(/\p{L}/gu)?.length ?? 0) > 2 && /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)

/** "ANNE-MARIE" is Anne-Marie, "O'NEIL" O'Neil, and "AJ" AJ. */
function inUsualLetters(text: string): string {
  return text.replace(/[\p{Lu}\p{M}]+/gu, word => /^..?$/u.test(word) && (/J$/.test(word) || !/[AEIOUYÀ-Þ]/.test(word))
    ? word
    : word.replace(/^(.)(.*)$/su, (_, first: string, rest: string) => `${first}${rest.toLowerCase()}`))
}

/** A list that a system wrote in capitals, as names are written; one name in capitals too, if it is of four letters or more. */
export function withoutCapitals(texts: readonly string[]): readonly string[] {
  const telling = texts.filter(text => (text.match(/\p{L}/gu)?.length ?? 0) > 2)
  const isAll = telling.length > 1 && telling.filter(isCapitals).length * 2 > telling.length
  return texts.map((text) => {
    const isOne = isCapitals(text) && !/\s/.test(text) && (text.match(/\p{L}/gu)?.length ?? 0) > 3
    return (isAll && !/\p{Ll}/u.test(text)) || isOne ? inUsualLetters(text) : text
  })
}

/** What stands before a surname and belongs to it. */
const PARTICLES = /^(?:(?:van|von|der|den|de|del|della|di|da|dos|la|le|el|al|bin|ibn|ó|ní|nic|mac|uí|st\.?)\s+)*\S+\s+(?=\S)/iu

/** @returns of "Nowak Jan" or "Van der Berg Jan", where a heading says that the surname stands first, "Jan" */
export function withoutFirstSurname(text: string): string {
  return text.replace(PARTICLES, '')
}

/** @returns a name without the surname that stands in another cell of its row; the same where it is not in it */
export function withoutSurname(text: string, surname: string): string {
  if (surname === '') return text
  const [name, other] = [text.toLowerCase(), surname.toLowerCase()]
  if (name.endsWith(` ${other}`)) return text.slice(0, -surname.length).trim()
  return name.startsWith(`${other} `) ? text.slice(surname.length).trim() : text
}

/** Signs that stand in formulas, pages and addresses, and in no name. */
export function hasStrangeSigns(text: string): boolean {
  return /[<>{}=|\\^@#[\]]|&\w+;|:\/\//.test(text)
}
