/** The activities of a package, script and style: those that its lessons use, put together from the pieces that the player's build made. */
import { strFromU8, strToU8 } from 'fflate'
import type { Lesson } from '#activities/lesson'
import { artFor } from '#shared/scenes/art'
import type { Drawn } from '#shared/scenes/scene'
import type { ActivityPieces, Piece } from '../../../player/activity-pieces.ts'

/** Where they are among the assets. */
export const PIECES = 'player/activities.json'

/** @returns what is shown of activities in these lessons, as their registry names it (activities/components.ts) */
function typesIn(lessons: readonly Lesson[]): ReadonlySet<string> {
  const screens = lessons.flatMap(lesson => lesson.screens)
  return new Set([...screens.map(({ type }) => type), ...screens.some(({ startsSitting }) => startsSitting) ? ['break'] : []])
}

/**
 * @param pictures all that the lessons draw, whose style comes with that of the activities
 * @returns the files by their paths in the package; the same for the same types, whatever their order
 */
export function activityFiles(pieces: Uint8Array, lessons: readonly Lesson[], pictures: readonly Drawn[]): Map<string, Uint8Array> {
  const { scripts, styles } = JSON.parse(strFromU8(pieces)) as ActivityPieces
  const used = typesIn(lessons)
  const together = (all: readonly Piece[]) =>
    all.filter(({ types }) => types === null || types.some(type => used.has(type))).map(({ text }) => text).join('')
  return new Map([
    ['activities.js', strToU8(together(scripts))],
    // All of the art's rules, the opening's too: these stand in one order, and some overrule others.
    ['activities.css', strToU8(together(styles) + artFor(pictures).style)],
  ])
}
