/** What a pupil may be called: one rule for the page where names are typed and for the server that keeps them. */

import { tidyName } from '#shared/tidy-text'

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

/** Names that children would not tell apart are the same. */
const keyOf = (name: string) => name.normalize('NFKC').toLowerCase()

const isTooLong = (name: string) => [...name].length > LONGEST_NAME
const looksLikeNumber = (name: string) => /\d[\d\s./-]{4,}\d/.test(name)
const wordsOf = (name: string) => name.split(' ')
const looksLikeFullName = (name: string) => {
  const words = wordsOf(name)
  return words.length > 1 && words.every(word => /^\p{L}/u.test(word)) && /^[\p{L}\p{M}'’-]{3,}$/u.test(words[words.length - 1] ?? '')
}

/** "Sam Baker" or "Sam" → "Sam B": the first word and a letter, one that is still free. */
function otherName(name: string, used: ReadonlySet<string>): string | undefined {
  const [first = '', ...rest] = wordsOf(name)
  const initials = rest.map(word => [...word][0]?.toUpperCase() ?? '').filter(letter => /\p{L}/u.test(letter))
  return [...initials, ...'BCDFGHJKLMNPQRSTVWXYZAEIOU'].map(letter => `${first} ${letter}`).find(candidate => !used.has(keyOf(candidate)) && !isTooLong(candidate))
}

function shortName(name: string, used: ReadonlySet<string>): string | undefined {
  const first = wordsOf(name)[0] ?? ''
  return used.has(keyOf(first)) ? otherName(name, used) : first
}

/**
 * Checks a list of names, each against those before it and those that the class has.
 * @param taken names of the pupils who are in the class already
 */
export function checkNames(names: readonly string[], taken: readonly string[]): CheckedName[] {
  const inClass = new Set(taken.map(keyOf))
  // A suggestion may not be the name of somebody further down the list either.
  const used = new Set([...inClass, ...names.map(name => keyOf(tidyName(name)))])
  const before = new Set<string>()
  return names.map((typed) => {
    const name = tidyName(typed)
    const problem = problemOf(name, before, inClass)
    before.add(keyOf(name))
    if (problem === undefined) return { name }
    const suggestion = suggestionFor(problem, name, used)
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

function suggestionFor(problem: NameProblem, name: string, used: ReadonlySet<string>): string | undefined {
  if (problem === 'twice' || problem === 'in-class') return otherName(name, used)
  if (problem === 'full-name') return shortName(name, used)
  return undefined
}
