/** Pictures that pupils sign in with: one thing each, told apart by shape and not only by colour. */
import type { LoginPicture } from '#shared/people/login-pictures'
import { emoji } from './drawing/emoji.ts'
import { coralPale, greyPale, lilacPale, sky, sunPale, tealPale } from './drawing/palette.ts'

const tile = (backdrop: string, object: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><rect x="2" y="2" width="92" height="92" rx="18" fill="${backdrop}"/>${emoji(object, { x: 16, y: 16, size: 64, line: 3 })}</svg>`

const drawings: Readonly<Record<LoginPicture, string>> = {
  fish: tile(sunPale, 'tropical-fish'),
  duck: tile(sky, 'duck'),
  frog: tile(lilacPale, 'frog'),
  snail: tile(tealPale, 'snail'),
  tree: tile(sunPale, 'deciduous-tree'),
  sun: tile(sky, 'sun'),
  star: tile(lilacPale, 'star'),
  mushroom: tile(tealPale, 'mushroom'),
  car: tile(greyPale, 'automobile'),
  boat: tile(sky, 'sailboat'),
  rocket: tile(sunPale, 'rocket'),
  umbrella: tile(tealPale, 'umbrella'),
  apple: tile(greyPale, 'red-apple'),
  banana: tile(lilacPale, 'banana'),
  cake: tile(sky, 'birthday-cake'),
  balloon: tile(coralPale, 'balloon'),
}

/** By picture id. */
export const loginTiles = Object.fromEntries(Object.entries(drawings).map(([name, svg]) => [`login-${name}`, svg]))
