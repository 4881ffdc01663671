import { inLanguage } from '#shared/text/in-language'

/**
 * The address of a page of the app, in the language of this one: for browsers, QR codes and people. Links of the router and
 * `navigateTo` carry the language on by themselves.
 * @param path with a slash at its beginning, such as "/teach/sign-in?next=%2Fteach"
 */
export function pageAddress(path: string): string {
  return inLanguage(appAddress(path), useLanguage().locale)
}
