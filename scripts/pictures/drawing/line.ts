/**
 * The outline all pictures share, and the few shapes built from it. A picture is plain SVG text, so that its source can be read
 * as a drawing.
 */
import { ink } from './palette.ts'

/** Width of the outline, in scene pixels (a scene is 640 wide). */
export const LINE = 3.5

/** Draws `inside` with the shared outline: every shape in it that names no stroke of its own is outlined. */
export function outlined(inside: string, width = LINE): string {
  return `<g fill="none" stroke="${ink}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round">${inside}</g>`
}

/** Moves, turns, scales or mirrors a part of a picture. */
export function placed(inside: string, { x = 0, y = 0, scale = 1, turn = 0, mirror = false }: {
  x?: number
  y?: number
  scale?: number
  turn?: number
  mirror?: boolean
}): string {
  const steps = [`translate(${x} ${y})`]
  if (turn) steps.push(`rotate(${turn})`)
  if (scale !== 1 || mirror) steps.push(`scale(${mirror ? -scale : scale} ${scale})`)
  return `<g transform="${steps.join('')}">${inside}</g>`
}

/** A line in a colour of its own, without outline: a stripe, a shine, a mark on a pitch. */
export function stroke(d: string, colour: string, width = LINE): string {
  return `<path d="${d}" stroke="${colour}" stroke-width="${width}"/>`
}

/** A rectangle with rounded corners, outlined. */
export function box(x: number, y: number, width: number, height: number, colour: string, radius = 6): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${colour}"/>`
}

/** A circle, outlined. */
export function disc(x: number, y: number, radius: number, colour: string): string {
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${colour}"/>`
}
