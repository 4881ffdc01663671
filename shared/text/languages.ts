/**
 * The languages of the app: the one place that names them (languages.json; the first one is the default). docs/add-a-language.md
 * says what else a language needs.
 */
import settings from './languages.json' with { type: 'json' }

export interface Language {
  /** As folders, files and addresses call it: "en", "cy". */
  readonly locale: string
  /** BCP 47 tag, for `lang`, hyphens, voices, dates and the order of names: "en-GB". */
  readonly tag: string
  /** In the language itself, which is how its speakers look for it. */
  readonly name: string
  readonly direction: 'ltr' | 'rtl'
}

export const languages: readonly Language[] = settings.map(one => ({ ...one, direction: one.direction === 'rtl' ? 'rtl' : 'ltr' }))

/** The language that lessons are written in first and that every text falls back on. */
export const DEFAULT_LANGUAGE: Language = languages[0] ?? { locale: 'und', tag: 'und', name: '', direction: 'ltr' }

/** As packages and addresses name it where nobody says which. */
export const DEFAULT_LOCALE = DEFAULT_LANGUAGE.locale
