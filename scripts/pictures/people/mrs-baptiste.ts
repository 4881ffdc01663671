import type { Character } from './parts/character.ts'
import { coralMid, lilacPale, sun, tealMid, white } from '../drawing/palette.ts'

/** Mrs Baptiste, the school cook: a sun-yellow headscarf with a knot, coral earrings and a white jacket. */
export const mrsBaptiste: Character = {
  name: 'mrs-baptiste',
  build: 'adult',
  head: 'bun',
  skin: '#7d4a30',
  blush: '#96593a',
  headwear: sun,
  earrings: coralMid,
  top: white,
  trim: tealMid,
  cut: 'shirt',
  sleeves: 'long',
  trousers: '#55597a',
  shoes: coralMid,
  backdrop: lilacPale,
}
