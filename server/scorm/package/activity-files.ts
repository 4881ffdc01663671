/** The activities of a package, script and style: those that its lessons use, put together from the pieces that the player's build made. */
import { strFromU8, strToU8 } from 'fflate'
import { z } from 'zod'
import type { Lesson } from '#activities/lesson'
import { artFor } from '#shared/scenes/art'
import type { Drawn } from '#shared/scenes/scene'
import { bands } from '#shared/lesson/bands'
import type { ActivityPieces, Piece } from '../../../player/activity-pieces.ts'
import { LATER } from './opening-data.ts'

/** Where they are among the assets. */
export const PIECES = 'player/activities.json'

/** @returns what is shown of activities in these lessons, as their registry names it (activities/components.ts) */
function typesIn(lessons: readonly Lesson[]): ReadonlySet<string> {
  const screens = lessons.flatMap(lesson => lesson.screens)
  return new Set([...screens.map(({ type }) => type), ...screens.some(({ startsSitting }) => startsSitting) ? ['break'] : []])
}

type Words = Readonly<Record<string, string>>

const types = z.array(z.string()).nullable()
const piece = z.object({ types, text: z.string() })
const allPieces: z.ZodType<ActivityPieces> = z.object({
  scripts: z.array(piece), styles: z.array(piece), words: z.record(z.string(), types),
})

const pieced = (pieces: Uint8Array) => allPieces.parse(JSON.parse(strFromU8(pieces)))

/** @returns the player's words without those that only other activities say, or only another band reads (shared/lesson/band-words.ts) */
export function wordsIn(pieces: Uint8Array, lesson: Lesson, messages: Words): Words {
  const { words } = pieced(pieces)
  const used = typesIn([lesson])
  const isSaid = ([area = '']: string[]) => !LATER.has(area) || (words[area]?.some(type => used.has(type)) ?? true)
  const isRead = (key: string) => bands.every(band => band === lesson.band || !key.endsWith(`.${band}`))
  return Object.fromEntries(Object.entries(messages).filter(([key]) => isSaid(key.split('.')) && isRead(key)))
}

/**
 * @param pictures all that the lessons draw, whose style comes with that of the activities
 * @returns the files by their paths in the package; the same for the same types, whatever their order
 */
export function activityFiles(pieces: Uint8Array, lessons: readonly Lesson[], pictures: readonly Drawn[]): Map<string, Uint8Array> {
  const { scripts, styles } = pieced(pieces)
  const used = typesIn(lessons)
  const together = (all: readonly Piece[]) =>
    all.filter(({ types }) => types === null || types.some(type => used.has(type))).map(({ text }) => text).join('')
  return new Map([
    ['activities.js', strToU8(together(scripts))],
    // All of the art's rules, the opening's too: these stand in one order, and some overrule others.
    ['activities.css', strToU8(together(styles) + artFor(pictures).style)],
  ])
}
