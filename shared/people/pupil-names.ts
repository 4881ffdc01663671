/** What a pupil may be called: one rule for the page where names are typed and for the server that keeps them. */

import { tidyName } from '#shared/text/tidy-text'

export const LONGEST_NAME = 40
export const MOST_PUPILS = 200

export type NameProblem = 'empty' | 'too-long' | 'twice' | 'in-class' | 'email' | 'number' | 'full-name'

export interface CheckedName {
  readonly name: string
  readonly problem?: NameProblem
  /** Another name without the problem, where one can be thought of. */
  readonly suggestion?: string
}

/** A full name is only advised against: "Mary Jane" is a first name, and "Blue Fox" an alias. */
export const isBlocking = (problem: NameProblem | undefined) => problem !== undefined && problem !== 'full-name'

/** Names that people would not tell apart are the same. */
export const keyOf = (name: string) => name.normalize('NFKC').replace(/[’‘ʼ`´]|\u0020\u0301/g, '\'').toLowerCase()

const isTooLong = (name: string) => [...name].length > LONGEST_NAME
const looksLikeNumber = (name: string) => /\d[\d\s./-]{4,}\d/.test(name)
const wordsOf = (name: string) => name.split(' ')
const looksLikeFullName = (name: string) => {
  const words = wordsOf(name)
  return words.length > 1 && words.every(word => /^\p{L}/u.test(word)) && /^[\p{L}\p{M}'’-]{3,}$/u.test(words[words.length - 1] ?? '')
}

/** How lists write surnames: "SMITH Zoë", "Zoë SMITH", "O'NEIL Siân". An initial and "DJ" are none. */
const isInCapitals = (word: string) => /^\p{Lu}[\p{Lu}'’-]{2,}$/u.test(word)

/** "de Souza Ana", "d'Arcy William": a name that begins with a small letter, and has a capital further on, begins with the surname. */
function withoutSmallSurname(words: readonly string[]): readonly string[] {
  const isSmall = (word = '') => /^\p{Ll}/u.test(word)
  if (!isSmall(words[0]) || words.every(word => !/\p{Lu}/u.test(word))) return words
  const rest = words.slice(words.findIndex(word => /\p{Lu}/u.test(word)) + 1)
  return rest.length > 0 ? rest : words
}

/** "Abd al-Rahman", "Abdul Rahman": one name in two words. */
const HALF_A_NAME = /^abd(?:[aeu][lrsn])?$/i

/** @returns the first name: the first word that is no surname in capitals; of nothing but capitals, the first in ordinary letters */
function firstOf(whole: string): string {
  // "Baker, Sam" is Sam, and "Sam, Jr" too.
  const [before = '', behind = ''] = whole.split(/,\s*/)
  const name = /^\p{L}/u.test(behind) && !/^(?:jr|sr|ii+)\b/i.test(behind) ? behind : before
  const words = withoutSmallSurname(wordsOf(name))
  // "DE LA CRUZ Ana", but "AJ Smith".
  const short = words.some(isInCapitals) ? /^\p{Lu}{2}$/u : null
  const found = words.find(word => !isInCapitals(word) && !short?.test(word)) ?? words[0] ?? ''
  const next = words[words.indexOf(found) + 1]
  const first = HALF_A_NAME.test(found) && words.length > 2 && next ? `${found} ${next}` : found
  return words.length > 1 && isInCapitals(first) ? first.replace(/(?<=\p{L})\p{Lu}+/gu, rest => rest.toLowerCase()) : first
}

/** "Sam Baker" or "Sam" → "Sam B": the first name and a letter, of the surname if it is known, one that is still free. */
function otherName(name: string, used: ReadonlySet<string>, initial = ''): string | undefined {
  const first = firstOf(name)
  const rest = wordsOf(name).filter(word => word !== first)
  const initials = [initial, ...rest.map(word => [...word][0]?.toUpperCase() ?? '')].filter(letter => /\p{L}/u.test(letter))
  return [...initials, ...'BCDFGHJKLMNPQRSTVWXYZAEIOU']
    .map(letter => `${first} ${letter}`)
    .find(candidate => !used.has(keyOf(candidate)) && !isTooLong(candidate))
}

function shortName(name: string, used: ReadonlySet<string>, initial?: string): string | undefined {
  const first = firstOf(name)
  return used.has(keyOf(first)) ? otherName(name, used, initial) : first
}

/**
 * Checks a list of names, each against those before it and those that the class has.
 * @param taken names of the pupils who are in the class already
 * @param initials of the surnames, by place, where they are known: they tell pupils of one name apart better than any letter
 */
export function checkNames(
  names: readonly string[],
  taken: readonly string[],
  initials: readonly (string | undefined)[] = [],
): CheckedName[] {
  const inClass = new Set(taken.map(keyOf))
  // A suggestion may not be the name of somebody further down the list either.
  const used = new Set([...inClass, ...names.map(name => keyOf(tidyName(name)))])
  const before = new Set<string>()
  return names.map((typed, place) => {
    const name = tidyName(typed)
    const problem = problemOf(name, before, inClass)
    before.add(keyOf(name))
    if (problem === undefined) return { name }
    const suggestion = suggestionFor(problem, name, used, initials[place])
    if (suggestion === undefined) return { name, problem }
    used.add(keyOf(suggestion))
    return { name, problem, suggestion }
  })
}

function problemOf(name: string, before: ReadonlySet<string>, inClass: ReadonlySet<string>): NameProblem | undefined {
  if (name === '') return 'empty'
  if (/\S@\S/.test(name)) return 'email'
  if (looksLikeNumber(name)) return 'number'
  if (isTooLong(name)) return 'too-long'
  if (inClass.has(keyOf(name))) return 'in-class'
  if (before.has(keyOf(name))) return 'twice'
  return looksLikeFullName(name) ? 'full-name' : undefined
}

function suggestionFor(problem: NameProblem, name: string, used: ReadonlySet<string>, initial?: string): string | undefined {
  if (problem === 'twice' || problem === 'in-class') return otherName(name, used, initial)
  if (problem === 'full-name') return shortName(name, used, initial)
  return undefined
}
