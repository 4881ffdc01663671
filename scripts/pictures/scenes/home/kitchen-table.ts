import { box, disc, placed, stroke } from '../../drawing/line.ts'
import { coralMid, grass, leaf, sun, sunPale, tealMid, tealPale, white, woodPale } from '../../drawing/palette.ts'
import { dad } from '../../people/dad.ts'
import { sam } from '../../people/sam.ts'
import { type Figure, person } from '../../people/parts/person.ts'
import { room, scene } from '../../drawing/scene.ts'
import { books, mug, phone, plant, sashWindow, table } from '../../things/things.ts'

const samSits: Figure = {
  x: 182, y: 220, mood: 'wondering',
  left: { elbow: [-66, 66], hand: [-20, 90], turn: 80 },
  right: { elbow: [56, 60], hand: [80, 88], turn: 40 },
}
const dadSits: Figure = {
  x: 462, y: 186, mood: 'calm', looks: 'left',
  left: { elbow: [-88, 92], hand: [-14, 124], turn: 80 },
  right: { elbow: [82, 84], hand: [58, 116], turn: -30 },
}
const hills = `<path d="M-66-26Q-30-62 8-34T66-40V0H-66Z" fill="${grass}"/>`

/** Sam and Dad talk at the kitchen table; a phone lies between them. */
export const kitchenTable = scene(
  room(tealPale, sunPale, 320),
  stroke('M0 250H640', white, 5),
  placed(sashWindow(132, 128, { inside: hills }), { x: 320, y: 176 }),
  placed(plant(coralMid), { x: 284, y: 176, scale: 0.5 }),
  // the shelf and the lamp
  box(-10, 72, 130, 11, woodPale, 3) + placed(books, { x: 16, y: 72, scale: 0.9 }),
  box(560, 108, 90, 11, woodPale, 3)
  + box(572, 66, 30, 42, leaf, 6)
  + box(576, 58, 22, 9, white, 2)
  + box(608, 74, 28, 34, coralMid, 6)
  + box(612, 66, 20, 9, white, 2),
  person(sam, samSits, 'body'),
  person(dad, dadSits, 'body'),
  table(286, 58),
  // on the table
  placed(phone(34, 62, sun), { x: 302, y: 318, turn: 68 }),
  placed(mug(coralMid), { x: 386, y: 322 }),
  placed(mug(white), { x: 92, y: 326, scale: 0.9 }),
  disc(540, 292, 15, leaf)
  + disc(566, 292, 15, coralMid)
  + disc(553, 280, 15, sun)
  + `<path d="M512 294H594Q590 330 553 330T512 294Z" fill="${tealMid}"/>`,
  person(sam, samSits, 'arms'),
  person(dad, dadSits, 'arms'),
)
