/** Which package is checked: from the page's address, with the options that the export page has left behind. */
import { scormFormats, type ScormFormat } from '#shared/scorm/package-format'
import { DEFAULT_LOCALE } from '#shared/text/languages'

/** Where the export page leaves the options that do not fit into an address, as JSON. */
const OPTIONS_KEY = 'whos-there:export-options'

export interface Choice {
  readonly lessons: readonly string[]
  readonly format: ScormFormat
  readonly locales: readonly string[]
}

/**
 * Reads `?lesson=<id>[,<id>…]&format=&locale=<code>[,<code>…]`.
 * @returns the choice; its lessons are empty where the address names none
 */
export function choiceFrom(query: Readonly<Record<string, unknown>>): Choice {
  const locales = listed(query.locale)
  return {
    lessons: listed(query.lesson),
    format: scormFormats.find(format => format === query.format) ?? 'scorm12',
    locales: locales.length > 0 ? locales : [DEFAULT_LOCALE],
  }
}

/** @returns the options as they were left, undefined for none or what cannot be read */
export function optionsLeft(): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(OPTIONS_KEY) ?? 'null') ?? undefined
  }
  catch {
    return undefined
  }
}

/** A parameter that is given twice counts as all its values. */
function listed(value: unknown): string[] {
  const text = Array.isArray(value) ? value.join(',') : typeof value === 'string' ? value : ''
  return [...new Set(text.split(',').map(part => part.trim()).filter(part => part !== ''))]
}
