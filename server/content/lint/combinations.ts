/**
 * Walks a lesson through every combination of what pupils can have chosen: what can be remembered on each screen, and in each place
 * on it.
 */
import type { Step } from '#activities/branching'
import type { Lesson, Screen } from '#activities/lesson'
import { withSupport } from '#activities/support'
import type { Remembered, Remembering } from '#shared/lesson/remembered'
import { branchings } from './branchings.ts'
import type { Path } from './rule.ts'

/** Choices of which one is taken, or none. */
interface Group {
  /** The list on the screen that it stands in. */
  readonly list: string
  readonly index: number
  readonly choices: readonly Remembering[]
}

const fingerprint = (remembered: Remembered) => JSON.stringify(Object.entries(remembered).sort())

/** A lesson with more is none that an author can hold in mind. */
export const MOST_COMBINATIONS = 200

function unique(all: readonly Remembered[]): Remembered[] {
  return [...new Map(all.map(one => [fingerprint(one), one])).values()].slice(0, MOST_COMBINATIONS + 1)
}

const together = (before: readonly Remembered[], then: readonly Remembered[]) =>
  unique(before.flatMap(one => then.map(other => ({ ...one, ...other }))))

/** @returns the choices that a screen offers beside each other, or one after the other; of a story there are none */
function groupsOn(screen: Screen): Group[] {
  switch (screen.type) {
    case 'choice': return [{ list: 'options', index: 0, choices: screen.options }]
    case 'choices': return screen.options.map((option, index) => ({ list: 'options', index, choices: [option] }))
    case 'practice': return screen.acts.map((act, index) => ({ list: 'acts', index, choices: [act] }))
    case 'reply': return screen.rounds.map(({ options }, index) => ({ list: 'rounds', index, choices: options }))
    case 'recap': return screen.asks.map(({ options }, index) => ({ list: 'asks', index, choices: options }))
    default: return []
  }
}

const taken = (groups: readonly Group[]) => groups.reduce<Remembered[]>(
  (before, { choices }) => together(before, [{}, ...choices.map(({ remember }) => remember ?? {})]),
  [{}],
)

/** @returns by step, what the screen's own choices can have set when it comes */
function onArrival(steps: readonly Step[]): Map<string, Remembered[]> {
  const arrivals = new Map<string, Remembered[]>()
  const visit = (id: string | undefined, remembered: Remembered) => {
    const step = steps.find(candidate => candidate.id === id)
    const known = arrivals.get(step?.id ?? '') ?? []
    if (!step || known.some(one => fingerprint(one) === fingerprint(remembered))) return
    arrivals.set(step.id, [...known, remembered])
    if (step.next !== undefined) visit(step.next, remembered)
    step.choices?.forEach(({ next, remember }) => visit(next, { ...remembered, ...remember }))
  }
  visit(steps[0]?.id, {})
  return arrivals
}

/** @returns what somebody can have set who leaves the screen, done or not; nothing is one of them */
const onLeaving = (screen: Screen): Remembered[] =>
  together(taken(groupsOn(screen)), unique([{}, ...branchings(screen).flatMap(({ steps }) => [...onArrival(steps).values()].flat())]))

/**
 * Whoever resumes has nothing in memory, so that is possible everywhere.
 * @returns what can be remembered when each screen comes; the last entry is for the end of the lesson
 */
function alongThe(screens: readonly Screen[]): Remembered[][] {
  let now: Remembered[] = [{}]
  return [...screens.map((screen) => {
    const before = now
    now = unique([{}, ...together(before, onLeaving(screen))])
    return before
  }), now]
}

/** @returns as for `alongThe`, in the full version and in that with less at once */
export function combinations({ screens }: Lesson): Remembered[][] {
  const smaller = alongThe(screens.map(withSupport))
  return alongThe(screens).map((before, index) => unique([...before, ...smaller[index] ?? []]))
}

/** @returns everything that can be remembered anywhere in the lesson; nothing comes first */
export const allCombinations = (lesson: Lesson): Remembered[] => unique(combinations(lesson).flat())

/**
 * @param path of a place, from the screen on
 * @returns what the screen's own choices can have set before that place
 */
export function setBefore(screen: Screen, path: Path): Remembered[] {
  const [list, index] = path
  const branching = branchings(screen).find(({ name }) => name === list)
  if (branching) return onArrival(branching.steps).get(branching.steps[Number(index)]?.id ?? '') ?? []
  return isInTurn(list) ? taken(groupsOn(screen).filter(group => group.list === list && group.index < Number(index))) : [{}]
}

/** Choices that are made one after the other. */
const isInTurn = (list: PropertyKey | undefined) => list === 'rounds' || list === 'asks'

/** @returns the marks that are set at that place or after it, on the same screen */
export function setFromHereOn(screen: Screen, path: Path): Set<string> {
  const [list, index] = path
  const branching = branchings(screen).find(({ name }) => name === list)
  const here = branching?.steps[Number(index)]
  const later = branching && here
    ? stepsFrom(here, branching.steps).flatMap(({ choices = [] }) => choices)
    : [...groupsOn(screen), ...branchings(screen).flatMap(({ steps }) => steps.map(({ choices = [] }) => ({ list: '', index: 0, choices })))]
        .filter(group => !isInTurn(list) || group.list !== list || group.index >= Number(index))
        .flatMap(({ choices }) => choices)
  return new Set(later.flatMap(({ remember = {} }) => Object.keys(remember)))
}

/** @returns the step and all that can come after it */
function stepsFrom(first: Step, steps: readonly Step[]): Step[] {
  const found = [first]
  for (const step of found) {
    const nexts = [step.next, ...(step.choices ?? []).map(({ next }) => next)]
    found.push(...steps.filter(candidate => nexts.includes(candidate.id) && !found.includes(candidate)))
  }
  return found
}
