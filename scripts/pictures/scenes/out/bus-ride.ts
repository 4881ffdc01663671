import { box, disc, flat, placed, stroke } from '../../drawing/line.ts'
import { coralMid, coralPale, grass, grey, greyPale, ink, lilacMid, sky, sun, sunPale, tealMid, tealPale, white } from '../../drawing/palette.ts'
import { gran } from '../../people/gran.ts'
import { maya } from '../../people/maya.ts'
import { omar } from '../../people/omar.ts'
import { person } from '../../people/parts/person.ts'
import { scene } from '../../drawing/scene.ts'
import { phone, tree } from '../../things/things.ts'

const wheel = `${disc(0, 0, 40, ink)}${disc(0, 0, 20, greyPale)}${disc(0, 0, 6, grey)}`
const house = (roof: string) =>
  `<path d="M-40 0V-60H40V0Z" fill="${white}"/><path d="M-50-56 0-96 50-56Z" fill="${roof}"/>${box(-10, -30, 20, 30, tealMid, 2)}`

/** The bus, its wheels on y 340; Maya and Omar sit inside, Gran further back. */
const bus = [
  // the inside, seen through the windows
  flat('M-10 60H612V260H-10Z', tealPale),
  box(36, 172, 84, 110, tealMid, 20) + box(222, 172, 84, 110, tealMid, 20) + box(362, 172, 84, 110, tealMid, 20),
  person(gran, { x: 90, y: 216, mood: 'smile', left: null, right: null }),
  person(omar, { x: 408, y: 230, mood: 'smile', looks: 'left', left: null, right: null }),
  person(maya, {
    x: 258,
    y: 230,
    mood: 'reading',
    nod: 5,
    left: null,
    right: { elbow: [62, 44], hand: [70, 8], turn: -8 },
    holds: placed(phone(26, 46, sun), { x: 73, y: -8, turn: 10 }),
  }),
  // its side, with the windows left out
  `<path d="M-20 44H560Q606 44 618 100L630 236V322Q630 338 614 338H-20ZM-20 78V246H156V78ZM182 78V246H466V78ZM494 78V246H606L592 108Q588 78 560 78Z" fill="${sun}" fill-rule="evenodd"/>`,
  stroke('M-10 282H628', coralMid, 12),
  '<path d="M-10 274H630M-10 290H630"/>',
  stroke('M516 96 534 232', white, 6) + stroke('M538 96 548 170', white, 4),
  box(604, 300, 34, 16, sunPale, 7),
  `<path d="M82 340a48 48 0 0 1 96 0ZM432 340a48 48 0 0 1 96 0Z" fill="${coralPale}"/>`,
  placed(wheel, { x: 130, y: 340 }) + placed(wheel, { x: 480, y: 340 }),
].join('')

/** Maya and Omar on the bus, seen through its windows; Maya holds a phone. */
export const busRide = scene(
  flat('M0 0H640V400H0Z', sky),
  flat('M300 40q0-14 16-14 8-18 28-12 18-8 26 6 20 0 20 14 0 12-16 12H318q-18 0-18-6z', white),
  flat('M0 190Q150 150 330 186T640 170V400H0Z', grass),
  placed(house(coralMid), { x: 76, y: 132, scale: 1.1 }),
  placed(tree(), { x: 190, y: 140, scale: 0.8 }),
  placed(house(lilacMid), { x: 480, y: 130, scale: 1.05 }),
  flat('M0 344H640V400H0Z', '#b5b9c8'),
  '<path d="M-10 344H650"/>',
  placed(tree(), { x: 606, y: 344, scale: 1.3 }),
  stroke('M20 388H90M190 388H260M360 388H430M530 388H600', white, 6),
  placed(bus, { y: 38, scale: 0.9 }),
)
