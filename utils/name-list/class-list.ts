/** A class list while it is looked through: how each row is read, what is asked about it, who would be added. Nothing of it is sent. */
import { checkNames, isBlocking, keyOf, type NameProblem } from '#shared/people/pupil-names'
import { tidyName } from '#shared/text/tidy-text'
import type { ReadingDoubt } from './list-cells'
import type { ListedName } from './list-names'
import type { NameSheet } from './name-list'

/** A row of a list. */
export interface ListEntry {
  readonly key: number
  /** The class that the list says; empty where it says none. */
  readonly group: string
  readonly listed: ListedName
}

/** What somebody has said of a row. */
export interface ListAnswer {
  /** Who is added; empty for nobody. */
  readonly reading: string
  readonly isRight: boolean
}

type Why = NonNullable<ListedName['doubt']> | NameProblem | ReadingDoubt | 'lost-letter' | 'nickname'

export interface LookedRow {
  readonly key: number
  readonly inFile: string
  /** How we read it; empty for nobody. */
  readonly reading: string
  /** What is asked; null where nothing is. */
  readonly why: Why | null
}

export interface LookedList {
  /** What is asked about, in the list's order, then all others. */
  readonly asked: readonly LookedRow[]
  readonly fine: readonly LookedRow[]
  /** Who is in the class already: the same list once more. */
  readonly there: readonly string[]
  /** Who would be added. */
  readonly names: readonly string[]
}

/** @returns what tells a class from others: "8 B", "8B" and "8b" are one */
export const titleKey = (title: string) => keyOf(tidyName(title)).replace(/(?<=\d) (?=\p{L}$)/u, '')

/** @param column of names; @param groups the column of classes, or null for none */
export function entriesOf({ columns, classes }: NameSheet, column: number, groups: number | null): ListEntry[] {
  const of = groups === null ? [] : classes[groups]?.of ?? []
  // "8B" and "8b" are one class, written as it is most often.
  const said = Map.groupBy(of.map(tidyName), title => title)
  const titles = new Map([...said].sort(([, a], [, b]) => a.length - b.length || -1).map(([title]) => [titleKey(title), title]))
  return (columns[column]?.names ?? []).map((listed, place) => {
    const title = tidyName(of[place] ?? '')
    return { key: place, group: titles.get(titleKey(title)) ?? title, listed }
  })
}

/** "Samuel (Sam)", "Zoë “Zo”": what somebody is called stands behind. */
const NICKNAME = /^[^\s("“‘'][^("“]*?(?:[("“]|\s[‘'])\s*([^()"“”‘’']+?)\s*[)"”’'](?:\s+\p{L}.*)?$/u

/** Names with the first letter of the surname, where the school wants that, or two pupils of a class have one name. */
function wanted(entries: readonly ListEntry[], withInitials: boolean): Map<number, { name: string, isTwin: boolean }> {
  const twins = new Map<string, ListEntry[]>()
  for (const entry of entries.filter(({ listed }) => listed.doubt === undefined && listed.name !== ''))
    twins.set(keyOf(tidyName(entry.listed.name)), [...twins.get(keyOf(tidyName(entry.listed.name))) ?? [], entry])
  const told = [...twins.values()].filter(same => same.length > 1 && new Set(same.map(({ listed }) => listed.initial)).size === same.length
    && same.every(({ listed }) => listed.initial !== undefined))
  const isTwin = new Set(told.flat().map(({ key }) => key))
  return new Map(entries.map(({ key, listed: { name: listed, initial, doubt } }) => {
    const name = NICKNAME.exec(listed)?.[1] ?? listed
    const isLonger = initial !== undefined && (withInitials || isTwin.has(key)) && name !== ''
    return [key, { name: doubt ? '' : isLonger ? `${tidyName(name)} ${initial}` : tidyName(name), isTwin: isTwin.has(key) && !withInitials }]
  }))
}

/** Of a list that is taken in once more, so many are in the class already. */
const AGAIN = 0.5

/**
 * Looks through the rows of one class.
 * @param taken names of the pupils who are in it already
 */
export function lookThrough(
  entries: readonly ListEntry[],
  answers: ReadonlyMap<number, ListAnswer>,
  taken: readonly string[],
  withInitials = false,
): LookedList {
  const inClass = new Set(taken.map(keyOf))
  const first = wanted(entries, withInitials)
  const isThere = ({ key }: ListEntry) => !answers.has(key) && inClass.has(keyOf(first.get(key)?.name ?? ''))
  const known = entries.filter(isThere)
  const there = known.length > 1 && known.length >= entries.filter(({ listed }) => !listed.doubt).length * AGAIN ? known : []
  const left = entries.filter(entry => !there.includes(entry))
  const readings = left.map(({ key }) => answers.get(key)?.reading ?? first.get(key)?.name ?? '')
  const checked = checkNames(readings, taken, left.map(({ listed }) => listed.initial))
  const rows = left.map((entry, place) => rowOf(entry, answers.get(entry.key), checked[place] ?? { name: '' }, first.get(entry.key)?.isTwin === true))
  return {
    asked: rows.filter(({ why }) => why !== null),
    fine: rows.filter(({ why, reading }) => why === null && reading !== ''),
    there: there.map(({ key }) => first.get(key)?.name ?? ''),
    names: rows.filter(({ why, reading }) => why === null && reading !== '').map(({ reading }) => reading),
  }
}

/** What is a first name already is not cut further. */
const isFirstName = ({ because }: ListedName) => because === 'two-names' || because === 'full-name'

function rowOf(
  { key, listed }: ListEntry,
  answer: ListAnswer | undefined,
  { name, problem, suggestion }: { name: string, problem?: NameProblem, suggestion?: string },
  isTwin: boolean,
): LookedRow {
  const inFile = listed.inFile ?? listed.name
  const row = (reading: string, why: Why | null): LookedRow => ({ key, inFile, reading, why })
  // Nobody: said so, or proposed.
  if (answer?.isRight && answer.reading === '') return row('', null)
  if (answer?.isRight && !isBlocking(problem)) return row(name, null)
  if (answer) return row(answer.reading, problem ?? listed.doubt ?? listed.because ?? 'full-name')
  if (listed.doubt) return row('', listed.doubt)
  if (NICKNAME.test(listed.name) && !isBlocking(problem)) return row(suggestion ?? name, 'nickname')
  if (listed.because && listed.name === '') return row('', 'lost-letter')
  if (listed.because && !isBlocking(problem)) return row(isFirstName(listed) ? name : suggestion ?? name, listed.because)
  if (problem) return row(suggestion ?? (isBlocking(problem) ? '' : name), problem)
  return row(name, isTwin ? 'twice' : null)
}

/** @returns the answers with every row that is asked about taken as it is read */
export function allRight(looked: LookedList, answers: ReadonlyMap<number, ListAnswer>): Map<number, ListAnswer> {
  return new Map([...answers, ...looked.asked.map(({ key, reading }) => [key, { reading, isRight: true }] as const)])
}
