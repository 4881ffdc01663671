import { box, disc, placed, shadow, stroke, tube } from '../../drawing/line.ts'
import { coralMid, lilacMid, sun, sunPale, teal, tealMid, tealPale, white, wood, woodPale } from '../../drawing/palette.ts'
import { ivy } from '../../people/ivy.ts'
import { maya } from '../../people/maya.ts'
import { mrBell } from '../../people/mr-bell.ts'
import { person } from '../../people/parts/person.ts'
import { room, scene } from '../../drawing/scene.ts'
import { books, plant, wheelchair } from '../../things/things.ts'

const shade = '#d8b98c'

/** Paper flags along the string. */
const flags = [
  [61, 27, coralMid],
  [126, 33, sun],
  [190, 34, lilacMid],
  [255, 29, tealMid],
  [385, 29, coralMid],
  [450, 34, sun],
  [514, 33, lilacMid],
  [579, 27, tealMid],
] as const

/** Mr Bell shows a drawing of a front door on the board; Ivy, in her wheelchair, puts her hand up; Maya listens. */
export const classroom = scene(
  room(tealPale, '#f0d3a8', 300),
  stroke('M0 292H640', white, 9) + '<path d="M-10 286H650"/>',
  // paper flags and pictures
  '<path d="M-4 14Q160 54 320 18 480 54 644 14" stroke-width="3"/>',
  flags.map(([x, y, colour]) => `<path d="M${x - 13} ${y}h26l-13 26Z" fill="${colour}"/>`).join(''),
  `<g transform="rotate(-4 374 84)">${box(346, 62, 58, 46, white, 3)}${disc(375, 85, 12, sun)}</g>`,
  // the board, with a drawing of a door
  box(162, 70, 170, 156, wood, 8) + box(174, 82, 146, 132, white, 3),
  `<g stroke="${teal}" stroke-width="5">${box(228, 98, 64, 106, 'none', 4)}<path d="M228 204H212M292 204H308"/><circle cx="260" cy="126" r="9"/><path d="M246 156H274"/></g>`
  + `<circle cx="281" cy="174" r="4" fill="${teal}" stroke="none"/>`,
  box(178, 222, 138, 10, woodPale, 3),
  // a low shelf
  box(512, 128, 140, 12, woodPale, 3)
  + placed(books, { x: 522, y: 128, scale: 0.86 })
  + placed(plant(coralMid), { x: 612, y: 128, scale: 0.62 }),
  shadow(104, 374, 62, shade),
  person(mrBell, {
    x: 100,
    y: 168,
    scale: 0.94,
    mood: 'smile',
    legs: 'standing',
    left: { elbow: [-76, 60], hand: [-46, 96], turn: 90 },
    right: { elbow: [88, 56], hand: [114, 6], turn: 20 },
  }),
  // Maya at her table
  shadow(572, 384, 70, shade),
  person(maya, { x: 566, y: 236, mood: 'smile', looks: 'left', left: null, right: null }),
  box(492, 312, 170, 16, woodPale, 5) + tube('M512 328V384M628 328V384', 7, tealMid),
  `<path d="M532 304q18-8 36 0 18-8 36 0v8q-18-6-36 2-18-8-36-2Z" fill="${white}"/>`,
  person(
    maya,
    {
      x: 566,
      y: 236,
      mood: 'smile',
      looks: 'left',
      left: { elbow: [-58, 46], hand: [-26, 74], turn: 60 },
      right: { elbow: [58, 46], hand: [38, 74], turn: -20 },
    },
    'arms',
  ),
  shadow(404, 376, 66, shade),
  person(ivy, {
    x: 408,
    y: 234,
    mood: 'happy',
    looks: 'left',
    legs: 'sideways',
    behind: wheelchair.behind,
    holds: wheelchair.before,
    left: { elbow: [-58, 46], hand: [-14, 60], turn: 80 },
    right: { elbow: [78, 10], hand: [70, -60], turn: 10 },
  }),
  stroke('M20 340H50M200 336H240M290 390H320', sunPale, 4),
)
