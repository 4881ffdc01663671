/**
 * Which letters the bytes of a class list stand for. Guessed from a library and from what names and headers look like; a teacher can
 * say otherwise.
 */
import chardet from 'chardet'
import { fromDos } from '#shared/text/dos-text'
import { headerKind } from './list-headers'

/** Those that schools' systems and spreadsheets save in, the most usual first. */
export const listEncodings = [
  'utf-8', 'windows-1252', 'windows-1250', 'utf-16le', 'utf-16be', 'macintosh', 'cp850', 'iso-8859-2',
  'windows-1251', 'windows-1256', 'windows-1254', 'windows-1257',
] as const

export type ListEncoding = (typeof listEncodings)[number]

/** @returns the text of the bytes, and the encoding that they were most likely written in */
export function guessedText(bytes: Uint8Array): { readonly text: string, readonly encoding: ListEncoding } {
  const encoding = guessed(bytes)
  return { text: decoded(bytes, encoding), encoding }
}

/** @returns the text, with a sign in the place of what the encoding cannot hold */
export function decoded(bytes: Uint8Array, encoding: ListEncoding): string {
  return encoding === 'cp850' ? fromDos(bytes, 'cp850') : new TextDecoder(encoding).decode(bytes)
}

function guessed(bytes: Uint8Array): ListEncoding {
  if (bytes[0] === 0xFF && bytes[1] === 0xFE) return 'utf-16le'
  if (bytes[0] === 0xFE && bytes[1] === 0xFF) return 'utf-16be'
  const wide = wideWithoutMark(bytes)
  if (wide) return wide
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  }
  catch {
    return bestOfOneByte(bytes)
  }
}

/** In UTF-16 every second byte of mostly Latin text is zero. */
function wideWithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const start = bytes.slice(0, 1000)
  const zeros = (odd: number) => start.filter((byte, index) => byte === 0 && index % 2 === odd).length / (start.length / 2 || 1)
  if (zeros(1) > 0.6 && zeros(0) < 0.1) return 'utf-16le'
  if (zeros(0) > 0.6 && zeros(1) < 0.1) return 'utf-16be'
  return undefined
}

/** Bytes that are looked at: names enough. */
const SAMPLE = 20_000

/** chardet knows languages by their prose. A list of names is short, so what the words look like weighs more. */
function bestOfOneByte(bytes: Uint8Array): ListEncoding {
  const sample = bytes.subarray(0, SAMPLE)
  const matches = chardet.analyse(sample)
  const isNamed = (name: string, encoding: string) =>
    name.toLowerCase() === encoding || (encoding === 'windows-1252' && name === 'ISO-8859-1')
  const confidence = (encoding: string) => matches.find(({ name }) => isNamed(name, encoding))?.confidence ?? 0
  const candidates = listEncodings.filter(encoding => !encoding.startsWith('utf-'))
  const rated = candidates.map((encoding, place) => ({
    encoding,
    rating: likelihood(decoded(sample, encoding)) + confidence(encoding) / 50 - place / 100,
  }))
  return rated.reduce((best, one) => one.rating > best.rating ? one : best).encoding
}

/** Letters that the names of pupils in the UK are often written with. */
const usual = /[éèëêïíîöóôüúûçñáàâãõåøæäßşğıİșțăłśżźćńęąŁŚŻŹĆÉÖÜÓÁÍŞȘȚŵŷ]/

/** @returns more for what reads like names and headers; only what is beyond ASCII counts */
function likelihood(text: string): number {
  const cells = text.split(/[\n\r,;\t|]/).map(cell => cell.replaceAll('"', '').trim()).filter(cell => /[^\p{ASCII}]/u.test(cell))
  return cells.slice(0, 500).reduce((sum, cell) => sum + (headerKind(cell) === null ? wordRating(cell) : 20), 0) / Math.max(1, cells.length)
}

function wordRating(cell: string): number {
  let rating = 0
  for (const sign of cell.match(/[^\p{ASCII}]/gu) ?? []) rating += !/[\p{L}\p{M}]/u.test(sign) ? -6 : usual.test(sign) ? 2 : 1
  // A capital inside a word, or two kinds of writing in one.
  rating -= 4 * (cell.match(/\p{Ll}\p{Lu}/gu)?.length ?? 0)
  if ([/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Arabic}/u].filter(script => script.test(cell)).length > 1) rating -= 6
  return rating
}

/** Signs that no name has: of an encoding that was guessed wrong, or of UTF-8 that somebody saved twice ("ZoÃ«"). */
export function isGarbled(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- exactly that is looked for
  if (/[\u0000\u0080-\u009F\uFFFD\u2500-\u257F]|\p{L}[‚„‰†‡ƒˆ‹¤¢£¡]/u.test(text)) return true
  return /â€/.test(text) || /[ÂÃ][\u0080-\u00BF\u2018-\u201E\u0152-\u0178\u02C6\u02DC\u2020-\u2026\u2030\u2039\u203A\u20AC\u2122]/.test(text)
}

/** @returns names from the list that show whether the letters are right: those with letters beyond plain English, a few of them */
export function revealingNames(names: readonly string[]): string[] {
  return [...new Set(names.filter(name => /[^\p{ASCII}]/u.test(name)))].slice(0, 3)
}

/** Bytes that Windows' letters have none for: what stood there became a sign for nothing. */
const LOST = [0x81, 0x8D, 0x8F, 0x90, 0x9D]
/** In which UTF-8 is taken for something else, the most usual first. */
const mistaken = ['windows-1252', 'macintosh', 'windows-1250', 'iso-8859-2', 'cp850'] as const

const bytesOf = new Map(mistaken.map(encoding => [
  encoding,
  new Map(Array.from({ length: 256 }, (_, byte) => [decoded(Uint8Array.of(byte), encoding), byte] as const)),
]))

function asUtf8(bytes: readonly number[]): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes))
  }
  catch {
    return undefined
  }
}

/**
 * Reads again what somebody's program read in the wrong letters: "ZoÃ«" is Zoë, "Å�ukasz" is Łukasz.
 * @returns undefined where it cannot be told what stood there
 */
export function mended(text: string): string | undefined {
  const signs = [...text]
  const readings = mistaken.flatMap((encoding) => {
    const table = bytesOf.get(encoding)
    return LOST.flatMap((lost) => {
      const bytes = signs.map(sign => (sign === '\uFFFD' ? lost : table?.get(sign)))
      return bytes.includes(undefined) ? [] : asUtf8(bytes as number[]) ?? []
    })
  }).filter(reading => reading !== text && !isGarbled(reading))
  return readings.find(reading => usual.test(reading)) ?? readings[0]
}
