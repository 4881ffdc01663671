import type { Character } from './parts/character.ts'
import { coralMid, lilacMid, tealPale, white } from '../drawing/palette.ts'

/** Gran: a grey bun and a lilac cardigan. */
export const gran: Character = {
  name: 'gran',
  build: 'adult',
  head: 'grayBun',
  skin: '#edbd92',
  blush: '#ec9f80',
  hair: '#d9d8e2',
  top: lilacMid,
  trim: white,
  cut: 'cardigan',
  sleeves: 'long',
  trousers: '#55597a',
  shoes: coralMid,
  backdrop: tealPale,
}
