/** The player's words in each language, as packages and the server's own pages carry them. */
import { DEFAULT_LOCALE } from '#shared/text/languages'
import { PSEUDO, pseudoTexts } from '#shared/text/pseudo'
import { playerTexts } from '../../../i18n/player-texts.ts'

/** @returns the words in this locale, in the default language where it has none yet */
export function playerMessages(locale: string): Readonly<Record<string, string>> {
  if (locale === PSEUDO.locale) return pseudoTexts(playerTexts[DEFAULT_LOCALE] ?? {})
  return { ...playerTexts[DEFAULT_LOCALE], ...playerTexts[locale] }
}
