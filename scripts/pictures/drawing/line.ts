/**
 * The outline all pictures share, and the few shapes built from it. A picture is plain SVG text, so that its source can be read
 * as a drawing.
 */
import { ink } from './palette.ts'

/** Width of the outline, in scene pixels (a scene is 640 wide). */
export const LINE = 3.5

export type Point = readonly [x: number, y: number]

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

/** An outlined tube: an arm, a leg, a pole. The ends are round. */
export function tube(d: string, width: number, colour: string): string {
  return `<path d="${d}" stroke-width="${width + 2 * LINE}"/><path d="${d}" stroke="${colour}" stroke-width="${width}"/>`
}

/** A line in a colour of its own, without outline: a stripe, a shine, a mark on a pitch. */
export function stroke(d: string, colour: string, width = LINE): string {
  return `<path d="${d}" stroke="${colour}" stroke-width="${width}"/>`
}

/** A flat patch of colour without outline: a wall, a floor, a shadow. */
export function flat(d: string, colour: string): string {
  return `<path d="${d}" fill="${colour}" stroke="none"/>`
}

/** A rectangle with rounded corners, outlined. */
export function box(x: number, y: number, width: number, height: number, colour: string, radius = 6): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${colour}"/>`
}

/** A circle, outlined. */
export function disc(x: number, y: number, radius: number, colour: string): string {
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${colour}"/>`
}

/** A soft patch on the ground under something that stands there, so that nothing floats. */
export function shadow(x: number, y: number, halfWidth: number, colour: string): string {
  return `<ellipse cx="${x}" cy="${y}" rx="${halfWidth}" ry="${Math.min(9, halfWidth / 5)}" fill="${colour}" stroke="none"/>`
}
