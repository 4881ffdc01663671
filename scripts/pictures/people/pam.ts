import type { Character } from './parts/character.ts'
import { lilac, sun, sunPale, woodDark } from '../drawing/palette.ts'

/** Pam, Omar's foster carer, who drives a bus: twisted hair, gold earrings and the lilac shirt of the bus company. */
export const pam: Character = {
  name: 'pam',
  build: 'adult',
  head: 'dreads1',
  skin: '#8f5a3a',
  blush: '#a8653f',
  earrings: sun,
  top: lilac,
  trim: sun,
  cut: 'shirt',
  sleeves: 'long',
  trousers: '#55597a',
  shoes: woodDark,
  backdrop: sunPale,
}
