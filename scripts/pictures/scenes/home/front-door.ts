import { box, disc, flat, placed, shadow, stroke } from '../../drawing/line.ts'
import { coral, coralMid, coralPale, grass, grey, greyPale, ink, lilacMid, sun, sunPale, teal, tealMid, white } from '../../drawing/palette.ts'
import { sam } from '../../people/sam.ts'
import { person } from '../../people/parts/person.ts'
import { scene } from '../../drawing/scene.ts'
import { bush, curtains, dog, plant, sashWindow } from '../../things/things.ts'

/** Sam and the dog on the step of a front door with a peephole, a bell and a letterbox. */
export const frontDoor = scene(
  flat('M0 0H640V400H0Z', sunPale),
  stroke('M30 40H62M76 62H108M196 34H226M560 40H592M600 62H632M470 44H500M20 292H52M150 280H178M560 290H592', coralPale, 7),
  flat('M0 332H640V400H0Z', grass),
  '<path d="M-10 332H650"/>',
  placed(sashWindow(120, 130, { inside: curtains(120, 130, lilacMid) }), { x: 105, y: 236 }),
  placed(plant(coralMid), { x: 74, y: 236, scale: 0.62 }),
  placed(sashWindow(96, 130, { inside: curtains(96, 130, lilacMid) }), { x: 560, y: 236 }),
  // the door and its frame
  `<path d="M252 320V104Q252 18 340 18T428 104V312Z" fill="${white}"/>`,
  `<path d="M268 106Q270 34 340 34T412 106Z" fill="${sun}"/><path d="M340 106V36M340 106 288 58M340 106 392 58"/>`,
  `<path d="M268 106H412V306H268Z" fill="${teal}"/>`,
  box(284, 168, 50, 34, tealMid, 3) + box(346, 168, 50, 34, tealMid, 3),
  box(284, 246, 50, 52, tealMid, 3) + box(346, 246, 50, 52, tealMid, 3),
  disc(340, 137, 14, sun) + disc(340, 137, 6, white),
  box(310, 214, 60, 20, sun, 6) + stroke('M320 224H360', ink),
  disc(396, 226, 8, sun),
  box(444, 176, 24, 40, white, 8) + disc(456, 196, 6.5, coralMid),
  // the steps
  box(196, 306, 290, 30, greyPale, 5) + box(168, 336, 346, 38, grey, 5),
  flat('M172 376H510L540 400H140Z', greyPale),
  placed(bush, { x: 60, y: 350 }) + placed(bush, { x: 616, y: 356 }),
  placed(plant(coral), { x: 536, y: 374, scale: 1.05 }),
  shadow(262, 390, 56, '#c3c7d3'),
  person(sam, {
    x: 226,
    y: 246,
    mood: 'happy',
    legs: 'sideways',
    left: { elbow: [-76, 40], hand: [-76, -14], turn: -12 },
    right: { elbow: [62, 36], hand: [44, 62], turn: 60 },
  }),
  shadow(424, 335, 44, '#c3c7d3'),
  placed(dog, { x: 428, y: 334, mirror: true }),
)
