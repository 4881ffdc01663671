/** The language of the page that is open. It is chosen once, when the page is made (plugins/texts.ts). */
import { languageOf } from '#shared/text/language-of'
import { DEFAULT_LANGUAGE, type Language } from '#shared/text/languages'

export function useLanguage(): Language {
  return (useNuxtApp().payload as { language?: Language }).language ?? DEFAULT_LANGUAGE
}

/** @returns what a question to the server carries, so that its answer is in the page's language */
export function useAskedLocale(): { locale?: string } {
  const { locale } = useLanguage()
  return locale === DEFAULT_LANGUAGE.locale ? {} : { locale }
}

/** What an element says of its language: nothing where it is that of what stands around it. */
type LangAttributes = Partial<Record<'lang' | 'dir', string>>

/**
 * A text that there is not yet in the page's language is shown in another one, and says so (WCAG 2.2, 3.1.2).
 * @returns the attributes of an element that holds a text in this locale
 */
export function useLangOf(): (locale: string) => LangAttributes {
  const page = useLanguage()
  return (locale) => {
    if (locale === page.locale) return {}
    const { tag, direction } = languageOf(locale)
    return { lang: tag, dir: direction }
  }
}

/** @returns the attributes of an element in the page's language that stands inside such a text */
export function usePageLang(): LangAttributes {
  const page = useLanguage()
  return page === DEFAULT_LANGUAGE ? {} : { lang: page.tag, dir: page.direction }
}
