/** Things that more than one scene has. Each is drawn around 0, 0, where it stands or hangs, and wants an outline around it. */
import { box, disc, flat, LINE, placed, stroke, tube } from '../drawing/line.ts'
import {
  coral,
  coralMid,
  grass,
  greyPale,
  ink,
  leaf,
  lilacMid,
  sky,
  sun,
  sunPale,
  teal,
  tealMid,
  white,
  wood,
  woodDark,
} from '../drawing/palette.ts'

/** The dog, sitting, looking right; it stands on y 0. */
export const dog = [
  tube('M-26-14Q-52-12-46-40', 9, wood),
  `<path d="M-34-2C-46-44-22-74 4-76 24-76 30-50 28-2Z" fill="${wood}"/>`,
  `<path d="M6-50C2-30 4-16 8-2H28C30-30 28-50 24-60Z" fill="${white}"/>`,
  `<path d="M-36-1q-6-32 16-32 18 0 18 32Z" fill="${wood}"/>`,
  `<path d="M-24 0q0-9 9-9h12v9zM4 0q0-9 9-9h19v9z" fill="${white}"/>`,
  `<path d="M-6-84C-10-112 10-122 26-118 42-114 46-104 48-96 60-96 64-90 62-82 60-70 46-66 32-66 14-66-4-68-6-84Z" fill="${wood}"/>`,
  flat('M28-92c8-4 14-4 20-3 11 0 14 7 12 13-2 10-14 14-26 14-12-2-14-16-6-24z', white),
  `<path d="M34-74Q46-72 53-82"/>`,
  `<ellipse cx="57" cy="-92" rx="6" ry="4.5" fill="${ink}"/><ellipse cx="28" cy="-98" rx="3" ry="4" fill="${ink}" stroke="none"/>`,
  `<path d="M6-118C-14-118-22-92-14-76-4-78 4-94 6-118Z" fill="${woodDark}"/>`,
  stroke('M-2-64Q14-56 32-62', ink, 6 + 2 * LINE) + stroke('M-2-64Q14-56 32-62', coralMid, 6),
  disc(16, -55, 5, sun),
].join('')

/** A phone seen from the front, its screen in one colour; 0, 0 is its middle. */
export function phone(width: number, height: number, screen: string): string {
  return (
    box(-width / 2, -height / 2, width, height, ink, width / 6)
    + `<rect x="${-width / 2 + 3}" y="${-height / 2 + 5}" width="${width - 6}" height="${height - 10}" rx="${width / 10}" fill="${screen}" stroke="none"/>`
  )
}

/** A mug with steam, standing on y 0. */
export function mug(colour: string): string {
  return `<path d="M15-30q18-2 17 10-1 12-17 10" fill="none"/><path d="M-17-36H17V-6q0 6-6 6H-11q-6 0-6-6Z" fill="${colour}"/>${stroke('M-6-46q-5-7 0-13t0-12M7-46q-5-7 0-13t0-12', greyPale)}`
}

/** A plant in a pot, standing on y 0. */
export function plant(pot: string): string {
  return `<path d="M0-34C-4-60-26-64-34-58-32-40-14-34 0-34ZM0-34C-2-70 4-86 12-94 24-78 18-50 0-34ZM0-34C8-56 28-58 36-50 32-36 14-32 0-34Z" fill="${leaf}"/><path d="M-20-36H20L15 0H-15Z" fill="${pot}"/>`
}

/** A window in a wall with its sill and what is outside; 0, 0 is the middle of the sill. */
export function sashWindow(
  width: number,
  height: number,
  { outside = sky, frame = white, inside = '' }: { outside?: string, frame?: string, inside?: string } = {},
): string {
  const left = -width / 2
  return [
    box(left - 8, -height - 8, width + 16, height + 14, frame, 5),
    `<rect x="${left}" y="${-height}" width="${width}" height="${height}" fill="${outside}"/>`,
    inside,
    `<rect x="${left}" y="${-height}" width="${width}" height="${height}"/>`,
    `<path d="M-4${-height}V0M4${-height}V0M${left}${-height / 2 - 4}H${-left}M${left}${-height / 2 + 4}H${-left}"/>`,
    stroke(`M0${4 - height}V-4M${left + 4}${-height / 2}H${-left - 4}`, frame, 5),
    box(left - 16, 0, width + 32, 12, frame, 4),
  ].join('')
}

