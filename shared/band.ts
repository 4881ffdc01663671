/** Age bands and their visual register. */

export type Register = 'warm' | 'clear'

/** @returns the look of a band: warm and illustrated for 7 to 11, clean and adult for 11 to 16 */
export function registerOf(band: string): Register {
  return band === '7-9' || band === '9-11' ? 'warm' : 'clear'
}
