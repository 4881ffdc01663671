/** Age bands, youngest first, and their visual register. */
export const bands = ['7-9', '9-11', '11-14', '14-16'] as const
export type Band = (typeof bands)[number]

/** Whom help routes and advice are for: pupils of a band, or adults. */
export const audiences = [...bands, 'adults'] as const
export type Audience = (typeof audiences)[number]

export type Register = 'warm' | 'clear'

/** Warm and illustrated for 7 to 11, clean and adult for 11 to 16. */
const registers: Readonly<Record<Band, Register>> = { '7-9': 'warm', '9-11': 'warm', '11-14': 'clear', '14-16': 'clear' }

/** @returns the look of a band */
export const registerOf = (band: Band): Register => registers[band]

/** Led by the ear: every line can be heard by itself, for children who read little. */
export const isLedByEar = (band: Band): boolean => band === '7-9'