/** A pair of curtains for a window of this width and height. */
export function curtains(width: number, height: number, colour: string): string {
  const edge = width / 2 + 14
  const half = `M${-edge}${-height - 14}H${-edge + 50}C${-edge + 48}${-height * 0.5} ${-edge + 34}${-height * 0.35} ${-edge + 26} 8H${-edge}Z`
  const fold = stroke(`M${-edge + 18}${-height - 6}C${-edge + 18}${-height * 0.5} ${-edge + 14}${-height * 0.3} ${-edge + 12} 2`, ink, 2.5)
  const drawn = `<path d="${half}" fill="${colour}"/>${fold}`
  return `${drawn}${placed(drawn, { mirror: true })}<path d="M${-edge - 10}${-height - 16}H${edge + 10}" stroke-width="7"/>`
}

/** A round tree, its trunk on y 0. */
export function tree(colour = leaf): string {
  return `<path d="M-9 0Q-5-30-7-70H7Q5-30 9 0Z" fill="${woodDark}"/><path d="M-46-72C-66-84-60-116-38-118-36-146 4-156 20-136 46-142 60-112 46-96 60-72 34-54 14-64 0-52-26-52-46-72Z" fill="${colour}"/><path d="M-22-96q6 8 14 6M10-112q8 6 15 2"/>`
}

/** A football; 0, 0 is its middle. */
export const football = `${disc(0, 0, 17, white)}<path d="M0-7 7-2 4 6H-4L-7-2Z" fill="${ink}"/><path d="M0-7V-16M7-2 15-6M4 6 10 13M-4 6-10 13M-7-2-15-6" stroke-width="2.5"/>`

/** The wheelchair of a person who sits sideways with a child's build: the part behind them, and the part before them. */
export const wheelchair = {
  behind: [
    tube('M-30 14V74H34L52 128', 5, tealMid),
    tube('M-30 16H-46', 5, ink),
    box(-38, 22, 15, 50, coralMid, 7),
  ].join(''),
  before: [
    tube('M52 130H72', 5, tealMid),
    disc(44, 127, 10, white),
    `<circle cx="-4" cy="94" r="43" stroke-width="12"/><circle cx="-4" cy="94" r="43" stroke="${sun}" stroke-width="5"/>`,
    '<path d="M-4 94V54M-4 94 30 74M-4 94 30 114M-4 94V134M-4 94-38 114M-4 94-38 74" stroke-width="2.5"/>',
    disc(-4, 94, 7, coralMid),
  ].join(''),
}

/** A table across the whole scene: its top, and its edge below. */
export function table(y: number, depth = 46): string {
  return `<path d="M-10 ${y}H650V${y + depth}H-10Z" fill="#eebf8a"/><path d="M-10 ${y + depth}H650V410H-10Z" fill="${wood}"/>${stroke(`M60 ${y + depth + 26}H210M330 ${y + depth + 40}H520`, woodDark, 3)}`
}

/** A laptop seen from behind its screen, standing on y 0. */
export function laptopBack(colour: string): string {
  return `${box(-66, -84, 132, 82, colour, 9)}<path d="M-80-4H80l-5 8q-1 3-5 3H-70q-4 0-5-3Z" fill="${greyPale}"/>${disc(0, -44, 8, white)}`
}

/** A lamp on a desk, standing on y 0, its shade to the left. */
export const deskLamp = `<path d="M-22 0H22" stroke-width="11"/>${stroke('M-20 0H20', coral, 4.5)}${tube('M0-6 20-52-14-92', 5, teal)}<path d="M-2-104-34-70-52-102Q-34-126-2-104Z" fill="${sun}"/>`

/** Books standing side by side on y 0. */
export const books = `${box(0, -52, 15, 52, coralMid, 2)}${box(15, -44, 13, 44, sun, 2)}${box(28, -56, 17, 56, tealMid, 2)}<path d="M47-1 62-48 75-44 60 0Z" fill="${lilacMid}"/>${stroke('M4-42H11M32-46H41', sunPale, 3)}`

/** A bush, standing on y 0. */
export const bush = `<path d="M-52 0C-66-24-44-42-28-34-24-58 14-58 18-36 40-46 60-22 48 0Z" fill="${grass}"/>`
