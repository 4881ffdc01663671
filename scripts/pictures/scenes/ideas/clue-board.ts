import { box, disc, flat, placed, stroke, tube } from '../../drawing/line.ts'
import {
  coral,
  coralMid,
  grey,
  greyPale,
  ink,
  lilac,
  lilacMid,
  sun,
  sunPale,
  tealMid,
  tealPale,
  white,
  wood,
  woodPale,
} from '../../drawing/palette.ts'
import { sam } from '../../people/sam.ts'
import { person } from '../../people/parts/person.ts'
import { scene } from '../../drawing/scene.ts'
import { phone } from '../../things/things.ts'

/** A small person of two shapes. */
const somebody = (colour: string) => `<path d="M-17 0q0-24 17-24t17 24Z" fill="${colour}"/>${disc(0, -35, 11, woodPale)}`

/** The seven signs, each drawn around 0, 0. */
const signs = {
  secret: `<path d="M-42-26H42V30H-42Z" fill="${sunPale}"/><path d="M-42-26 0 8 42-26"/><path d="M-10 14v-9a10 10 0 0 1 20 0v9" stroke-width="9.5"/>${stroke('M-10 14v-9a10 10 0 0 1 20 0v9', grey, 3)}${box(-17, 10, 34, 28, sun, 6)}${stroke('M0 21v6', ink, 5)}`,
  elsewhere: `${placed(phone(30, 54, tealPale), { x: -32, y: 10 })}${placed(phone(30, 54, lilacMid), { x: 32, y: 10 })}<path d="M-28-32Q0-54 24-34" stroke-width="11.5"/><path d="M34-22 8-28 26-48Z" fill="${coralMid}"/>${stroke('M-28-32Q0-54 20-37', coralMid, 4.5)}`,
  gift: `${box(-34, -8, 68, 46, lilacMid, 3)}${box(-40, -22, 80, 18, lilac, 4)}<path d="M-7-22H7V38H-7Z" fill="${sun}"/><path d="M0-22C-10-48-34-44-26-30-22-22-10-22 0-22 10-22 22-22 26-30 34-44 10-48 0-22Z" fill="${sun}"/>`,
  hurry: `${tube('M-2 36-8 46M26 36 32 46', 4, tealMid)}${disc(12, 2, 36, white)}${stroke('M12-26v4M40 2h-4M12 30v-4M-16 2h4', grey, 4)}<path d="M12-18V4L28 12" stroke-width="4.5"/>${stroke('M-32-18H-52M-34 2H-56M-32 22H-50', coralMid, 5)}`,
  pictures: `${box(-42, -32, 84, 68, greyPale, 4)}${box(-30, -20, 60, 44, grey, 2)}${flat('M-26 14-8-8 4 6 12-2 26 14Z', white)}${flat('M8-12h10v8H8z', white)}`,
  meet: `<path d="M0 8C-26-16-24-44 0-46 24-44 26-16 0 8Z" fill="${coralMid}"/>${disc(0, -22, 9, white)}${placed(somebody(tealMid), { x: -34, y: 42, scale: 0.84 })}${placed(somebody(lilacMid), { x: 34, y: 42, scale: 0.84 })}`,
  guilt: `${placed(somebody(sun), { x: 0, y: 48, scale: 0.9 })}<path d="M-38 4C-56 2-54-24-36-24-36-44-8-48-2-34 16-48 42-34 34-20 54-20 54 4 38 4Z" fill="${grey}"/>${stroke('M-32 16l-4 10M32 16l-4 10M-44 22l-3 8', tealMid, 4)}`,
}

const card = (x: number, y: number, turn: number, colour: string, sign: string) =>
  `<g transform="translate(${x} ${y})rotate(${turn})">${box(-62, -68, 124, 138, colour, 8)}${placed(sign, { y: 4, scale: 1.08 })}${disc(0, -66, 7, coral)}</g>`

/**
 * Seven signs pinned to a board, and Sam, who looks at them: a secret, another phone, a gift, hurry, pictures, a meeting, a heavy
 * cloud.
 */
export const clueBoard = scene(
  flat('M0 0H640V400H0Z', tealPale),
  box(14, 12, 612, 376, wood, 12),
  box(30, 28, 580, 344, woodPale, 4),
  card(106, 118, -2, white, signs.secret),
  card(248, 120, 1.5, white, signs.elsewhere),
  card(391, 118, -1, white, signs.gift),
  card(534, 120, 2, white, signs.hurry),
  card(106, 280, 1.5, white, signs.pictures),
  card(248, 282, -1.5, white, signs.meet),
  card(391, 280, 1, white, signs.guilt),
  person(sam, {
    x: 546,
    y: 346,
    scale: 0.98,
    mood: 'wondering',
    looks: 'left',
    left: null,
    right: { elbow: [70, 60], hand: [44, 8], turn: -20 },
  }),
)
