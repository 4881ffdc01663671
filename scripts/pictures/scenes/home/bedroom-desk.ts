import { box, disc, flat, placed, stroke } from '../../drawing/line.ts'
import { coralMid, coralPale, grey, lilac, lilacMid, lilacPale, sun, sunPale, tealMid, tealPale, white, woodPale } from '../../drawing/palette.ts'
import { sam } from '../../people/sam.ts'
import { type Figure, person } from '../../people/parts/person.ts'
import { room, scene } from '../../drawing/scene.ts'
import { books, curtains, deskLamp, football, laptopBack, mug, sashWindow, table } from '../../things/things.ts'

const samSits: Figure = {
  x: 420, y: 216, mood: 'reading', looks: 'left', nod: 4,
  left: { elbow: [-76, 56], hand: [-58, 92], turn: 30 },
  right: { elbow: [72, 60], hand: [60, 94], turn: -30 },
}

/** Sam at the desk in the bedroom, looking at a laptop. */
export const bedroomDesk = scene(
  room(lilacPale, sunPale, 300),
  // the bed
  box(-14, 190, 26, 130, woodPale, 8),
  box(4, 232, 256, 66, white, 12),
  `<path d="M20 240q-4-28 24-28h40q22 0 20 28z" fill="${white}"/>`,
  `<path d="M104 236Q150 222 250 236q16 4 16 24v50H104Z" fill="${tealMid}"/>`,
  stroke('M124 252H250M124 276H252', tealPale, 8),
  // window, picture and shelf
  placed(
    sashWindow(110, 104, {
      outside: sunPale,
      inside: flat('M-55-34q24-14 52-2t58-6V0H-55Z', coralPale) + disc(22, -72, 14, sun) + curtains(110, 104, coralMid),
    }),
    { x: 150, y: 164 },
  ),
  `<g transform="rotate(-3 306 96)">${box(268, 56, 74, 86, white, 3)}${flat('M274 62H336V136H274Z', sunPale)}${placed(football, { x: 305, y: 100, scale: 1.25 })}</g>`,
  box(494, 112, 150, 11, woodPale, 3) + placed(books, { x: 508, y: 112 }) + disc(614, 95, 16, lilacMid),
  stroke('M600 96Q614 104 630 90', white, 4),
  // the chair
  box(350, 196, 140, 120, lilac, 26),
  person(sam, samSits, 'body'),
  table(298, 40),
  placed(laptopBack(grey), { x: 420, y: 322 }),
  placed(deskLamp, { x: 566, y: 322 }),
  placed(mug(coralMid), { x: 300, y: 326, scale: 0.86 }),
  `<g transform="rotate(-6 160 320)">${box(120, 308, 80, 16, sun, 3)}${box(128, 296, 70, 13, coralMid, 3)}</g>`,
  person(sam, samSits, 'arms'),
)
