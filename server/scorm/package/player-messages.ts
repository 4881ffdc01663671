/** The player's words in each language, as packages carry them. One line for each language of `i18n/player/`. */
import en from '../../../i18n/player/en.json' with { type: 'json' }

const messages: Readonly<Record<string, Readonly<Record<string, string>>>> = { en }

/** @returns the words in this locale, in English where the language has none yet */
export function playerMessages(locale: string): Readonly<Record<string, string>> {
  return { ...en, ...messages[locale] }
}
