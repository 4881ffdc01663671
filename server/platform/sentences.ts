/** What the server says to people, in each language. One line for each language of `i18n/server/`. */
import { languageOf } from '#shared/text/language-of'
import { DEFAULT_LANGUAGE } from '#shared/text/languages'
import { pluralRule } from '#shared/text/plural'
import { PSEUDO, pseudoText } from '#shared/text/pseudo'
import en from '../../i18n/server/en.json' with { type: 'json' }

export type SentenceKey = keyof typeof en

/** A sentence, and what stands in its `{…}`. */
export interface Sentence {
  readonly key: SentenceKey
  readonly values?: Readonly<Record<string, string | number | Sentence>>
}

const sentences: Readonly<Record<string, Partial<Record<SentenceKey, string>>>> = { en }

/**
 * @param locale of whoever reads it (server/platform/readers-locale.ts)
 * @returns the sentence in that language, in the default one where that has none yet; of cases between bars the one for `count`
 */
export function say({ key, values = {} }: Sentence, locale: string): string {
  const own = locale === PSEUDO.locale ? pseudoText(en[key]) : sentences[locale]?.[key]
  const cases = (own ?? en[key]).split(' | ')
  const rule = pluralRule((own === undefined ? DEFAULT_LANGUAGE : languageOf(locale)).tag)
  const text = cases[cases.length > 1 ? rule(Number(values.count), cases.length) : 0] ?? ''
  return text.replaceAll(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name]
    return typeof value === 'object' ? say(value, locale) : String(value ?? place)
  })
}
