/** Addresses of pages carry the language that they are read in. */
import { DEFAULT_LOCALE } from '#shared/text/languages'

/**
 * @param address of a page of ours, from its path on; others, and those that say a language, are left as they are
 * @param locale of the page that leads there
 */
export function inLanguage(address: string, locale: string): string {
  if (locale === DEFAULT_LOCALE || !/^\/(?!\/)/.test(address)) return address
  const [, path = '', query = '', hash = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(address) ?? []
  if (/[?&]lang=/.test(query)) return address
  return `${path}${query === '' ? '?' : `${query}&`}lang=${locale}${hash}`
}
