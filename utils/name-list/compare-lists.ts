/** A new school year's list beside the classes as they will be called: who is new, who is missing, who may have changed class. */
import { keyOf } from '#shared/people/pupil-names'
import { titleKey, type LookedList } from './class-list'

/** A class as it will stand, with who is in it now. */
export interface ComingClass {
  readonly key: string
  readonly name: string
  readonly pupils: readonly string[]
}

export interface Comparison {
  readonly key: string
  /** To be added. */
  readonly new: readonly string[]
  /** Not in the list; they stay until somebody moves or erases them. */
  readonly missing: readonly string[]
  /** In the list of this class, and missing in another: most likely the same pupil. */
  readonly moved: readonly { readonly name: string, readonly from: string }[]
  /** Rows that somebody has to look at, in Add pupils. */
  readonly doubts: number
}

/**
 * @param lists by the class that they name, each looked through against the names of its class
 * @returns of each class that a list names; and which lists name none
 */
export function compareLists(
  classes: readonly ComingClass[],
  lists: readonly { readonly title: string, readonly looked: LookedList }[],
): { readonly of: ReadonlyMap<string, Comparison>, readonly unmatched: readonly string[] } {
  const matched = lists.flatMap(({ title, looked }) => {
    const coming = classes.find(({ name }) => titleKey(name) === titleKey(title))
    return coming ? [{ coming, looked }] : []
  })
  const missingOf = new Map(matched.map(({ coming, looked }) => {
    const listed = new Set([...looked.there, ...looked.names, ...looked.asked.map(({ inFile }) => inFile)].map(keyOf))
    return [coming.key, coming.pupils.filter(name => !listed.has(keyOf(name)))] as const
  }))
  const of = new Map(matched.map(({ coming, looked }): [string, Comparison] => {
    const moved = looked.names.flatMap((name) => {
      const isMissing = (key: string) => missingOf.get(key)?.some(one => keyOf(one) === keyOf(name))
      const from = matched.filter(({ coming: { key } }) => key !== coming.key && isMissing(key))
      return from.length === 1 ? [{ name, from: from[0]?.coming.name ?? '' }] : []
    })
    return [coming.key, {
      key: coming.key, missing: missingOf.get(coming.key) ?? [], moved, doubts: looked.asked.length,
      new: looked.names.filter(name => !moved.some(one => one.name === name)),
    }]
  }))
  return { of, unmatched: lists.map(({ title }) => title).filter(title => !classes.some(({ name }) => titleKey(name) === titleKey(title))) }
}
