import { emoji } from '../../drawing/emoji.ts'
import { box, disc, flat, placed, shadow, stroke } from '../../drawing/line.ts'
import { coral, coralMid, grey, ink, lilacMid, lilacPale, sky, sunPale, tealMid, tealPale, white, wood, woodPale } from '../../drawing/palette.ts'
import { room, scene } from '../../drawing/scene.ts'
import { deskLamp, phone, table } from '../../things/things.ts'
import { cabbage, cardboardHouse, leek } from '../../things/vegetables.ts'

/** A phone on its side on a stack of books, its lens towards the street. */
const camera = [
  box(-60, -22, 116, 22, coralMid, 3) + stroke('M-48-11H20', sunPale, 4),
  box(-48, -42, 100, 20, tealMid, 3) + stroke('M-36-32H10', white, 4),
  box(-56, -62, 104, 20, lilacMid, 3) + stroke('M-44-52H16', lilacPale, 4),
  `<g transform="translate(-2 -92)rotate(90)">${phone(58, 108, grey)}</g>`,
  disc(36, -106, 8, white) + disc(36, -106, 3.5, ink),
].join('')

/** A film set on a kitchen table: a street of cardboard, and a leek who waits for his cue. */
export const cabbageStreet = scene(
  room(lilacPale, tealPale, 380),
  // the painted sky behind the street
  box(176, 46, 352, 236, sky, 4),
  `<path d="M226 118q2-22 24-20 10-20 32-8 22-4 22 18 0 12-14 12H240q-14 0-14-2ZM400 96q2-16 18-14 8-16 26-6 18-2 18 14 0 10-12 10H410q-10 0-10-4Z" fill="${white}" stroke-width="2.5"/>`,
  `<g transform="rotate(-6 182 58)">${flat('M160 50h46v15h-46z', white)}</g><g transform="rotate(7 522 58)">${flat('M500 50h46v15h-46z', white)}</g>`,
  table(268, 92),
  placed(cardboardHouse(coralMid, lilacMid, woodPale), { x: 262, y: 290 }),
  placed(cardboardHouse(tealMid, coral, wood), { x: 430, y: 290 }),
  shadow(348, 338, 38, '#d8a468') + placed(leek, { x: 346, y: 338 }),
  shadow(454, 340, 60, '#d8a468') + placed(cabbage, { x: 454, y: 340, scale: 0.9 }),
  emoji('carrot', { x: 232, y: 268, size: 72 }),
  placed(camera, { x: 106, y: 346 }),
  placed(deskLamp, { x: 580, y: 340, scale: 1.35 }),
)
