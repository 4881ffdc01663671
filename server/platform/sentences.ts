/** What the server says to people, in each language. One line for each language of `i18n/server/`. */
import en from '../../i18n/server/en.json' with { type: 'json' }

export type SentenceKey = keyof typeof en

/** A sentence, and what stands in its `{…}`. */
export interface Sentence {
  readonly key: SentenceKey
  readonly values?: Readonly<Record<string, string | number | Sentence>>
}

const languages: Readonly<Record<string, Partial<Record<SentenceKey, string>>>> = { en }

/** @returns the sentence in a language, in English where that has none yet */
export function say({ key, values = {} }: Sentence, language?: string): string {
  const text = languages[language ?? '']?.[key] ?? en[key]
  return text.replaceAll(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name]
    return typeof value === 'object' ? say(value, language) : String(value ?? place)
  })
}
