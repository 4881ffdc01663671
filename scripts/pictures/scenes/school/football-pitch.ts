import { disc, flat, placed, shadow, stroke, tube } from '../../drawing/line.ts'
import { coralMid, grass, leaf, sky, sun, tealMid, white } from '../../drawing/palette.ts'
import { omar } from '../../people/omar.ts'
import { sam } from '../../people/sam.ts'
import { person } from '../../people/parts/person.ts'
import { scene } from '../../drawing/scene.ts'
import { football, tree } from '../../things/things.ts'

const shade = '#86bb86'

/** Omar kicks a football; Sam cheers. */
export const footballPitch = scene(
  flat('M0 0H640V400H0Z', sky),
  disc(560, 54, 26, sun),
  flat('M250 62q0-14 16-14 8-18 28-12 18-8 26 6 20 0 20 14 0 12-16 12H268q-18 0-18-6z', white),
  placed(tree(), { x: 30, y: 190, scale: 0.9 })
  + placed(tree(leaf), { x: 116, y: 180, scale: 0.66 })
  + placed(tree(), { x: 604, y: 182, scale: 0.8 }),
  flat('M0 176H640V400H0Z', grass),
  '<path d="M-10 176H650"/>',
  flat('M0 176H120L60 400H-60ZM240 176H360L380 400H220ZM480 176H600L700 400H540Z', '#98cb96'),
  stroke('M-10 262H650', white, 5) + stroke('M120 402Q320 330 520 402', white, 5),
  // the goal
  stroke('M398 112V214M424 112V214M450 112V214M476 112V214M502 112V214M376 130H524M376 152H524M376 174H524M376 196H524', white, 2),
  tube('M372 222V104H528V222', 7, white),
  // a corner flag
  tube('M612 262V176', 4, white) + `<path d="M612 176 584 188 612 202Z" fill="${coralMid}"/>`,
  shadow(218, 354, 48, shade),
  person(omar, {
    x: 226,
    y: 214,
    mood: 'smile',
    legs: 'kicking',
    left: { elbow: [-76, 26], hand: [-86, 62], turn: -140 },
    right: { elbow: [70, 34], hand: [86, 4], turn: 20 },
  }),
  shadow(344, 366, 22, shade),
  stroke('M322 318l-13 7M320 338l-15 1', white, 4),
  placed(football, { x: 350, y: 340, turn: 14, scale: 1.15 }),
  shadow(486, 358, 44, shade),
  person(sam, {
    x: 486,
    y: 218,
    mood: 'happy',
    looks: 'left',
    legs: 'standing',
    left: { elbow: [-78, 6], hand: [-62, -40], turn: 0 },
    right: { elbow: [78, 6], hand: [66, -40] },
  }),
  stroke('M70 350l6-12 6 12M560 386l5-10 5 10M150 312l4-9 4 9', tealMid),
)
