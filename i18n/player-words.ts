/** The player's words in the default language, as the app's own script holds them. */
import words from './player/en.json'

export type PlayerWords = Readonly<Record<string, string>>

export const defaultWords: PlayerWords = words
