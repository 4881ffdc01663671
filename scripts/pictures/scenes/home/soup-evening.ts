import { emoji } from '../../drawing/emoji.ts'
import { box, disc, flat, placed, shadow, stroke, tube } from '../../drawing/line.ts'
import {
  coral,
  coralMid,
  grass,
  greyPale,
  lilacMid,
  lilacPale,
  sky,
  sun,
  sunPale,
  tealMid,
  tealPale,
  white,
  wood,
  woodPale,
} from '../../drawing/palette.ts'
import { room, scene } from '../../drawing/scene.ts'
import { curtains, plant, sashWindow, table } from '../../things/things.ts'
import { cardboardHouse, hangingScarf } from '../../things/vegetables.ts'

/** A big pot with two handles and a ladle, standing on y 0. */
const pot = [
  tube('M44-104 94-172', 7, greyPale),
  '<path d="M-96-84h-18q-12 0-12 14t12 14h18M96-84h18q12 0 12 14t-12 14H96" stroke-width="8"/>',
  `<path d="M-96-106H96V-24Q96 0 72 0H-72Q-96 0-96-24Z" fill="${tealMid}"/>`,
  `<ellipse cx="0" cy="-106" rx="96" ry="22" fill="${sunPale}"/>`,
  disc(-42, -106, 9, grass) + disc(-4, -98, 9, coralMid) + disc(34, -108, 9, white) + disc(-18, -116, 6, grass),
  stroke('M-76-70V-30', tealPale, 7),
].join('')

const bowl = (colour: string) =>
  `<path d="M-52-36H52Q48 0 20 0H-20Q-48 0-52-36Z" fill="${colour}"/><ellipse cx="0" cy="-36" rx="52" ry="11" fill="${sunPale}"/>`

const hills = flat('M-110-40Q-50-92 10-54T110-70V0H-110Z', grass) + disc(54, -104, 18, sun)

/** After the filming: the street is stacked away, the scarf hangs up, and there is soup. */
export const soupEvening = scene(
  room(sunPale, tealPale, 350),
  placed(sashWindow(212, 158, { outside: sky, inside: hills + curtains(212, 158, lilacMid) }), { x: 318, y: 206 }),
  // the street on its shelf
  box(22, 184, 156, 11, wood, 3),
  placed(cardboardHouse(coralMid, lilacMid, woodPale), { x: 68, y: 184, scale: 0.62 }),
  placed(cardboardHouse(tealMid, coral, wood), { x: 132, y: 184, scale: 0.54 }),
  // the hook with the scarf
  box(508, 92, 92, 13, wood, 4) + '<path d="M554 105v10q0 8 8 8"/>' + placed(hangingScarf, { x: 554, y: 116, scale: 1.1 }),
  table(286, 60),
  shadow(318, 334, 108, '#d8a468') + placed(pot, { x: 318, y: 330 }),
  stroke('M282 196q-9-14 0-26t0-22M322 190q-9-14 0-26t0-22M356 196q-9-14 0-26t0-22', white, 5),
  placed(bowl(lilacPale), { x: 126, y: 338 }) + placed(bowl(white), { x: 512, y: 338 }),
  emoji('carrot', { x: 196, y: 296, size: 46 }),
  placed(plant(coralMid), { x: 600, y: 318, scale: 0.6 }),
)
