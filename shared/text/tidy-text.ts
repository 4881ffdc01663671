/** Typed text as it is kept: what cannot be seen, or would turn round what stands beside it, is left out. */

const BREAKS = /\r\n?|[\v\f\u0085\u2028\u2029]/g
/**
 * Control characters, turns of direction, half characters and the like, and letters that are blank.
 * The two joiners stay: Persian, Hindi and other names are written with them.
 */
const UNSEEN = /(?![\n\t\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\uFFFD\u115F\u1160\u2800\u3164\uFFA0]|\u034F/gu

/** Normalised last: what is left out may have stood between a letter and its accent. */
const seen = (text: string) => text.replace(BREAKS, '\n').replace(UNSEEN, '').normalize('NFC')

/** @returns a name, on one line, with one space between words; empty where there is nothing to see */
export function tidyName(text: string): string {
  const name = seen(text).replace(/\s+/g, ' ').trim()
  return /[^\p{M}\s\u200C\u200D]/u.test(name) ? name : ''
}

/** @returns text of some lines */
export const tidyText = (text: string) => seen(text).replace(/[^\S\n]+/g, ' ').replace(/ ?\n ?/g, '\n').trim()
