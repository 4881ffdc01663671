/**
 * A made-up language, to see what a translation would do to the pages before there is one: accented, two fifths longer, from
 * right to left, and every text between marks, so that a text that goes round the files of messages stands out. The server knows
 * it where NUXT_PSEUDO_LANGUAGE is set; it is in no list that people see.
 */
import type { Language } from '#shared/text/languages'

/** As CLDR calls its own pseudo-locale from right to left. Dates and numbers come out in Arabic. */
export const PSEUDO: Language = { locale: 'ar-XB', tag: 'ar-XB', name: 'Pseudo', direction: 'rtl' }

const PSEUDO_MARKS = ['⟦', '⟧'] as const

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const accented = [...'áƀćđéƒğĥíĵķĺṁñóṗɋŕśţúṽẁẋýžÁƁĆĐÉƑĞĤÍĴĶĹṀÑÓṖɊŔŚŢÚṼẀẊÝŽ']

/** Roughly what German or Welsh need beyond English. */
const LONGER = 0.4
/** Longer words than this are rare in any language. */
const LONGEST_WORD = 9

/** @returns the text with its letters accented; `{placeholders}` stay */
export const accentedText = (text: string): string =>
  text.replace(/\{[^}]*\}|[A-Za-z]/g, found => found.length > 1 ? found : accented[plain.indexOf(found)] ?? found)

/** @returns a text of the pseudo-language: of each of the cases between bars, where there are several */
export function pseudoText(text: string): string {
  if (/\s\|\s/.test(text)) return text.split(/\s\|\s/).map(pseudoText).join(' | ')
  const more = 'ẋ'.repeat(Math.ceil([...text].length * LONGER)).replace(new RegExp(`.{${LONGEST_WORD}}`, 'g'), '$& ').trim()
  return `${PSEUDO_MARKS[0]}${accentedText(text)} ${more}${PSEUDO_MARKS[1]}`
}

export interface Texts { readonly [key: string]: string | Texts }

/** @returns messages, in groups or not, in the pseudo-language */
export function pseudoTexts<T extends Texts>(texts: T): T {
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [key, typeof text === 'string' ? pseudoText(text) : pseudoTexts(text)]),
  ) as T
}
