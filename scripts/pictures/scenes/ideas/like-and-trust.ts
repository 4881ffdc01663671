import { box, disc, placed, stroke } from '../../drawing/line.ts'
import { coralMid, ink, lilacMid, lilacPale, sky, sun, sunPale, tealMid, white } from '../../drawing/palette.ts'
import { omar } from '../../people/omar.ts'
import { type Figure, person } from '../../people/parts/person.ts'
import { room, scene } from '../../drawing/scene.ts'
import { table } from '../../things/things.ts'

const omarSits: Figure = {
  x: 322, y: 234, mood: 'wondering',
  left: { elbow: [-64, 60], hand: [-30, 88], turn: 60 },
  right: { elbow: [92, 40], hand: [100, -76], turn: 20 },
}

const star = (x: number, y: number, turn: number, colour: string) =>
  `<path d="M0-19 6-6 20-4 10 6 12 20 0 13-12 20-10 6-20-4-6-6Z" transform="translate(${x} ${y})rotate(${turn})" fill="${colour}"/>`

/** A jar of glass around what is in it, standing on y 0; a label hangs on it. */
function jar(inside: string, label: string): string {
  return `<path d="M-56-178Q-84-166-84-138V-24Q-84 0-60 0H60Q84 0 84-24V-138Q84-166 56-178Z" fill="${sky}"/>${inside}<path d="M-56-178Q-84-166-84-138V-24Q-84 0-60 0H60Q84 0 84-24V-138Q84-166 56-178Z"/>${stroke('M-70-134V-92', white, 7)}${box(-60, -194, 120, 17, white, 7)}${disc(0, -78, 31, white)}${label}`
}

/** Liking comes quickly: a jar full to the brim with bright stars. */
const liking = [
  [-52, -22, 0, sun],
  [-8, -20, 20, coralMid],
  [38, -24, 8, lilacMid],
  [-58, -66, 14, tealMid],
  [58, -62, 30, sun],
  [-54, -110, 24, coralMid],
  [-14, -128, 0, sun],
  [30, -124, 16, tealMid],
  [60, -104, 4, lilacMid],
  [-36, -156, 8, lilacMid],
  [8, -162, 28, coralMid],
  [46, -156, 0, sun],
] as const

/** Trust grows slowly: marbles laid down a layer at a time, and still room above. */
const layers = [[tealMid, -18, 5], [sun, -50, 5], [lilacMid, -82, 5], [coralMid, -114, 2]] as const
const marbles = layers.map(([colour, y, many]) => [-60, -30, 0, 30, 60].slice(0, many).map(x => disc(x, y, 15, colour)).join('')).join('')

const smiley = `${disc(0, -78, 20, sun)}<path d="M-8-72q8 9 16 0"/>${stroke('M-6-84v1M6-84v1', ink, 5)}`
const house = `<path d="M-15-62V-80H15V-62Z" fill="${sunPale}"/><path d="M-20-79 0-97 20-79Z" fill="${coralMid}"/><path d="M-4-62V-72H5V-62Z" fill="${tealMid}"/>`

const shelf = [
  person(omar, omarSits, 'body'),
  table(304, 44),
  placed(jar(liking.map(([x, y, turn, colour]) => star(x, y, turn, colour)).join(''), smiley), { x: 150, y: 334, scale: 0.9 }),
  star(56, 344, 12, coralMid)
  + star(258, 338, -10, sun)
  + star(150, 134, 10, tealMid)
  + star(192, 146, 34, coralMid)
  + star(108, 144, -14, sun),
  placed(jar(marbles, house), { x: 492, y: 334, scale: 0.9 }),
  disc(428, 144, 13.5, coralMid),
  person(omar, omarSits, 'arms'),
].join('')

/**
 * Omar between two jars: one fills at once with stars, the other slowly, marble by marble. Liking somebody and trusting them are
 * different things.
 */
export const likeAndTrust = scene(
  room(lilacPale, sunPale, 340),
  placed(shelf, { x: -38, y: -50, scale: 1.12 }),
)
