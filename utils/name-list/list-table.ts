/** Text of a list as rows of cells, whatever stands between the cells; a quotation mark that is out of place is named. */
import Papa from 'papaparse'
import { fromAddresses } from './list-shapes'
import type { OtherFile } from './list-file-kind'

/** Why a file cannot be read at all. */
export type FileProblem = OtherFile | 'encoding' | 'empty' | 'too-large' | 'quote' | 'roster-part' | 'roster-changes' | 'roster-names'

export class UnreadableFile extends Error {
  readonly problem: FileProblem
  /** Where reading stopped, for a quotation mark that is out of place. */
  readonly row: { readonly number: number, readonly text: string } | undefined
  constructor(problem: FileProblem, row?: { readonly number: number, readonly text: string }) {
    super(problem)
    this.problem = problem
    this.row = row
  }
}

const DELIMITERS = [',', ';', '\t', '|']

/** @returns cells in the row in the middle */
const widthOf = (rows: readonly (readonly string[])[]) =>
  rows.map(row => row.length).sort((a, b) => a - b)[Math.floor(rows.length / 2)] ?? 0

function parsedWith(text: string, delimiter?: string) {
  return Papa.parse<string[]>(text, {
    newline: '\n', skipEmptyLines: 'greedy', delimitersToGuess: DELIMITERS, ...(delimiter === undefined ? {} : { delimiter }),
  })
}

/** Columns that are spaces apart, as they are copied from a PDF: "Sam    Baker    5A". */
const APART = /(?<=\p{L}\S*) {2,}(?=\S)/gu

/** @returns the text with tabs where columns are spaces apart in most lines, and nothing else is between them */
function apart(text: string): string {
  if (/[,\t;|"]/.test(text)) return text
  const lines = text.split('\n').filter(line => line.trim() !== '')
  const wide = lines.filter(line => line.trim().search(APART) >= 0)
  return wide.length > 1 && wide.length * 5 >= lines.length * 4 ? text.replace(APART, '\t') : text
}

/** Lines that a program put in quotation marks whole: cells are what stands in them. */
function unwrapped(rows: readonly (readonly string[])[]): string | null {
  const lines = rows.map(row => row.join(''))
  const commas = new Set(lines.map(line => line.match(/,(?! )/g)?.length ?? 0))
  return lines.length > 1 && widthOf(rows) === 1 && commas.size === 1 && !commas.has(0) ? lines.join('\n') : null
}

/** @returns the rows; long titles above a list hide from the guess what stands between the cells of the list itself */
function read(text: string) {
  const plain = parsedWith(text)
  const inner = unwrapped(plain.data)
  const guessed = inner === null ? plain : parsedWith(inner)
  if (widthOf(guessed.data) > 1 || guessed.data.length < 2) return guessed
  const others = DELIMITERS.filter(delimiter => delimiter !== guessed.meta.delimiter && text.includes(delimiter))
  return others.map(delimiter => parsedWith(text, delimiter)).find(({ data }) => widthOf(data) > 1) ?? guessed
}

/** @throws UnreadableFile at the first quotation mark that is out of place: everything behind it may have been swallowed */
export function parsed(text: string): { readonly data: string[][], readonly delimiter: string } {
  // Files that went through several systems have line ends of several kinds, of which the parser would take one.
  // Fields of a fixed width are filled up with NULs.
  // eslint-disable-next-line no-control-regex -- exactly that is taken away
  const whole = fromAddresses(text.replace(/^\uFEFF/, '').replace(/\u0000+(?=[\r\n,;\t"]|$)/g, '').replace(/\r\n?/g, '\n'))
  // What Excel writes above a list, for itself.
  const [hint = '', said] = /^"?sep=(.)"?\n/i.exec(whole) ?? []
  const plain = apart(whole.slice(hint.length))
  const { data, errors, meta } = said === undefined ? read(plain) : parsedWith(plain, said)
  const wrong = errors.find(({ type }) => type === 'Quotes')
  if (wrong) {
    const number = plain.slice(0, wrong.index ?? 0).split('\n').length
    const row = (plain.split('\n')[number - 1] ?? '').trim().slice(0, 80)
    throw new UnreadableFile('quote', { number: number + (hint === '' ? 0 : 1), text: row })
  }
  return { data, delimiter: meta.delimiter }
}
