/** In which language somebody is told something. */
import { DEFAULT_LOCALE, languages } from '#shared/text/languages'
import { PSEUDO } from '#shared/text/pseudo'
import { settings } from './settings.ts'

/** Tags of languages in a header or a setting, in either case of letters. */
const sameTag = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()

/** @returns the locale of this name or tag, undefined where this server does not speak it */
export function spokenLocale(name: unknown): string | undefined {
  if (typeof name !== 'string') return undefined
  const spoken = settings().pseudoLanguage ? [...languages, PSEUDO] : languages
  return spoken.find(({ locale, tag }) => sameTag(locale, name) || sameTag(tag, name))?.locale
}

/**
 * @param headers of a request: its Accept-Language is the language of the page that asks (utils/ask-server.ts,
 * server/middleware/language.ts), and elsewhere what the browser or program is set to
 * @returns the first one that this server speaks, else the default one
 */
export function readersLocale(headers: Headers): string {
  const ranges = (headers.get('accept-language') ?? '').split(',').map(range => range.split(';')[0]?.trim() ?? '')
  return ranges.flatMap(range => spokenLocale(range) ?? spokenLocale(range.split('-')[0]) ?? [])[0] ?? DEFAULT_LOCALE
}
