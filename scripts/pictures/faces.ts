/**
 * The faces, one a mood, in the manner of Open Peeps but of plain strokes: smaller, and children and adults can be told apart.
 * Drawn in the units of an Open Peeps face (the head looks to the right; eyes at x 92 and 208).
 */
import { ink, white } from './palette.ts'

/** The moods every recurring character has. */
export const moods = ['smile', 'calm', 'worried', 'tired', 'happy'] as const
/** Moods that scenes use besides: looking down at something, wondering. */
export type Mood = typeof moods[number] | 'reading' | 'wondering'

const NOSE = 'M166 146c16 7 28 20 20 31-7 8-19 3-30-6'

const eyes = {
  open: '<ellipse cx="92" cy="116" rx="10" ry="15" fill="INK" stroke="none"/><ellipse cx="208" cy="114" rx="10" ry="15" fill="INK" stroke="none"/>',
  shut: '<path d="M70 124c8-24 34-24 42 0M188 122c7-23 29-23 36 0"/>',
  down: '<path d="M70 112c8 17 34 17 42 0M188 110c7 17 29 17 36 0"/>',
  heavy: '<path d="M70 110h44l-6 12c-7 9-23 9-30 0zM186 108h40l-5 12c-7 9-23 9-29 0z" fill="INK"/><path d="M76 146c10 6 22 6 32 0M194 144c9 5 19 5 28 0" stroke-width="7"/>',
  up: '<ellipse cx="97" cy="110" rx="10" ry="15" fill="INK" stroke="none"/><ellipse cx="213" cy="108" rx="10" ry="15" fill="INK" stroke="none"/>',
}

const brows = {
  easy: 'M56 84c14-18 36-24 58-18M194 62c16-2 30 5 40 16',
  level: 'M56 80c16-10 36-13 56-10M194 68c14-2 28 1 38 8',
  high: 'M54 76c14-20 36-26 60-18M194 54c16-3 32 4 42 17',
  troubled: 'M56 92c22-4 40-16 52-34M198 56c8 16 20 26 38 30',
  low: 'M54 92c18-9 38-12 60-8M192 82c16-4 32-1 44 7',
  one: 'M56 84c16-10 36-13 56-10M190 52c16-9 34-5 46 10',
}

const mouths = {
  smile: '<path d="M116 220c8 18 24 26 40 25 16 0 30-8 38-26"/>',
  gentle: '<path d="M126 228c14 12 38 13 56 1"/>',
  open: '<path d="M106 212c32 7 64 6 94-2 0 36-18 56-46 56-27 0-47-22-48-54z" fill="INK"/><path d="M115 217c26 5 52 4 78-3-1 9-4 13-6 15-22 6-44 6-66 2-4-5-5-9-6-14z" fill="WHITE" stroke="none"/>',
  frown: '<path d="M124 244c8-20 42-26 62-6"/>',
  flat: '<path d="M126 236c16-5 36-5 54 3"/>',
  aside: '<path d="M138 234c14 4 30 2 44-10"/>',
}

const faces: Record<Mood, [keyof typeof eyes, keyof typeof brows, keyof typeof mouths]> = {
  smile: ['open', 'easy', 'smile'],
  calm: ['open', 'level', 'gentle'],
  worried: ['open', 'troubled', 'frown'],
  tired: ['heavy', 'low', 'flat'],
  happy: ['shut', 'high', 'open'],
  reading: ['down', 'level', 'gentle'],
  wondering: ['up', 'one', 'aside'],
}

/** Draws the face of a mood; `child` sits lower on the head with rounder eyes, which is what makes a drawn child look like one. */
export function face(mood: Mood, { child, blush }: { child: boolean, blush?: string }): string {
  const [eye, brow, mouth] = faces[mood]
  const cheeks = blush === undefined
    ? ''
    : `<g fill="${blush}" stroke="none"><circle cx="66" cy="182" r="25"/><circle cx="228" cy="176" r="18"/></g>`
  const features = `${cheeks}${eyes[eye]}<path d="${brows[brow]}${NOSE}"/>${mouths[mouth]}`
    .replaceAll('INK', ink)
    .replaceAll('WHITE', white)
  const at = child ? 'translate(309 250)scale(1.04)' : 'translate(315 248)'
  return `<g transform="${at}" fill="none" stroke="${ink}" stroke-width="12" stroke-linecap="round" stroke-linejoin="round">${features}</g>`
}
