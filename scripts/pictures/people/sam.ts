import type { Character } from './parts/character.ts'
import { coralMid, lilac, sun, tealPale, white } from '../drawing/palette.ts'

/** Sam, 10: short curls and a yellow hoodie. */
export const sam: Character = {
  name: 'sam',
  build: 'child',
  head: 'twists2',
  skin: '#b97a4b',
  blush: '#cf7f55',
  top: sun,
  trim: white,
  cut: 'hoodie',
  sleeves: 'long',
  trousers: lilac,
  shoes: coralMid,
  backdrop: tealPale,
}
