/** What a page in another language than the default one needs. In a file of its own, so that it costs the others nothing. */
import { DEFAULT_LANGUAGE, languages, type Language } from '#shared/text/languages'
import type { Texts } from '#shared/text/pseudo'
import { defaultWords, type PlayerWords } from './player-words'

/** @returns the texts of an area in a locale; none where it has no such file */
export type TextsIn = (locale: string, area: string) => Promise<Texts>

export interface OtherLanguage {
  readonly language: Language
  readonly playerWords: PlayerWords
  /** The texts of an area, in the default language where there are none. */
  readonly textsOf: (area: string) => Promise<Texts>
}

const playerWords = import.meta.glob<PlayerWords>(['./player/*.json'], { import: 'default' })

/**
 * @param asked locale, from the address or as the server has found it
 * @param isPseudoKnown whether the server knows the pseudo-language too
 * @returns undefined for the default language, and for one that the app does not speak
 */
export async function otherLanguage(asked: unknown, textsIn: TextsIn, isPseudoKnown: boolean): Promise<OtherLanguage | undefined> {
  const inDefault = (area: string) => textsIn(DEFAULT_LANGUAGE.locale, area)
  // Never in a browser's script.
  if (import.meta.server && isPseudoKnown) {
    const { PSEUDO, pseudoTexts } = await import('#shared/text/pseudo')
    if (asked === PSEUDO.locale)
      return { language: PSEUDO, playerWords: pseudoTexts(defaultWords), textsOf: async area => pseudoTexts(await inDefault(area)) }
  }
  const language = languages.find(({ locale }) => locale === asked)
  if (!language || language === DEFAULT_LANGUAGE) return undefined
  const { locale } = language
  return {
    language,
    playerWords: { ...defaultWords, ...await playerWords[`./player/${locale}.json`]?.() },
    textsOf: async area => over(await inDefault(area), await textsIn(locale, area)),
  }
}

/** @returns the texts of a language, with those of the default one where it has none yet */
function over(texts: Texts, own: Texts): Texts {
  return {
    ...texts,
    ...Object.fromEntries(Object.entries(own).map(([key, text]) => {
      const under = texts[key]
      return [key, typeof text === 'object' && typeof under === 'object' ? over(under, text) : text]
    })),
  }
}
