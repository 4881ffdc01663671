/** The paper every scene is drawn on: 640 by 400, filled to the edge. */
import { flat, outlined } from './line.ts'

/** Puts the parts of a scene together, first the furthest away. */
export function scene(...parts: string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 400">${outlined(parts.join(''))}</svg>`
}

/** A wall and a floor. */
export function room(wall: string, floor: string, y: number): string {
  return `${flat('M0 0H640V400H0Z', wall)}${flat(`M0 ${y}H640V400H0Z`, floor)}<path d="M-10 ${y}H650"/>`
}
