/** What a page in another language than the default one needs. In a file of its own, so that it costs the others nothing. */
import { DEFAULT_LANGUAGE, languages, type Language } from '#shared/text/languages'
import type { Texts } from '#shared/text/pseudo'
import { defaultWords, type PlayerWords } from './player-words'

/** @returns the texts of an area in a locale; none where it has no such file */
export type TextsIn = (locale: string, area: string) => Promise<Texts>

export interface OtherLanguage {
  readonly language: Language
  readonly playerWords: PlayerWords
  /** The texts of an area. */
  readonly textsOf: (area: string) => Promise<Texts>
  /** Those of the default language that have none here: they keep its rules for numbers. */
  readonly missingOf: (area: string) => Promise<Texts>
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
      return {
        language: PSEUDO,
        playerWords: pseudoTexts(defaultWords),
        textsOf: async area => pseudoTexts(await inDefault(area)),
        missingOf: async () => ({}),
      }
  }
  const language = languages.find(({ locale }) => locale === asked)
  if (!language || language === DEFAULT_LANGUAGE) return undefined
  const { locale } = language
  return {
    language,
    playerWords: { ...defaultWords, ...await playerWords[`./player/${locale}.json`]?.() },
    textsOf: area => textsIn(locale, area),
    missingOf: async area => without(await inDefault(area), await textsIn(locale, area)),
  }
}

/** @returns the texts that a language has none for yet */
function without(texts: Texts, own: Texts): Texts {
  return Object.fromEntries(Object.entries(texts).flatMap(([key, text]) => {
    const known = own[key]
    if (typeof text === 'object' && typeof known === 'object') return [[key, without(text, known)]]
    return known === undefined ? [[key, text]] : []
  }))
}
