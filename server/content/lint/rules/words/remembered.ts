/**
 * What is remembered can be chosen before it is needed, is needed, and is never needed: there is a neutral wording beside each other
 * one.
 */
import type { Lesson, Screen } from '#activities/lesson'
import { withSupport } from '#activities/support'
import { isRemembered, type OtherWording, type Remembered, type Remembering } from '#shared/lesson/remembered'
import { combinations, MOST_COMBINATIONS, setBefore, setFromHereOn } from '../../combinations.ts'
import type { Finding, Path, Rule } from '../../rule.ts'
import { otherWordingsIn, type PlacedWordings } from '../../wording.ts'

interface OnScreen extends PlacedWordings {
  readonly at: number
  /** In the version in which they stand. */
  readonly screen: Screen
  /** From the screen on. */
  readonly within: Path
}

function wordingsOn(screen: Screen, at: number): OnScreen[] {
  const { support, ...full } = screen
  const placed = (version: Screen, of: unknown, field: Path) => otherWordingsIn(of)
    .map(found => ({ ...found, at, screen: version, within: found.path, path: ['screens', at, ...field, ...found.path] }))
  return [...placed(screen, full, []), ...(support ? placed(withSupport(screen), support, ['support']) : [])]
}

const wordingsOf = ({ screens }: Lesson) => screens.flatMap(wordingsOn)

function marksIn(node: unknown, path: Path): { path: Path, remember: Remembered }[] {
  if (typeof node !== 'object' || node === null) return []
  const { remember } = node as Remembering
  const below = Object.entries(node).flatMap(([name, member]) => marksIn(member, [...path, Array.isArray(node) ? Number(name) : name]))
  return remember ? [{ path, remember }, ...below] : below
}

/** @returns what is wrong with one wording, in words; undefined where somebody can meet it */
function unmet(other: OtherWording, earlier: readonly OtherWording[], possible: readonly Remembered[]): string | undefined {
  for (const [mark, value] of Object.entries(other.remembered)) {
    const values = [...new Set(possible.flatMap(({ [mark]: set }) => set ?? []))]
    if (values.length === 0) return `no choice before this sets "${mark}"`
    if (!values.includes(value)) return `"${mark}" can be ${values.join(', ')} here, not "${value}"`
  }
  const fitting = possible.filter(one => isRemembered(other.remembered, one))
  if (fitting.length === 0) return 'no way through the lesson sets all of these marks'
  return fitting.every(one => earlier.some(({ remembered }) => isRemembered(remembered, one)))
    ? 'nobody meets this wording: those above it in the list come first'
    : undefined
}

export const marksSet: Rule = {
  name: 'marks-set',
  check: (lesson) => {
    const before = combinations(lesson)
    const many = before.findIndex(states => states.length > MOST_COMBINATIONS)
    if (many >= 0) {
      const message = `up to here more than ${MOST_COMBINATIONS} combinations of marks are possible: remember less`
      return [{ path: ['screens', Math.max(0, many - 1)], message }]
    }
    return wordingsOf(lesson).flatMap(({ at, screen, within, path, when }) => {
      const possible = (before[at] ?? []).flatMap(one => setBefore(screen, within).map(own => ({ ...one, ...own })))
      const later = setFromHereOn(screen, within)
      return when.flatMap((other, index): Finding[] => {
        const marks = Object.keys(other.remembered)
        const late = marks.find(mark => later.has(mark))
        const message = late === undefined
          ? unmet(other, when.slice(0, index), possible)
          : `"${late}" is set here or later on this screen, so what has been read would change`
        return message === undefined ? [] : [{ path: [...path, 'when', index, 'remembered'], message }]
      })
    })
  },
}

export const marksUsed: Rule = {
  name: 'marks-used',
  check: (lesson) => {
    const used = new Set(wordingsOf(lesson).flatMap(({ when }) => when.flatMap(({ remembered }) => Object.keys(remembered))))
    const set = marksIn(lesson.screens, ['screens']).flatMap(({ path, remember }) =>
      Object.keys(remember).map(mark => ({ mark, path: [...path, 'remember', mark] })))
    return set
      .filter(({ mark }, index) => !used.has(mark) && set.findIndex(other => other.mark === mark) === index)
      .map(({ mark, path }) => ({ path, message: `"${mark}" is remembered and nothing is said otherwise for it` }))
  },
}

export const neutralWording: Rule = {
  name: 'neutral-wording',
  check: lesson => wordingsOf(lesson).flatMap(({ path, neutral, when }) => when.flatMap((other, index) => Object.keys(other)
    .filter(field => field !== 'remembered' && !(field in neutral))
    .map(field => ({
      path: [...path, 'when', index, field],
      message: `there is no neutral "${field}" beside "when", for whoever skipped, resumed or comes back`,
    })))),
}

/** After a break nothing is in memory: the second sitting begins by asking again. */
export const recapAsks: Rule = {
  name: 'recap-asks',
  check: (lesson) => {
    const start = lesson.screens.findIndex(({ startsSitting }) => startsSitting)
    const set = combinations(lesson)[start] ?? []
    const recaps = lesson.screens.flatMap((screen, at) => screen.type !== 'recap'
      ? []
      : marksIn(screen.asks, ['screens', at, 'asks']).map(found => ({ ...found, at })))
    const isAsked = (mark: string, value: string) => recaps.some(({ at, remember }) => at === start && remember[mark] === value)
    const needed = wordingsOf(lesson).filter(({ at }) => start >= 0 && at >= start)
      .flatMap(({ when }) => when.flatMap(({ remembered }) => Object.entries(remembered)))
    const missing = [...new Map(needed.map(pair => [pair.join('\n'), pair])).values()]
      .filter(([mark, value]) => set.some(one => one[mark] === value) && !isAsked(mark, value))
    return [
      ...missing.map(([mark, value]) => ({
        path: ['screens', start, 'startsSitting'],
        message: `the second sitting uses "${mark}: ${value}", so it begins with a recap that asks for it`,
      })),
      ...recaps.flatMap(({ path, remember, at }) => Object.entries(remember)
        .filter(([mark, value]) => !(combinations(lesson)[at] ?? []).some(one => one[mark] === value))
        .map(([mark]) => ({ path: [...path, 'remember', mark], message: `no choice before this recap sets "${mark}" so` }))),
    ]
  },
}
