import { box, placed, shadow, stroke } from '../../drawing/line.ts'
import { coral, coralMid, lilacMid, lilacPale, sun, sunPale, tealMid, white, woodDark, woodPale } from '../../drawing/palette.ts'
import { ivy } from '../../people/ivy.ts'
import { omar } from '../../people/omar.ts'
import { pam } from '../../people/pam.ts'
import { type Figure, person } from '../../people/parts/person.ts'
import { room, scene } from '../../drawing/scene.ts'
import { table, wheelchair } from '../../things/things.ts'

const spine = [coralMid, tealMid, sun, lilacMid, coral, white, tealMid, coralMid, lilacMid, sun]

/** A shelf of books 180 wide; its board lies on y 0. */
const shelf = (first: number) =>
  [
    ...Array.from({ length: 10 }, (_, index) =>
      box(
        -84 + index * 17,
        -(44 + ((index * 7 + first * 5) % 15)),
        15,
        44 + ((index * 7 + first * 5) % 15),
        spine[(index + first) % 10] ?? sun,
        2,
      ),
    ),
    box(-96, 0, 192, 10, woodDark, 3),
  ].join('')

const bookcase = `<path d="M-100-230H100V112H-100Z" fill="${woodPale}"/>${[-150, -70, 10].map((y, index) => placed(shelf(index * 3), { y })).join('')}`
const flags = [40, 112, 184, 256, 328, 400, 472, 544]
  .map((x, index) => `<path d="M${x} ${24 + (index % 4) * 3}h48l-24 36z" fill="${[sun, coralMid, tealMid, lilacMid][index % 4] ?? sun}"/>`)
  .join('')

const goldenCard = `${box(-17, -46, 34, 46, sun, 4)}<path d="M-10-6q0-16 10-16t10 16Z" fill="${white}" stroke-width="2.5"/><circle cy="-30" r="7" fill="${white}" stroke-width="2.5"/>`
const card = (colour: string) => `${box(-15, -10, 30, 20, white, 3)}${stroke('M-8 0H8', colour, 6)}`

const omarCheers: Figure = {
  x: 232, y: 214, mood: 'happy',
  left: { elbow: [-70, 54], hand: [-36, 92], turn: 60 },
  right: { elbow: [78, 24], hand: [74, -44], turn: 10 },
  holds: placed(goldenCard, { x: 76, y: -48, turn: 8 }),
}
const pamStands: Figure = {
  x: 118, y: 168, mood: 'smile', scale: 0.96,
  left: { elbow: [-80, 76], hand: [-60, 122], turn: 160 },
  right: { elbow: [84, 74], hand: [56, 120], turn: -60 },
}

/** Swap day at the library: Omar holds up the golden card, Pam is with him, and Ivy is glad too. */
export const swapDay = scene(
  room(lilacPale, sunPale, 322),
  placed(bookcase, { x: 120, y: 216 }),
  placed(bookcase, { x: 540, y: 216 }),
  `<path d="M-10 20Q320 44 650 20"/>${flags}`,
  person(pam, pamStands, 'body'),
  person(omar, omarCheers, 'body'),
  table(270, 46),
  [
    [44, 296, coralMid],
    [300, 300, tealMid],
    [352, 290, lilacMid],
    [590, 294, coralMid],
    [128, 300, sun],
  ]
    .map(([x, y, colour]) => placed(card(String(colour)), { x: Number(x), y: Number(y), turn: (Number(x) % 7) - 3 }))
    .join(''),
  person(pam, pamStands, 'arms'),
  person(omar, omarCheers, 'arms'),
  shadow(474, 384, 66, '#c98c4f'),
  person(ivy, {
    x: 474,
    y: 244,
    mood: 'happy',
    looks: 'left',
    legs: 'sideways',
    behind: wheelchair.behind,
    holds: wheelchair.before,
    left: { elbow: [-66, 20], hand: [-62, -34], turn: -10 },
    right: { elbow: [66, 20], hand: [64, -36], turn: 10 },
  }),
)
