/** The player's words in the language of the page, for pages that hold a part of the player. */
import { defaultWords, type PlayerWords } from '~/i18n/player-words'

export function usePlayerWords(): PlayerWords {
  return (useNuxtApp().payload as { playerWords?: PlayerWords }).playerWords ?? defaultWords
}
