/**
 * What a pupil meets on the ways through a screen, as a tree: what comes on every way, what one of several ways brings, and what is
 * drawn. So the heaviest and the lightest way are found without walking each.
 */

/** One thing met: words to read, a decision to take, presses to make. */
export type Met
  = | { readonly text: string }
  /** The player's own, by its key: its words are the band's. */
    | { readonly line: string }
    | { readonly decision: true }
    | { readonly presses: number }

export type Way
  = | Met
    | { readonly all: readonly Way[] }
    | { readonly one: readonly Way[] }
  /** So many of them are drawn by chance. */
    | { readonly drawn: readonly Way[], readonly count: number }

/** How heavy one thing is: in words, in presses, in seconds. */
export type Weigh = (met: Met) => number

export const read = (...texts: readonly (string | undefined)[]): Way => ({
  all: texts.filter(text => text !== undefined).map(text => ({ text })),
})
export const presses = (count: number): Way => ({ presses: count })
export const decision: Way = { decision: true }

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

type Extreme = (numbers: readonly number[]) => number

/** Parts of a tree may be shared (scenes that several choices lead to), so each is weighed once. */
function weighed(way: Way, weigh: Weigh, pick: Extreme, isMost: boolean, known: Map<Way, number>): number {
  const before = known.get(way)
  if (before !== undefined) return before
  const below = (ways: readonly Way[]) => ways.map(one => weighed(one, weigh, pick, isMost, known))
  const weight = (() => {
    if ('all' in way) return sum(below(way.all))
    if ('one' in way) return way.one.length === 0 ? 0 : pick(below(way.one))
    if ('drawn' in way) return sum(below(way.drawn).sort((a, b) => isMost ? b - a : a - b).slice(0, way.count))
    return weigh(way)
  })()
  known.set(way, weight)
  return weight
}

/** @returns the weight of the heaviest way */
export const most = (way: Way, weigh: Weigh): number => weighed(way, weigh, numbers => Math.max(...numbers), true, new Map())

/** @returns the weight of the lightest way */
export const least = (way: Way, weigh: Weigh): number => weighed(way, weigh, numbers => Math.min(...numbers), false, new Map())
