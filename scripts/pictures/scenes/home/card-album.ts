import { box, disc, flat, placed, stroke } from '../../drawing/line.ts'
import { coralMid, coralPale, grass, greyPale, lilacMid, sun, sunPale, tealMid, tealPale, white } from '../../drawing/palette.ts'
import { omar } from '../../people/omar.ts'
import { type Figure, person } from '../../people/parts/person.ts'
import { room, scene } from '../../drawing/scene.ts'
import { football, mug, phone, plant, sashWindow, table } from '../../things/things.ts'

const omarReads: Figure = {
  x: 320, y: 196, mood: 'reading', nod: 6,
  left: { elbow: [-84, 62], hand: [-96, 112], turn: 60 },
  right: { elbow: [84, 62], hand: [96, 112], turn: -60 },
}

const player = (colour: string) =>
  `${box(-17, -22, 34, 44, white, 3)}<path d="M-11 16q0-17 11-17t11 17Z" fill="${colour}" stroke-width="2.5"/><circle cy="-9" r="7" fill="${sunPale}" stroke-width="2.5"/>`
const empty = `<path d="M-17-22H17V22H-17Z" fill="${greyPale}" stroke-dasharray="7 7" stroke-width="2.5"/>`

const colours = [coralMid, tealMid, lilacMid, tealMid, coralMid, sun, lilacMid, coralMid, sun, tealMid, '']
const cards = colours.map((colour, index) => placed(colour === '' ? empty : player(colour), {
  x: (index < 6 ? -148 : 44) + (index < 6 ? index % 3 : (index - 6) % 3) * 52,
  y: (index < 6 ? index < 3 : index < 9) ? -24 : 28,
})).join('')

/** The open album, seen from across the table; its middle is 0, 0. */
const album = `<path d="M-186-54Q-90-66 0-50 90-66 186-54V62Q90 50 0 66-90 50-186 62Z" fill="${coralMid}"/><path d="M-178-60Q-88-70 0-54 88-70 178-60V54Q88 44 0 58-88 44-178 54Z" fill="${coralPale}"/><path d="M0-54V58"/>${cards}`

/** Omar looks at his card album on the table: one place is still empty. */
export const cardAlbum = scene(
  room(sunPale, tealPale, 320),
  placed(sashWindow(120, 120, { inside: `<path d="M-60-26Q-20-56 60-30V0H-60Z" fill="${grass}"/>` }), { x: 120, y: 174 }),
  placed(plant(coralMid), { x: 96, y: 174, scale: 0.5 }),
  box(470, 120, 180, 11, '#eebf8a', 3)
  + placed(football, { x: 520, y: 102 })
  + box(566, 72, 12, 48, lilacMid, 2)
  + box(578, 80, 14, 40, sun, 2)
  + box(592, 66, 12, 54, tealMid, 2),
  person(omar, omarReads, 'body'),
  table(268, 80),
  flat('M136 366Q320 384 504 366L510 376Q320 396 130 376Z', '#cf9d66'),
  placed(album, { x: 320, y: 312 }),
  placed(phone(34, 62, tealMid), { x: 566, y: 306, turn: 62 }),
  placed(mug(sun), { x: 66, y: 318, scale: 0.95 }),
  disc(596, 348, 9, sun) + stroke('M592 345q4-4 8 0', white, 2.5),
  person(omar, omarReads, 'arms'),
)
