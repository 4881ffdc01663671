import { box, disc, flat, placed, shadow, stroke, tube } from '../../drawing/line.ts'
import {
  coralMid,
  coralPale,
  grass,
  greyPale,
  grey,
  lilac,
  lilacMid,
  lilacPale,
  sky,
  sun,
  sunPale,
  teal,
  tealMid,
  tealPale,
  white,
  wood,
  woodPale,
} from '../../drawing/palette.ts'
import { ivy } from '../../people/ivy.ts'
import { kuba } from '../../people/kuba.ts'
import { mrsBaptiste } from '../../people/mrs-baptiste.ts'
import { type Figure, person } from '../../people/parts/person.ts'
import { room, scene } from '../../drawing/scene.ts'
import { sashWindow, wheelchair } from '../../things/things.ts'

/** A rubber glove full of air; 0, 0 is its cuff, and its fingers point up. */
const glove = [
  [[-24, -52], [-32, -82]], [[-9, -58], [-11, -98]], [[8, -58], [12, -96]], [[23, -50], [33, -78]],
].map(([from, to]) => tube(`M${String(from)}L${String(to)}`, 13, sun)).join('')
+ tube('M26-26Q46-30 52-44', 13, sun)
+ `<path d="M-15 0C-14-10-34-20-34-42-34-62-16-66 0-66 18-66 34-60 34-40 34-20 14-10 15 0Z" fill="${sun}"/>`
+ flat('M-26-56L-8-62 8-62 26-54 24-44H-24Z', sun)
+ box(-19, -3, 38, 11, sun, 5)

/** A pot with two handles, standing on y 0. */
const pot = (width: number, height: number, colour: string) =>
  `<path d="M${-width / 2} ${-height + 16}h-9q-7 0-7 8t7 8h9M${width / 2} ${-height + 16}h9q7 0 7 8t-7 8h-9" stroke-width="6"/>`
  + `<path d="M${-width / 2} ${-height}H${width / 2}V-12Q${width / 2} 0 ${width / 2 - 12} 0H${12 - width / 2}Q${-width / 2} 0 ${-width / 2} -12Z" fill="${colour}"/>`

const drum = placed(pot(68, 46, grey), { x: 40, y: 76 }) + '<ellipse cx="40" cy="30" rx="34" ry="8" fill="#fff"/>'
const spoon = (from: string, to: readonly [number, number]) =>
  tube(`M${from}L${to[0]} ${to[1]}`, 5, wood) + `<ellipse cx="${to[0]}" cy="${to[1]}" rx="8" ry="10" fill="${wood}"/>`

const note = (colour: string) => `<ellipse cx="0" cy="0" rx="7" ry="5.500" fill="${colour}"/><path d="M7-1V-26Q16-22 16-12" fill="none"/>`

const kubaPlays: Figure = {
  x: 176, y: 236, mood: 'calm', legs: 'standing',
  holds: tube('M32-18L64-2', 6, white) + placed(glove, { x: 70, y: 2, turn: 28 }),
  left: { elbow: [-70, 52], hand: [-44, 78], turn: 60 },
  right: { elbow: [78, 62], hand: [68, 22], turn: -20 },
}
const ivyDrums: Figure = {
  x: 548, y: 236, mood: 'happy', looks: 'left', legs: 'sideways', behind: wheelchair.behind,
  holds: wheelchair.before + drum + spoon('-8 40', [30, 26]) + spoon('78-30', [92, -82]),
  left: { elbow: [-56, 50], hand: [-6, 40], turn: 60 },
  right: { elbow: [76, 18], hand: [80, -34], turn: 10 },
}

/** The street outside, with its sign. The sign has lines instead of words, because pictures hold no words. */
const street
  = flat('M-66-24Q-30-44 4-28T66-34V0H-66Z', grass)
    + tube('M-34 0V-22', 5, grey)
    + box(-60, -56, 50, 32, white, 4)
    + stroke('M-52-45H-18M-52-35H-30', teal, 4)

/** The photo that Leo took of the Washing-Up Band in the school kitchen: Kuba, Ivy, and Mrs Baptiste at the pot. */
export const washingUpBand = scene(
  room(sunPale, tealPale, 306),
  stroke('M0 196H640M0 250H640M64 196V250M192 196V250M320 196V250M448 196V250M576 196V250', woodPale, 3),
  placed(sashWindow(132, 128, { outside: sky, inside: street }), { x: 94, y: 178 }),
  // the poster of the concert, with its time
  `<g transform="rotate(3 272 92)">${box(226, 34, 88, 112, white, 3)}${disc(270, 74, 25, lilacPale)}<path d="M270 60V74L281 80"/>${stroke('M242 114H298M242 128H280', lilacMid, 6)}</g>`,
  // pans on their rail
  '<path d="M470 34H650" stroke-width="6"/>'
  + [
    [500, coralMid],
    [556, tealMid],
    [612, lilacMid],
  ]
    .map(
      ([x, colour]) =>
        `<path d="M${x} 34V62"/><path d="M${Number(x) - 22} 62H${Number(x) + 22}Q${Number(x) + 22} 88 ${x} 88T${Number(x) - 22} 62Z" fill="${colour}"/>`,
    )
    .join(''),
  person(mrsBaptiste, {
    x: 384,
    y: 168,
    mood: 'smile',
    left: { elbow: [-84, 62], hand: [-40, 86], turn: 60 },
    right: { elbow: [88, 62], hand: [56, 98] },
  }),
  // the counter and what stands on it
  box(296, 262, 360, 18, wood, 5)
  + `<path d="M306 280H650V352H306Z" fill="${tealMid}"/>`
  + '<path d="M392 280V352M480 280V352"/>'
  + stroke('M340 296H362M426 296H448', white, 5),
  placed(pot(84, 64, coralMid), { x: 452, y: 264 })
  + `<path d="M408 200Q410 182 452 182T496 200Z" fill="${coralPale}"/>`
  + disc(452, 177, 7, greyPale)
  + stroke('M424 214V244', white, 4),
  disc(314, 251, 12, sun) + '<path d="M314 239q1-6 5-9M314 239q-1-6-5-8"/>',
  shadow(176, 380, 58, '#a9d3ca'),
  person(kuba, kubaPlays),
  // the badge of the school
  `<path d="M150 264h22v14q0 11-11 15-11-4-11-15Z" fill="${sun}"/>` + stroke('M156 274H166', coralMid, 4),
  shadow(544, 380, 66, '#a9d3ca'),
  person(ivy, ivyDrums),
  placed(note(lilac), { x: 494, y: 122, turn: -8 }) + placed(note(coralMid), { x: 452, y: 122, turn: 6, scale: 0.8 }),
)
