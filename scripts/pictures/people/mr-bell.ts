import type { Character } from './parts/character.ts'
import { coralMid, coralPale, sun, teal, woodDark } from '../drawing/palette.ts'

/** Mr Bell, the class teacher: auburn hair, glasses, a sun-yellow jumper over a shirt. */
export const mrBell: Character = {
  name: 'mr-bell',
  build: 'adult',
  head: 'grayShort',
  skin: '#fad4b8',
  blush: '#f5ad92',
  hair: '#a5562f',
  glasses: 'glasses2',
  top: sun,
  trim: coralMid,
  cut: 'jumper',
  sleeves: 'long',
  trousers: teal,
  shoes: woodDark,
  backdrop: coralPale,
}
