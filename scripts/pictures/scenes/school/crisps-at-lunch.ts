import { box, disc, flat, placed, stroke } from '../../drawing/line.ts'
import { coralMid, coralPale, grey, greyPale, ink, lilac, lilacPale, sun, sunPale, tealMid, tealPale, white } from '../../drawing/palette.ts'
import { scene } from '../../drawing/scene.ts'

/** A bubble in a chat: a line of somebody's words, which cannot be read. */
const bubble = (x: number, y: number, width: number, colour: string, line: string) =>
  `${box(x, y, width, 34, colour, 14)}${stroke(`M${x + 16} ${y + 17}H${x + width - 16}`, line, 6)}`

const crisp = (x: number, y: number, turn: number) =>
  `<g transform="translate(${x} ${y})rotate(${turn})"><path d="M-21-4Q-14-19 6-16 24-12 21 3 16 17-4 15-25 12-21-4Z" fill="${sun}"/>${stroke('M-8-3q8-5 15 0M-4 6h6', sunPale, 3.5)}</g>`

/** A bag of crisps, torn open at the top, seen from above. */
const bag = [
  '<path d="M-66-84-50-96-34-84-16-97 2-84 20-97 38-85 54-96 68-84Q58 0 70 92L52 102 36 92 18 103 0 92-18 103-36 92-52 102-68 92Q-58 0-66-84Z" fill="'
  + coralMid
  + '"/>',
  `<path d="M-54-66H56Q50-50 52-34H-52Q-50-50-54-66Z" fill="${ink}"/>`,
  crisp(-22, -52, 10) + crisp(18, -54, -24),
  disc(0, 30, 38, sunPale) + `<path d="M-20 34Q-6 6 20 18 26 42 4 50-14 50-20 34Z" fill="${sun}"/>`,
].join('')

/** Lunch from above: on one side a phone with messages from "Niamh", on the other what Niamh is really doing. */
export const crispsAtLunch = scene(
  flat('M0 0H640V400H0Z', tealPale),
  stroke('M-10 132H650M-10 268H650', white, 5),
  // the tray
  `<g transform="rotate(-4 176 210)">${[
    box(34, 52, 284, 318, lilacPale, 26),
    box(52, 70, 248, 282, '#f1ecfb', 18),
    // the phone with the chat
    box(96, 84, 158, 260, ink, 24) + box(104, 96, 142, 236, white, 15),
    flat('M106 134V110q0-12 12-12H232q12 0 12 12V134Z', lilac) + disc(126, 116, 11, sunPale) + stroke('M146 112H198M146 122H178', white, 5),
    bubble(114, 148, 98, greyPale, grey),
    bubble(142, 192, 94, lilac, lilacPale),
    bubble(114, 236, 110, greyPale, grey),
    bubble(114, 280, 82, greyPale, grey),
  ].join('')}</g>`,
  // across the table: crisps, a quiet phone, a carton
  placed(bag, { x: 452, y: 170, turn: 9, scale: 1.05 }),
  crisp(366, 290, 30) + crisp(412, 328, -12) + crisp(356, 124, -30),
  `<g transform="rotate(14 560 290)">${box(516, 214, 90, 160, ink, 15)}${box(522, 224, 78, 138, tealMid, 9)}${stroke('M546 248H576', tealPale, 6)}</g>`,
  `<g transform="rotate(-10 574 84)">${box(540, 30, 70, 108, coralPale, 5)}<path d="M540 56H610" stroke-width="3"/>${disc(575, 96, 18, coralMid)}<path d="M590 32 606 4 620 8"/></g>`,
)
