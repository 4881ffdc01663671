/** The player's own words, simpler where a band needs it: `ending.adults.7-9` takes the place of `ending.adults` for ages 7 to 9. */
import type { Band } from '#shared/lesson/bands'

type Messages = Readonly<Record<string, string>>

/** @returns the words as this band reads them */
export function wordsFor(messages: Messages, band: Band): Messages {
  const own = Object.entries(messages).flatMap(([key, text]) => key.endsWith(`.${band}`) ? [[key.slice(0, -band.length - 1), text]] : [])
  return own.length === 0 ? messages : { ...messages, ...Object.fromEntries(own) as Messages }
}
