/** Facts about a locale, whether or not the app speaks it. */
import { languages, type Language } from '#shared/text/languages'

/** Those of two letters that are written from right to left (ISO 639-1; Unicode CLDR `characterOrder`). */
const rightToLeft = /^(?:ar|dv|fa|he|ps|sd|ug|ur|yi)\b/

/** @returns the language of a locale; a lesson may be in one that the app itself does not speak yet */
export function languageOf(locale: string): Language {
  return languages.find(language => language.locale === locale)
    ?? { locale, tag: locale, name: nameOf(locale), direction: rightToLeft.test(locale) ? 'rtl' : 'ltr' }
}

/** The rules for words and reading grades are about English, whichever language is the default. */
export const isEnglish = (locale: string): boolean => /^en\b/.test(locale)

function nameOf(locale: string): string {
  // Old browsers know no names; there the locale does.
  const name
    = typeof Intl.DisplayNames === 'undefined'
      ? undefined
      : new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' }).of(locale)
  return name === undefined ? locale : name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
}
