import { emoji } from '../../drawing/emoji.ts'
import { box, disc, flat, stroke } from '../../drawing/line.ts'
import {
  coralMid,
  grey,
  greyPale,
  ink,
  lilac,
  lilacPale,
  sun,
  sunPale,
  tealMid,
  tealPale,
  white,
  wood,
  woodDark,
  woodPale,
} from '../../drawing/palette.ts'
import { scene } from '../../drawing/scene.ts'

/** A speech bubble with lines for words. */
function bubble(x: number, y: number, width: number, height: number, colour: string, line: string, side: 'left' | 'right'): string {
  const tail
    = side === 'left'
      ? `<path d="M${x + 16} ${y + height - 4}l-14 16 30-12" fill="${colour}"/>`
      : `<path d="M${x + width - 16} ${y + height - 4}l14 16-30-12" fill="${colour}"/>`
  const lines = height > 40
    ? stroke(`M${x + 18} ${y + 18}H${x + width - 18}M${x + 18} ${y + 34}H${x + width - 46}`, line, 6)
    : stroke(`M${x + 18} ${y + height / 2}H${x + width - 18}`, line, 6)
  return `${box(x, y, width, height, colour, 16)}${tail}${flat(`M${x + (side === 'left' ? 12 : width - 36)} ${y + height - 8}h24v7h-24z`, colour)}${lines}`
}

/** A phone with a chat on the kitchen table; somebody is typing. Nothing can be read. */
export const phoneMessage = scene(
  flat('M0 0H640V400H0Z', woodPale),
  stroke('M-10 86H650M-10 214H650M-10 336H650', wood, 4),
  stroke('M40 46H150M470 40H560M30 160H110M510 176H610M60 290H130M520 300H600M480 370H560', wood, 3),
  // a plate of biscuits and a mug, seen from above
  disc(92, 108, 74, white) + disc(92, 108, 50, greyPale),
  disc(76, 94, 27, wood) + disc(116, 122, 27, wood),
  stroke('M68 88v1M84 84v1M80 102v1M66 104v1M108 116v1M124 114v1M118 132v1M104 130v1', ink, 6),
  `<path d="M574 96h36q14 0 14 14v0q0 14-14 14h-36" stroke-width="15"/>${stroke('M574 96h36q14 0 14 14v0q0 14-14 14h-36', tealMid, 8)}`,
  disc(546, 110, 52, tealMid) + disc(546, 110, 40, '#7a4a2c') + stroke('M524 98q10-14 28-12', woodDark, 5),
  `<g transform="rotate(-28 110 320)"><path d="M40 312H158L186 322 158 332H40Z" fill="${sun}"/><path d="M158 312 186 322 158 332Z" fill="${sunPale}"/><path d="M176 318 186 322 176 326Z" fill="${ink}"/>${box(24, 312, 20, 20, coralMid, 5)}<path d="M44 322H156" stroke-width="2.5"/></g>`,
  `<g transform="rotate(9 548 302)">${box(486, 244, 122, 118, lilacPale, 6)}${stroke('M506 272H588M506 296H576M506 320H560', white, 6)}</g>`,
  // the phone
  `<g transform="rotate(-5 320 200)">${[
    flat('M228 22q0-24 24-24h146q24 0 24 24V388q0 24-24 24H252q-24 0-24-24z', '#cf9d66'),
    box(214, 10, 206, 378, ink, 30),
    box(224, 24, 186, 350, tealPale, 20),
    flat('M226 70V44q0-18 18-18H390q18 0 18 18V70Z', tealMid) + '<path d="M226 71H408"/>',
    disc(252, 49, 16, sunPale) + emoji('robot', { x: 241, y: 37, size: 22, line: 0 }),
    stroke('M280 44H346M280 57H318', white, 6),
    bubble(238, 88, 116, 54, white, grey, 'left'),
    bubble(290, 164, 106, 36, lilac, lilacPale, 'right'),
    bubble(238, 222, 128, 54, white, grey, 'left'),
    box(238, 298, 78, 36, white, 16) + disc(260, 316, 3.5, lilac) + disc(277, 316, 3.5, lilac) + disc(294, 316, 3.5, lilac),
    box(238, 344, 132, 20, white, 10) + disc(388, 354, 10, coralMid),
  ].join('')}</g>`,
)
