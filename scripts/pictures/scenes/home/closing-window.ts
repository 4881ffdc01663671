import { box, disc, flat, placed, stroke } from '../../drawing/line.ts'
import { coralMid, coralPale, grass, greyPale, ink, leaf, sun, sunPale, tealMid, white, woodPale } from '../../drawing/palette.ts'
import { leo } from '../../people/leo.ts'
import { type Figure, person } from '../../people/parts/person.ts'
import { room, scene } from '../../drawing/scene.ts'
import { books, curtains, mug, plant, sashWindow, table, tree } from '../../things/things.ts'

const leoSits: Figure = {
  x: 246, y: 226, mood: 'calm',
  left: { elbow: [-60, 62], hand: [-10, 86], turn: 70 },
  right: { elbow: [78, 14], hand: [118, 18], turn: 60 },
}

const garden = `${flat('M-90-44Q-40-74 10-52T90-60V0H-90Z', grass)}${disc(52, -124, 17, sun)}${placed(tree(leaf), { x: -46, y: -36, scale: 0.6 })}`

/** Leo closes the laptop; outside it is a fine day. */
export const closingWindow = scene(
  room(sunPale, coralPale, 340),
  placed(sashWindow(180, 160, { inside: garden + curtains(180, 160, coralMid) }), { x: 452, y: 206 }),
  box(30, 104, 128, 11, woodPale, 3) + placed(books, { x: 44, y: 104 }) + placed(plant(tealMid), { x: 138, y: 104, scale: 0.55 }),
  box(178, 206, 136, 120, tealMid, 26),
  person(leo, leoSits, 'body'),
  table(298, 44),
  // the laptop, from the side, half closed
  `<path d="M338 326H492q8 0 8 6v3q0 5-8 5H344q-8 0-8-6Z" fill="${greyPale}"/>`,
  `<path d="M484 327 358 250q-8-4-4-11 4-6 11-2L492 316Z" fill="${tealMid}"/>`,
  stroke('M374 267 470 325', sunPale, 5) + stroke('M356 332H420', ink, 2.5),
  stroke('M396 232q20 8 28 26M420 226q20 9 28 28', coralMid, 4),
  placed(mug(white), { x: 560, y: 330 }),
  `<g transform="rotate(-4 120 330)">${box(70, 316, 100, 15, coralMid, 3)}${box(80, 303, 84, 14, sun, 3)}</g>`,
  person(leo, leoSits, 'arms'),
)
