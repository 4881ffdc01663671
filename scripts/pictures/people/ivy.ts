import type { Character } from './parts/character.ts'
import { coralMid, coralPale, lilac, sun } from '../drawing/palette.ts'

/** Ivy, 11: long black hair, round glasses and dungarees. She uses a wheelchair, which scenes show. */
export const ivy: Character = {
  name: 'ivy',
  build: 'child',
  head: 'medium3',
  skin: '#f6cfa4',
  blush: '#f3a98a',
  glasses: 'glasses5',
  top: sun,
  trim: lilac,
  cut: 'dungarees',
  sleeves: 'short',
  trousers: lilac,
  shoes: coralMid,
  backdrop: coralPale,
}
