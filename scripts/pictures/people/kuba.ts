import type { Character } from './parts/character.ts'
import { coralMid, sun, sunPale, teal, white } from '../drawing/palette.ts'

/** Kuba, 10: short dark hair, a sun-yellow hearing aid and a teal school jumper. */
export const kuba: Character = {
  name: 'kuba',
  build: 'child',
  head: 'shaved2',
  skin: '#fbd9c2',
  blush: '#f5ac92',
  hearingAid: sun,
  top: teal,
  trim: coralMid,
  cut: 'jumper',
  sleeves: 'long',
  trousers: '#55597a',
  shoes: white,
  backdrop: sunPale,
}
