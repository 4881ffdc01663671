/** The other wordings of a lesson, each in its place, and the lesson as it reads in one of them. */
import type { Lesson } from '#activities/lesson'
import { inWordingFor, isRemembered, type OtherWording, type Remembered } from '#shared/lesson/remembered'
import type { Path } from './rule.ts'

interface Node { readonly [name: string]: unknown, readonly when?: readonly OtherWording[] }

export interface PlacedWordings {
  /** Of what has them. */
  readonly path: Path
  /** What has them; its own fields are the neutral wording. */
  readonly neutral: Readonly<Record<string, unknown>>
  readonly when: readonly OtherWording[]
}

/** @returns every list of other wordings below */
export function otherWordingsIn(node: unknown, path: Path = []): PlacedWordings[] {
  if (typeof node !== 'object' || node === null) return []
  const { when, ...neutral } = node as Node
  const below = Object.entries(node).flatMap(([name, member]) =>
    otherWordingsIn(member, [...path, Array.isArray(node) ? Number(name) : name]))
  return when ? [{ path, neutral, when }, ...below] : below
}

/** @returns the lesson as somebody meets it who has chosen this: without any other wording */
export const lessonIn = (lesson: Lesson, remembered: Remembered): Lesson => withoutOthers(inWordingFor(lesson, remembered))

function withoutOthers<T>(node: T): T
function withoutOthers(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutOthers)
  if (typeof node !== 'object' || node === null) return node
  const { when: _, ...neutral } = node as Node
  return Object.fromEntries(Object.entries(neutral).map(([name, member]) => [name, withoutOthers(member)]))
}

/** @returns where in the author's file that stands which stands there in this wording */
export function placeInFile(lesson: Lesson, remembered: Remembered, path: Path): Path {
  let node: unknown = lesson
  return path.flatMap((step): Path => {
    if (typeof node !== 'object' || node === null) return [step]
    const { when = [] } = node as Node
    const at = when.findIndex(other => isRemembered(other.remembered, remembered))
    const other = when[at]
    const isOther = typeof step === 'string' && other !== undefined && step in other
    node = (isOther ? other : node as Node)[String(step)]
    return isOther ? ['when', at, step] : [step]
  })
}
