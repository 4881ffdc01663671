/** The language of the page that is open. It is chosen once, when the page is made (plugins/texts.ts). */
import { DEFAULT_LANGUAGE, type Language } from '#shared/text/languages'

export function useLanguage(): Language {
  return (useNuxtApp().payload as { language?: Language }).language ?? DEFAULT_LANGUAGE
}

/** @returns what a question to the server carries, so that its answer is in the page's language */
export function useAskedLocale(): { locale?: string } {
  const { locale } = useLanguage()
  return locale === DEFAULT_LANGUAGE.locale ? {} : { locale }
}
