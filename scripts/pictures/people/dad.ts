import type { Character } from './parts/character.ts'
import { lilacPale, tealMid, white, woodDark } from '../drawing/palette.ts'

/** Sam's dad: short hair, a short beard and a teal shirt. */
export const dad: Character = {
  name: 'dad',
  build: 'adult',
  head: 'short1',
  skin: '#a96b41',
  blush: '#bd7148',
  beard: 'full',
  top: tealMid,
  trim: white,
  cut: 'shirt',
  sleeves: 'long',
  trousers: '#55597a',
  shoes: woodDark,
  backdrop: lilacPale,
}
