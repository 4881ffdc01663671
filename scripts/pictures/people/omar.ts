import type { Character } from './parts/character.ts'
import { coralMid, sky, sun, teal, white } from '../drawing/palette.ts'

/** Omar, 10: a coral turban and a teal jumper. */
export const omar: Character = {
  name: 'omar',
  build: 'child',
  head: 'turban',
  skin: '#cd905f',
  blush: '#dc8760',
  headwear: coralMid,
  top: teal,
  trim: sun,
  cut: 'jumper',
  sleeves: 'long',
  trousers: '#55597a',
  shoes: white,
  backdrop: sky,
}
