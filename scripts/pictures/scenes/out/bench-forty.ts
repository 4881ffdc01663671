import { box, disc, flat, placed, shadow, stroke, tube } from '../../drawing/line.ts'
import {
  coralMid,
  grass,
  grey,
  greyPale,
  ink,
  lilac,
  lilacMid,
  lilacPale,
  sky,
  sun,
  sunPale,
  teal,
  tealMid,
  white,
  wood,
  woodDark,
} from '../../drawing/palette.ts'
import { scene } from '../../drawing/scene.ts'
import { phone, tree } from '../../things/things.ts'

const shade = '#8fc08d'

/** A phone on three legs, its back to us, standing on y 0. */
const tripod = [
  tube('M0-92-30 0M0-92 32 0M0-92V-2', 4, grey),
  placed(phone(58, 100, tealMid), { y: -128, turn: 90 }),
  disc(-34, -142, 7, white) + disc(-34, -142, 3, ink),
].join('')

/** A pigeon, standing on y 0, looking left. */
const pigeon = [
  stroke('M-4-6V0M6-6V0', coralMid, 4),
  `<path d="M-30-40Q-28-56-16-54-8-50-6-40 14-40 24-22L44-12 20-6Q-8 2-20-14-26-24-24-36Z" fill="${grey}"/>`,
  `<path d="M-2-32Q14-32 24-16 8-10-2-16Z" fill="${greyPale}"/>`,
  stroke('M-22-34Q-16-28-8-32', lilacMid, 5),
  `<path d="M-30-44-40-40-29-38Z" fill="${sun}"/><circle cx="-20" cy="-46" r="2.5" fill="${ink}" stroke="none"/>`,
].join('')

/** The best bench in town, on its hill: a sign, two purple crutches, a pigeon, and a phone that waits to take the photo. */
export const benchForty = scene(
  flat('M0 0H640V400H0Z', sky),
  flat(
    'M70 84q0-18 20-18 8-22 32-16 20-14 34 6 24-2 24 16 0 14-18 14H88q-18 0-18-2zM452 58q0-12 14-12 6-16 24-12 16-8 24 6 18 0 18 12 0 10-14 10H466q-14 0-14-4z',
    white,
  ),
  // the town below
  `<path d="M-10 236V196H30V176L56 156 82 176V206H128V184H176V212H232V236ZM430 236V200H470V178H506V206H548L572 186 596 206V192H650V236Z" fill="${lilacPale}"/>`,
  flat('M0 250Q180 196 360 214T640 244V400H0Z', grass),
  '<path d="M-10 252Q180 196 360 214T650 246"/>',
  placed(tree(), { x: 604, y: 270, scale: 1.1 }),
  // the bench, with its sign
  shadow(340, 356, 178, shade),
  tube('M206 280V350M474 280V350', 9, woodDark),
  box(186, 186, 308, 24, wood, 8) + box(186, 222, 308, 24, wood, 8),
  box(296, 190, 88, 16, sunPale, 4) + stroke('M308 198H372', woodDark, 3),
  tube('M206 190V280M474 190V280', 9, woodDark),
  box(176, 272, 328, 24, wood, 8),
  // a notebook with ten planks in it, and a flask
  `<g transform="translate(262 264)rotate(-5)">${box(-36, -12, 72, 14, white, 3)}${stroke('M-28-5H26', lilac, 3)}</g>`,
  box(330, 216, 26, 58, coralMid, 7) + box(334, 204, 18, 16, greyPale, 4),
  placed(pigeon, { x: 428, y: 272 }),
  // the crutches lean on the end
  tube('M494 352 520 204M520 352 540 208', 6, lilac),
  tube('M508 262 530 266M530 262 550 266', 6, ink),
  stroke('M512 204Q524 190 530 206M532 208Q544 194 550 210', ink, 6),
  shadow(98, 366, 44, shade) + placed(tripod, { x: 98, y: 362 }),
  `<path d="M30 396q6-14 12 0M250 392q5-12 10 0M590 384q5-12 10 0" stroke="${teal}" stroke-width="3"/>`,
)
