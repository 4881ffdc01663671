/** How a pupil likes to see and hear a lesson. A few letters, so that they fit into a cookie-free storage or suspend data. */

export const preferenceValues = {
  textSize: ['normal', 'large', 'larger', 'largest'],
  spacing: ['normal', 'wide'],
  font: ['default', 'atkinson', 'opendyslexic'],
  contrast: ['auto', 'light', 'dark', 'high'],
  motion: ['auto', 'still'],
  /** `two`: the version of a screen that has less at once, where its author gave one. */
  choices: ['all', 'two'],
  /** `checked`: an answer is picked first and counts once it is checked. */
  answers: ['at-once', 'checked'],
} as const

export type Preferences = { readonly [K in keyof typeof preferenceValues]: typeof preferenceValues[K][number] }

/** What a new pupil gets: `auto` follows the device's own settings. */
export const defaultPreferences: Preferences = {
  textSize: 'normal',
  spacing: 'normal',
  font: 'default',
  contrast: 'auto',
  motion: 'auto',
  choices: 'all',
  answers: 'at-once',
}

const names = Object.keys(preferenceValues) as (keyof Preferences)[]

/** @returns one digit for each preference, in the order of `preferenceValues` */
export function encodePreferences(preferences: Preferences): string {
  return names.map(name => (preferenceValues[name] as readonly string[]).indexOf(preferences[name])).join('')
}

/** @returns the preferences; what cannot be read falls back to its default. Never throws. */
export function decodePreferences(text: unknown): Preferences {
  const digits = typeof text === 'string' ? text : ''
  const read = names.map((name, i) => [name, preferenceValues[name][Number(digits[i] ?? Number.NaN)] ?? defaultPreferences[name]])
  return Object.fromEntries(read) as Preferences
}
