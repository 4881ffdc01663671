/** Round pictures for invented accounts: an object, so that nobody can tell who is behind it. */
import { emoji } from './drawing/emoji.ts'
import { disc, outlined, placed } from './drawing/line.ts'
import { coralPale, ink, lilac, lilacPale, sky, sun, tealPale, white } from './drawing/palette.ts'

const circle = (backdrop: string, inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><circle cx="48" cy="48" r="48" fill="${backdrop}"/>${inside}</svg>`

const avatar = (backdrop: string, object: string) => circle(backdrop, emoji(object, { x: 20, y: 20, size: 56, line: 3 }))

const football = `${disc(0, 0, 17, white)}<path d="M0-7 7-2 4 6H-4L-7-2Z" fill="${ink}"/>`
  + '<path d="M0-7V-16M7-2 15-6M4 6 10 13M-4 6-10 13M-7-2-15-6" stroke-width="2.5"/>'

/** By picture id. */
export const avatars = {
  'avatar-robot': avatar(lilac, 'robot'),
  'avatar-football': circle(sun, outlined(placed(football, { x: 48, y: 48, scale: 1.65 }), 2)),
  'avatar-fox': avatar(tealPale, 'fox'),
  'avatar-castle': avatar(sky, 'castle'),
  'avatar-sunflower': avatar(lilacPale, 'sunflower'),
  'avatar-cat': avatar(coralPale, 'cat-face'),
}
