import { box, disc, flat, placed, shadow, stroke, tube } from '../../drawing/line.ts'
import { coral, coralMid, grass, lilacMid, sky, sun, tealMid, white, wood, woodDark } from '../../drawing/palette.ts'
import { leo } from '../../people/leo.ts'
import { maya } from '../../people/maya.ts'
import { person } from '../../people/parts/person.ts'
import { scene } from '../../drawing/scene.ts'
import { bush, tree } from '../../things/things.ts'

const shade = '#8fc08d'

/** Leo looks worried on the playground bench; Maya sits beside him and listens. */
export const playgroundBench = scene(
  flat('M0 0H640V400H0Z', sky),
  flat(
    'M60 76q0-18 20-18 8-22 32-16 20-14 34 6 24-2 24 16 0 14-18 14H78q-18 0-18-2zM520 52q0-12 14-12 6-16 24-12 16-8 24 6 18 0 18 12 0 10-14 10H534q-14 0-14-4z',
    white,
  ),
  flat('M0 226Q200 196 400 218T640 206V400H0Z', grass),
  '<path d="M-10 228Q200 196 400 218T650 206"/>',
  // the climbing frame and its slide
  tube('M470 268V110M560 268V110', 8, tealMid),
  `<path d="M456 112 515 66 574 112Z" fill="${coralMid}"/>`,
  box(464, 176, 102, 14, sun, 4),
  tube('M474 206H556M474 238H556', 6, tealMid),
  `<path d="M566 176C596 184 590 262 640 268H660V248C620 244 622 160 566 158Z" fill="${lilacMid}"/>`,
  placed(tree(), { x: 84, y: 262, scale: 1.25 }),
  placed(bush, { x: 20, y: 268, scale: 0.9 }),
  // the bench
  shadow(300, 366, 190, shade),
  tube('M150 290V360M450 290V360', 9, woodDark),
  box(130, 208, 340, 22, wood, 8) + box(130, 240, 340, 22, wood, 8),
  tube('M150 212V290M450 212V290', 9, woodDark),
  box(122, 284, 356, 22, wood, 8),
  person(leo, {
    x: 232,
    y: 222,
    mood: 'worried',
    nod: 5,
    legs: 'sitting',
    left: { elbow: [-58, 52], hand: [-6, 70], turn: 80 },
    right: { elbow: [54, 54], hand: [12, 72], turn: -60 },
  }),
  person(maya, {
    x: 372,
    y: 222,
    mood: 'calm',
    looks: 'left',
    legs: 'sitting',
    left: { elbow: [-56, 50], hand: [-20, 74], turn: 60 },
    right: { elbow: [66, 48], hand: [82, 64], turn: 20 },
  }),
  // a school bag beside the bench
  shadow(532, 364, 40, shade),
  `<path d="M518 306q14-20 28 0"/>${box(502, 304, 60, 60, coral, 16)}${box(512, 332, 40, 24, coralMid, 6)}${disc(532, 332, 3, sun)}`,
  stroke('M36 330l6-12 6 12M270 388l5-10 5 10M590 384l5-10 5 10', shade),
)
