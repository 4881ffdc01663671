/** Every path through a branching activity, and which of them are the wise ones. */
import type { Screen } from '#activities/lesson'
import type { ConfigOf } from '#activities/schemas'

type Turn = ConfigOf<'chat'>['turns'][number]
type Scene = ConfigOf<'story'>['scenes'][number]
type Place = ConfigOf<'spread'>['steps'][number]

export type Step = Turn | Scene | Place
type Choice = NonNullable<Step['choices']>[number]

export interface Branching {
  /** What its type calls its steps. */
  readonly list: 'turns' | 'scenes' | 'steps'
  readonly steps: readonly Step[]
}

export interface Walk {
  readonly steps: readonly Step[]
  readonly taken: readonly Choice[]
}

/** A story of twenty steps has some dozens; more than this is a maze, and its paths are not all walked. */
const MOST_PATHS = 5000

/** @returns the branching part of a screen, if it has one */
export function branchingOf(screen: Screen): Branching | undefined {
  if (screen.type === 'chat') return { list: 'turns', steps: screen.turns }
  if (screen.type === 'story') return { list: 'scenes', steps: screen.scenes }
  if (screen.type === 'spread') return { list: 'steps', steps: screen.steps }
  return undefined
}

const nextOf = (step: Step) => 'next' in step ? step.next : undefined

/** @returns every path from the first step to an ending. One that goes round in a circle or to nowhere is left out */
export function pathsThrough(steps: readonly Step[]): Walk[] {
  const found: Walk[] = []
  const go = (id: string | undefined, walked: readonly Step[], taken: readonly Choice[]) => {
    const step = steps.find(candidate => candidate.id === id)
    if (!step || walked.includes(step) || found.length >= MOST_PATHS) return
    const now = [...walked, step]
    if (step.ending) found.push({ steps: now, taken })
    else if (step.choices) step.choices.forEach(choice => go(choice.next, now, [...taken, choice]))
    else go(nextOf(step), now, taken)
  }
  go(steps[0]?.id, [], [])
  return found
}

const isWise = ({ tone }: Choice, { choices = [] }: Step) =>
  tone === 'thoughtful' || !choices.some(choice => choice.tone === 'thoughtful')

/** Where no choice of a step is the wise one, as in what colour a trophy has, each of them is. */
export const isWiseWalk = ({ steps, taken }: Walk): boolean => {
  const asked = steps.filter(({ choices }) => choices !== undefined)
  return taken.every((choice, index) => isWise(choice, asked[index] as Step))
}

export const isRisky = ({ taken }: Walk): boolean => taken.some(({ tone }) => tone === 'risky')
