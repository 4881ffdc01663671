import type { Character } from './parts/character.ts'
import { coralMid, ink, sun, sunPale, white } from '../drawing/palette.ts'

/** Aunt Jo: a round afro, gold earrings and a coral dress. */
export const auntJo: Character = {
  name: 'aunt-jo',
  build: 'adult',
  head: 'afro',
  skin: '#9a6240',
  blush: '#b26a49',
  earrings: sun,
  top: coralMid,
  trim: white,
  cut: 'dress',
  sleeves: 'short',
  trousers: coralMid,
  shoes: ink,
  backdrop: sunPale,
}
