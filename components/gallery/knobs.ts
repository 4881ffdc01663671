/** What can be turned in the gallery, read from the address. */
import { preferenceValues } from '#shared/lesson/preferences'
import { exampleStates } from './example-states'

export const knobs = {
  register: ['both', 'warm', 'clear'],
  only: ['all', ...exampleStates],
  dir: ['ltr', 'rtl'],
  textSize: preferenceValues.textSize,
  contrast: preferenceValues.contrast,
  motion: preferenceValues.motion,
  choices: preferenceValues.choices,
} as const

export type Knobs = { readonly [K in keyof typeof knobs]: typeof knobs[K][number] }

/** @returns what the address asks for; the first value of a knob where it asks for nothing or for something unknown */
export function knobsOf(query: Readonly<Record<string, unknown>>): Knobs {
  const chosen = Object.entries(knobs).map(([name, values]) => [
    name,
    (values as readonly string[]).find(value => value === query[name]) ?? values[0],
  ])
  return Object.fromEntries(chosen) as Knobs
}
