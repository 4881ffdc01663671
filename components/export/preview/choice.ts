/** Which package is checked: from the page's address, with the options that the export page has left behind. */
import { packageFormats, type PackageFormat } from '#shared/scorm/package-format'

/** Where the export page leaves the options that do not fit into an address, as JSON. */
const OPTIONS_KEY = 'whos-there:export-options'

export interface Choice {
  readonly lessons: readonly string[]
  readonly format: PackageFormat
  readonly locale: string
}

/**
 * Reads `?lesson=<id>[,<id>…]&format=&locale=`.
 * @returns the choice; its lessons are empty where the address names none
 */
export function choiceFrom(query: Readonly<Record<string, unknown>>): Choice {
  const lessons = text(query.lesson).split(',').map(id => id.trim()).filter(id => id !== '')
  return {
    lessons: [...new Set(lessons)],
    format: packageFormats.find(format => format === query.format) ?? 'scorm12',
    locale: text(query.locale) || 'en',
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
function text(value: unknown): string {
  return Array.isArray(value) ? value.join(',') : typeof value === 'string' ? value : ''
}
