import { box, disc, flat, placed, shadow, stroke } from '../../drawing/line.ts'
import {
  coral,
  coralMid,
  greyPale,
  ink,
  leaf,
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
  woodDark,
  woodPale,
} from '../../drawing/palette.ts'
import { room, scene } from '../../drawing/scene.ts'
import { mug, phone } from '../../things/things.ts'

/** The head of a dragon made of boxes and tape, standing on y 0, looking right. */
const dragonHead = [
  // horns of kitchen rolls, and a comb of card
  '<path d="M-40-112-62-160-46-164-20-116ZM-4-116 2-164 18-160 20-112Z" fill="#eebf8a"/>',
  `<path d="M-62-104-84-92-64-80-86-66-64-54-84-40-62-28Z" fill="${coralMid}"/>`,
  box(-64, -116, 96, 116, woodPale, 3),
  box(24, -70, 92, 34, woodPale, 3),
  box(24, -26, 84, 24, woodPale, 3),
  `<path d="M34-36 41-24 48-36 55-24 62-36 69-24 76-36 83-24 90-36 97-24 104-36Z" fill="${white}" stroke-width="2.5"/>`,
  stroke('M-50-14H14', wood, 4) + flat('M-64-62H-34V-48H-64ZM60-70H76V-36H60Z', sunPale),
  disc(-10, -82, 19, white) + disc(-4, -80, 8, ink),
  stroke('M-34-104 8-112', ink, 6) + disc(104, -58, 3.5, ink),
].join('')

/** A train at the platform, seen through a window; 0, 0 is its middle. */
const train = [
  flat('M-110 44H110V56H-110Z', greyPale),
  `<path d="M-110-30H70Q98-30 106 10V40H-110Z" fill="${tealMid}"/>`,
  box(-98, -18, 44, 28, white, 4) + box(-44, -18, 44, 28, white, 4) + box(10, -18, 44, 28, white, 4),
  `<path d="M66-18H78Q88-14 94 8H66Z" fill="${white}"/>${stroke('M-110 26H104', sun, 6)}`,
].join('')

/** The counter with a till, cakes under glass and an apron on its hook. */
const counter = [
  `<path d="M-36-150V-166M-36-150Q-56-150-54-96H-18Q-16-150-36-150Z" fill="${coral}"/>`,
  box(-104, 0, 220, 150, teal, 3) + stroke('M-70 20V130M-30 20V130M10 20V130M50 20V130', tealMid, 5),
  box(-116, -14, 240, 20, woodPale, 5),
  `<path d="M30-14V-40L74-52V-14Z" fill="${lilacMid}"/>${stroke('M40-34 64-40', white, 6)}`,
  `<path d="M-84-14Q-84-54-50-54-16-54-16-14Z" fill="${sky}"/>${disc(-50, -56, 4, white)}<path d="M-72-14Q-72-34-50-34-28-34-28-14Z" fill="${coralMid}"/>${stroke('M-62-28q12-6 24 0', white, 4)}`,
].join('')

/** A café in a station: a dragon's head waits at a table, and there is more than one way to get help. */
export const stationCafe = scene(
  room(lilacPale, tealPale, 296),
  // the way out to the platform
  `<path d="M28 296V120Q28 72 76 72 124 72 124 120V296Z" fill="${sky}"/>${flat('M30 240H122V296H30Z', greyPale)}${stroke('M30 252H122', sun, 6)}`,
  box(44, 26, 64, 32, leaf, 5) + stroke('M76 33V50M67 42 76 51 85 42', white, 5),
  // the window
  box(164, 44, 236, 128, white, 5),
  `<rect x="172" y="52" width="220" height="112" fill="${sky}"/>${placed(train, { x: 282, y: 108 })}<rect x="172" y="52" width="220" height="112"/>`,
  disc(442, 74, 26, white) + '<path d="M442 74V58M442 74 454 80"/>',
  placed(counter, { x: 540, y: 196 }),
  // two chairs and the table
  `<path d="M176 230V386M272 300V386M176 312H272M176 230Q172 252 176 272" stroke-width="9"/>${stroke('M176 232V386M272 302V386M178 312H270', woodDark, 4)}`,
  placed(dragonHead, { x: 234, y: 306, scale: 0.92 }),
  `<path d="M508 240V386M430 304V386M430 314H508" stroke-width="9"/>${stroke('M508 242V386M430 306V386M432 314H506', woodDark, 4)}`,
  shadow(350, 388, 70, '#a9cfc7') + '<path d="M350 330V384M316 388H384" stroke-width="11"/>' + stroke('M350 334V384M318 388H382', wood, 5),
  `<ellipse cx="350" cy="326" rx="112" ry="22" fill="${woodPale}"/>`,
  placed(mug(coralMid), { x: 322, y: 330 }),
  placed(`<g transform="scale(1 .55)rotate(-28)">${phone(34, 62, lilacMid)}</g>`, { x: 398, y: 326 }),
)
