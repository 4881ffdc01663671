/** The cast of Cabbage Street, a soap opera that three pupils film with vegetables. Each stands on y 0 and wants an outline around it. */
import { box, disc, flat, stroke } from '../drawing/line.ts'
import { coralMid, grass, greyPale, ink, leaf, sun, sunPale, white } from '../drawing/palette.ts'

/** Eyes and a mouth around 0, 0; `mouth` is a path. */
function face(mouth: string): string {
  return `${disc(-11, -2, 6.5, white)}${disc(11, -2, 6.5, white)}${stroke('M-10-1v.5M10-1v.5', ink, 5)}<path d="${mouth}" stroke-width="3"/>`
}

/** The scarf of Gareth the leek, as he wears it. */
const wornScarf = `${box(-29, -64, 58, 15, coralMid, 7)}<path d="M8-52 20-18 34-23 26-54Z" fill="${coralMid}"/>${stroke('M15-37 29-42', sun, 4)}${stroke('M-16-63V-51M0-63V-51', sun, 4)}`

/** Gareth, a leek with a broken heart, 190 high. */
export const leek = [
  `<path d="M-14-112C-30-140-62-150-66-178-40-178-18-160-6-124ZM14-112C30-146 58-150 70-170 44-180 18-160 6-124Z" fill="${leaf}"/>`,
  `<path d="M-16-108C-26-150-18-180-2-194 16-178 26-150 16-108Z" fill="${grass}"/>`,
  stroke('M-1-126V-168', leaf, 4),
  `<path d="M-23-116Q0-128 23-116L25-12Q25 0 12 0H-12Q-25 0-25-12Z" fill="${white}"/>`,
  flat('M-21-114Q0-124 21-114L22-100Q0-92-22-100Z', grass),
  stroke('M-12-30V-10M2-26V-8', greyPale, 4),
  `<g transform="translate(0 -82)">${face('M-7 13q7-7 14 0')}</g>`,
  wornScarf,
].join('')

/** The vicar, a cabbage, 92 high. */
export const cabbage = [
  `<path d="M-52-8C-66-34-52-78-18-88 8-98 46-84 54-52 60-24 44 0 20 0H-26Q-44 0-52-8Z" fill="${grass}"/>`,
  `<path d="M-50-12C-66-34-58-66-40-76-30-52-34-26-22 0-36 2-44-2-50-12ZM50-14C64-36 56-62 42-74 30-52 36-24 24 0 38 2 46-4 50-14Z" fill="${leaf}"/>`,
  stroke('M-46-58Q-40-34-36-10M46-56Q40-34 38-10', grass, 3),
  `<g transform="translate(0 -44)">${face('M-8 13q8 7 16 0')}</g>`,
].join('')

/** A house of cardboard and tape, 150 high. */
export function cardboardHouse(roof: string, door: string, wall: string): string {
  return [
    box(-56, -96, 112, 96, wall, 2),
    `<path d="M-70-92 0-150 70-92Z" fill="${roof}"/>`,
    box(-40, -76, 28, 28, sunPale, 2) + '<path d="M-26-76V-48M-40-62H-12" stroke-width="2.5"/>',
    `<path d="M10 0V-56H42V0Z" fill="${door}"/>` + disc(34, -28, 2.5, sun),
    `<g transform="rotate(-8 -34 -24)">${flat('M-46-30h28v11h-28z', white)}</g>`,
  ].join('')
}

/** The scarf on its own, hanging from 0, 0. */
export const hangingScarf = `<path d="M-6 0C-20 22-24 48-22 74L-4 76C-6 52-2 26 4 10 10 28 12 46 10 62L28 60C30 38 20 12 6 0Z" fill="${coralMid}"/>${stroke('M-20 60H-6M13 48H26', sun, 4)}`
