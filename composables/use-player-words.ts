/** The player's words, for pages that hold a part of the player. */
import { DEFAULT_LOCALE } from '#shared/text/languages'
import { defaultWords, type PlayerWords } from '~/i18n/player-words'

/**
 * @param locale of the content that they stand among; it may be in the default language on a page in another one
 * @returns them in that language, else in the page's
 */
export function usePlayerWords(locale?: string): PlayerWords {
  if (locale === DEFAULT_LOCALE) return defaultWords
  return (useNuxtApp().payload as { playerWords?: PlayerWords }).playerWords ?? defaultWords
}
