/** The wise path is the good seat: nearly as long as the longest, with choices of its own, and a scene that no risky path shows. */
import { branchingOf, isRisky, isWiseWalk, pathsThrough, type Walk } from '../../measure/paths.ts'
import type { Finding, Rule } from '../../rule.ts'

const SHARE = 0.6
/** A story in which somebody can choose as often as this gives whoever is wise as many. */
const CHOICES = 3

const shortest = (walks: readonly Walk[], length: (walk: Walk) => number) => Math.min(...walks.map(length))
const longest = (walks: readonly Walk[], length: (walk: Walk) => number) => Math.max(...walks.map(length))

export const wisePath: Rule = {
  name: 'wise-path',
  check: ({ screens }) => {
    const stories = screens.flatMap((screen, index) => {
      const branching = branchingOf(screen)
      const walks = branching ? pathsThrough(branching.steps) : []
      return branching && walks.length > 1 ? [{ walks, path: ['screens', index, branching.list] }] : []
    })
    const hasLong = stories.some(({ walks }) => longest(walks, ({ taken }) => taken.length) >= CHOICES)
    return [
      ...stories.flatMap(({ walks, path }) => findings(walks).map(message => ({ path, message }))),
      ...stories.length === 0 || hasLong
        ? []
        : [{ path: ['screens'], message: `no story here gives a pupil ${CHOICES} choices: one of them does` } satisfies Finding],
    ]
  },
}

function findings(walks: readonly Walk[]): string[] {
  const wise = walks.filter(isWiseWalk)
  const beats = [shortest(wise, ({ steps }) => steps.length), longest(walks, ({ steps }) => steps.length)] as const
  const choices = [shortest(wise, ({ taken }) => taken.length), longest(walks, ({ taken }) => taken.length)] as const
  const risky = new Set(walks.filter(isRisky).flatMap(({ steps }) => steps))
  const hasOwn = wise.some(({ steps }) => steps.some(step => !risky.has(step)))
  return [
    ...beats[0] < beats[1] * SHARE
      ? [`who chooses wisely sees ${beats[0]} steps, the longest path has ${beats[1]}: at least ${Math.ceil(beats[1] * SHARE)}`]
      : [],
    ...choices[1] >= CHOICES && choices[0] < CHOICES
      ? [`who chooses wisely is asked ${choices[0]} times, on the longest path ${choices[1]}: at least ${CHOICES}`]
      : [],
    ...risky.size > 0 && !hasOwn ? ['the wise path shows nothing that a risky one does not show too'] : [],
  ]
}
