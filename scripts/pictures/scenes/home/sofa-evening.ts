import { box, disc, flat, placed, shadow, stroke, tube } from '../../drawing/line.ts'
import { coralMid, coralPale, ink, lilacPale, sun, sunPale, teal, tealMid, tealPale, white, woodDark } from '../../drawing/palette.ts'
import { gran } from '../../people/gran.ts'
import { maya } from '../../people/maya.ts'
import { person } from '../../people/parts/person.ts'
import { room, scene } from '../../drawing/scene.ts'
import { curtains, dog, sashWindow } from '../../things/things.ts'

const night = '#3d3a78'

/** Evening: Maya and Gran sit close on the sofa with a tablet; the dog is with them. */
export const sofaEvening = scene(
  room(lilacPale, '#e9c294', 318),
  stroke('M0 310H640', white, 9) + '<path d="M-10 304H650"/>',
  placed(
    sashWindow(150, 130, {
      outside: night,
      inside: `<path d="M14-112a15 15 0 1 0 14 20 15 15 0 0 1-14-20Z" fill="${sun}"/>${stroke('M-22-110v1M-14-40v1M-26-84v1M16-34v1', white, 5)}${curtains(150, 130, coralMid)}`,
    }),
    { x: 104, y: 176 },
  ),
  // a picture on the wall: the front door of the house
  box(508, 44, 70, 84, sunPale, 4) + `<path d="M526 116V78q0-18 17-18t17 18V116Z" fill="${teal}"/>` + disc(543, 82, 4, sun),
  // the rug
  `<ellipse cx="320" cy="368" rx="290" ry="30" fill="${coralPale}" stroke="none"/>`,
  // the lamp
  tube('M594 352V200', 6, woodDark)
  + `<path d="M560 356q34-16 68 0Z" fill="${woodDark}"/><path d="M568 146H620L640 204H548Z" fill="${sun}"/>`,
  // the sofa
  tube('M140 344V366M500 344V366', 9, woodDark),
  box(126, 158, 388, 150, tealMid, 34),
  '<path d="M320 162V270"/>',
  box(120, 270, 400, 76, tealMid, 14),
  '<path d="M320 274V342"/>',
  person(maya, { x: 268, y: 216, mood: 'calm', legs: 'sitting', nod: 4, left: null, right: null }),
  person(gran, { x: 388, y: 178, scale: 0.98, mood: 'calm', looks: 'left', nod: 5, legs: 'sitting', left: null, right: null }),
  // the tablet they share
  `<g transform="rotate(-7 318 290)">${box(272, 262, 100, 66, ink, 9)}${flat('M279 269H365V321H279Z', tealPale)}${stroke('M292 284H330M292 300H350', teal, 5)}</g>`,
  person(
    maya,
    {
      x: 268,
      y: 216,
      mood: 'calm',
      left: { elbow: [-56, 58], hand: [10, 80], turn: 70 },
      right: { elbow: [50, 50], hand: [46, 96], turn: 20 },
    },
    'arms',
  ),
  person(
    gran,
    {
      x: 388,
      y: 178,
      scale: 0.98,
      mood: 'calm',
      looks: 'left',
      left: { elbow: [-74, 80], hand: [-34, 112], turn: 60 },
      right: { elbow: [62, 80], hand: [22, 118], turn: 10 },
    },
    'arms',
  ),
  box(96, 232, 54, 120, teal, 22) + box(490, 232, 54, 120, teal, 22),
  shadow(68, 384, 40, '#e0ab95'),
  placed(dog, { x: 62, y: 384, scale: 1.02 }),
)
