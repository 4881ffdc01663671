import type { Character } from './parts/character.ts'
import { coralMid, lilacMid, sunPale, teal, tealMid, white } from '../drawing/palette.ts'

/** Maya, 10: a lilac hijab and a teal jumper. */
export const maya: Character = {
  name: 'maya',
  build: 'child',
  head: 'hijab',
  skin: '#dba577',
  blush: '#e58f6c',
  headwear: lilacMid,
  top: tealMid,
  trim: white,
  cut: 'jumper',
  sleeves: 'long',
  trousers: teal,
  shoes: coralMid,
  backdrop: sunPale,
}
