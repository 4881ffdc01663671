import type { Character } from './parts/character.ts'
import { coralMid, lilacPale, teal, tealMid, white } from '../drawing/palette.ts'

/** Leo, 9: longish sandy hair swept up and a striped T-shirt. */
export const leo: Character = {
  name: 'leo',
  build: 'child',
  head: 'short4',
  skin: '#fcdcc1',
  blush: '#f9b79f',
  hair: '#d8a354',
  top: white,
  trim: coralMid,
  cut: 'stripes',
  sleeves: 'short',
  trousers: teal,
  shoes: tealMid,
  backdrop: lilacPale,
}
