/**
 * The faces, one a mood, in the manner of Open Peeps but of plain strokes: smaller, and children and adults can be told apart.
 * Drawn in the units of an Open Peeps face (the head looks to the right; eyes at x 92 and 208).
 */
import { ink, white } from '../../drawing/palette.ts'

export type Mood = 'smile' | 'calm' | 'worried' | 'tired' | 'happy' | 'reading' | 'wondering'

const NOSE = 'M166 146c16 7 28 20 20 31-7 8-19 3-30-6'

const eyes = {
  open: '<ellipse cx="92" cy="116" rx="10" ry="15" fill="INK" stroke="none"/><ellipse cx="208" cy="114" rx="10" ry="15" fill="INK" stroke="none"/>',
  shut: '<path d="M70 124c8-24 34-24 42 0M188 122c7-23 29-23 36 0"/>',
  down: '<path d="M70 112c8 17 34 17 42 0M188 110c7 17 29 17 36 0"/>',
  heavy:
    '<path d="M74 119 112 113c2 16-6 25-17 26-11 1-20-7-21-20zM190 112 222 118c0 12-7 20-17 20-9-1-15-11-15-26z" fill="INK" stroke="none"/><path d="M67 120C82 108 100 106 115 112M187 111C200 105 214 108 226 118"/><path d="M80 156c10 5 20 5 28-1M196 154c8 4 16 4 24-1" stroke-width="7"/>',
  up: '<ellipse cx="97" cy="110" rx="10" ry="15" fill="INK" stroke="none"/><ellipse cx="213" cy="108" rx="10" ry="15" fill="INK" stroke="none"/>',
}

const brows = {
  easy: 'M56 84c14-18 36-24 58-18M194 62c16-2 30 5 40 16',
  level: 'M56 80c16-10 36-13 56-10M194 68c14-2 28 1 38 8',
  high: 'M54 76c14-20 36-26 60-18M194 54c16-3 32 4 42 17',
  troubled: 'M56 92c22-4 40-16 52-34M198 56c8 16 20 26 38 30',
  low: 'M54 92c14-14 34-22 56-24M196 66c16 0 30 6 42 18',
  one: 'M56 84c16-10 36-13 56-10M190 52c16-9 34-5 46 10',
}

const mouths = {
  smile: '<path d="M116 220c8 18 24 26 40 25 16 0 30-8 38-26"/>',
  gentle: '<path d="M126 228c14 12 38 13 56 1"/>',
  open: '<path d="M106 212c32 7 64 6 94-2 0 36-18 56-46 56-27 0-47-22-48-54z" fill="INK"/><path d="M115 217c26 5 52 4 78-3-1 9-4 13-6 15-22 6-44 6-66 2-4-5-5-9-6-14z" fill="WHITE" stroke="none"/>',
  frown: '<path d="M124 244c8-20 42-26 62-6"/>',
  flat: '<path d="M128 240c14-9 36-9 50 1"/>',
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
    : `<g fill="${blush}" stroke="none"><circle cx="66" cy="182" r="25"/><circle cx="212" cy="174" r="14"/></g>`
  const features = `${cheeks}${eyes[eye]}<path d="${brows[brow]}${NOSE}"/>${mouths[mouth]}`
    .replaceAll('INK', ink)
    .replaceAll('WHITE', white)
  const at = child ? 'translate(309 250)scale(1.04)' : 'translate(315 248)'
  return `<g transform="${at}" fill="none" stroke="${ink}" stroke-width="12" stroke-linecap="round" stroke-linejoin="round">${features}</g>`
}
