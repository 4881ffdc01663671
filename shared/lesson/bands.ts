/** Age bands, youngest first, and their visual register. */
export const bands = ['7-9', '9-11', '11-14', '14-16'] as const
export type Band = (typeof bands)[number]

/** Whom help routes and advice are for: pupils of a band, or adults. */
export const audiences = [...bands, 'adults'] as const
export type Audience = (typeof audiences)[number]

export type Register = 'warm' | 'clear'

/** @returns the look of a band: warm and illustrated for 7 to 11, clean and adult for 11 to 16 */
export function registerOf(band: string): Register {
  return band === '7-9' || band === '9-11' ? 'warm' : 'clear'
}
