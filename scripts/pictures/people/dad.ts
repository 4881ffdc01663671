import type { Character } from '../character.ts'
import { lilacPale, tealMid, white, woodDark } from '../palette.ts'

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
