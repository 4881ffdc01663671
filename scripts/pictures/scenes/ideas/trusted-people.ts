import { flat, placed, shadow } from '../../drawing/line.ts'
import { grass, sky, sunPale, white } from '../../drawing/palette.ts'
import { auntJo } from '../../people/aunt-jo.ts'
import { dad } from '../../people/dad.ts'
import { gran } from '../../people/gran.ts'
import { ivy } from '../../people/ivy.ts'
import { mrBell } from '../../people/mr-bell.ts'
import { person } from '../../people/parts/person.ts'
import { scene } from '../../drawing/scene.ts'
import { bush, dog, wheelchair } from '../../things/things.ts'

const shade = '#8fc08d'

/** Ivy with grown-ups a child might trust: Aunt Jo, Dad, Gran, Mr Bell. */
export const trustedPeople = scene(
  flat('M0 0H640V400H0Z', sky),
  `<circle cx="320" cy="190" r="176" fill="${sunPale}" stroke="none"/>`,
  flat(
    'M30 60q0-14 16-14 8-18 28-12 18-8 26 6 20 0 20 14 0 12-16 12H48q-18 0-18-6zM520 44q0-12 14-12 6-16 24-12 16-8 24 6 18 0 18 12 0 10-14 10H534q-14 0-14-4z',
    white,
  ),
  flat('M0 296Q160 276 320 290T640 284V400H0Z', grass),
  '<path d="M-10 298Q160 276 320 290T650 284"/>',
  placed(bush, { x: 20, y: 300 }) + placed(bush, { x: 626, y: 296 }),
  [88, 210, 436, 556].map(x => shadow(x, 362, 52, shade)).join(''),
  person(auntJo, {
    x: 88,
    y: 172,
    scale: 0.86,
    mood: 'smile',
    legs: 'standing',
    left: { elbow: [-76, 66], hand: [-54, 108], turn: 160 },
    right: { elbow: [78, 60], hand: [66, 100], turn: 160 },
  }),
  person(dad, { x: 210, y: 166, scale: 0.88, mood: 'smile', legs: 'standing', right: { elbow: [84, 60], hand: [98, 92], turn: 60 } }),
  person(mrBell, { x: 556, y: 170, scale: 0.87, mood: 'smile', looks: 'left', legs: 'standing' }),
  person(gran, {
    x: 436,
    y: 190,
    scale: 0.8,
    mood: 'smile',
    looks: 'left',
    legs: 'standing',
    right: { elbow: [80, 60], hand: [92, 92], turn: 60 },
  }),
  shadow(326, 384, 66, shade),
  person(ivy, {
    x: 318,
    y: 240,
    mood: 'happy',
    legs: 'sideways',
    behind: wheelchair.behind,
    holds: wheelchair.before,
    left: { elbow: [-60, 40], hand: [-22, 64], turn: 80 },
    right: { elbow: [58, 40], hand: [30, 66], turn: -20 },
  }),
  shadow(470, 390, 34, shade),
  placed(dog, { x: 474, y: 390, scale: 0.86, mirror: true }),
)
