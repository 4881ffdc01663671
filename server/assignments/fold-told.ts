/**
 * What a device has told, folded into what is kept. A lesson changes while classes are at it: an attempt at an earlier version is
 * gone on with by devices that still show that one, and begins again on the first that shows the new one.
 */
import { newAttempt, type Attempt } from '#shared/attempt/attempt'
import type { AttemptEvent } from '#shared/attempt/attempt-changes'
import { decodeAttempt } from '#shared/attempt/suspend-data'
import type { Outline } from '#shared/lesson/outline'
import { foldChange } from '#activities/fold-changes'
import type { Lesson } from '#activities/lesson'
import type { Row } from '../platform/database/schema.ts'

export interface Folded {
  /** To be kept; of an earlier version where nothing of the present one was told yet. */
  readonly attempt: Attempt
  /** The attempt at the present version before what was told of it. */
  readonly before: Attempt
  /** What was told of the present version. */
  readonly current: readonly AttemptEvent[]
  /** All that counts for the status and the total: what is kept, and what came late of other versions. */
  readonly counting: readonly Attempt[]
}

const versionOf = ({ version }: AttemptEvent, outline: Outline) => version ?? outline.lessonVersion

/** @returns whether an event is of another version of the lesson than the present one */
export const isOfOther = (event: AttemptEvent, outline: Outline) => versionOf(event, outline) !== outline.lessonVersion

/** @param kept the attempt as it is kept; its state is empty where it is new; @param events in the order in which they happened */
export function foldTold(
  lesson: Lesson,
  outline: Outline,
  kept: Pick<Row<'attempt'>, 'state' | 'lesson_version'>,
  events: readonly AttemptEvent[],
): Folded {
  /** What is still in the lesson of an attempt at another version is read and scored by the present one. */
  const at = (version: number): Outline => ({ ...outline, lessonVersion: version })
  const fold = (start: Attempt, told: readonly AttemptEvent[]) =>
    told.reduce((state, { change }) => foldChange(lesson, outline, state, change), start)
  const read = (version: number) => {
    const decoded = kept.lesson_version === version ? decodeAttempt(at(version), kept.state) : null
    return decoded?.kind === 'attempt' ? decoded.attempt : newAttempt(at(version))
  }
  const before = read(outline.lessonVersion)
  const current = events.filter(event => !isOfOther(event, outline))
  const now = fold(before, current)
  const others = [...Map.groupBy(events.filter(event => isOfOther(event, outline)), event => versionOf(event, outline))]
    .map(([version, told]) => fold(read(version), told))
  const isBegun = current.length > 0 || (kept.state !== '' && kept.lesson_version === outline.lessonVersion)
  const goneOn = others.find(({ lessonVersion }) => kept.state === '' || lessonVersion === kept.lesson_version)
  const attempt = isBegun ? now : goneOn ?? read(kept.lesson_version)
  return { attempt, before, current, counting: [attempt, ...others] }
}
