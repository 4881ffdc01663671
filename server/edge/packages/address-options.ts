/** Options of a package that stand in an address. */
import type { ExportOptions } from '#shared/scorm/export-options'
import { noPackage } from './export-request.ts'

/**
 * Whoever follows a link gets what its maker chose, from the school's own address: so no link makes a package in which the school
 * says a stranger's words. @throws `invalid` with each field that has some
 */
export function ensureNoWords({ school, help, finish, course }: ExportOptions) {
  const words = {
    'school.name': school.name,
    'school.logo': school.logo,
    'help.contact': help.contact,
    'finish.address': finish.to === 'address' ? finish.address : '',
    'course.title': course.title,
    'course.id': course.id,
  }
  const issues = Object.entries(words).flatMap(([field, text]) => text
    ? [{ field: `options.${field}`, message: { key: 'package-words' } as const }]
    : [])
  if (issues.length > 0) throw noPackage('invalid', issues)
}

/** @returns options that stand in an address as JSON */
export function optionsFrom(options: unknown): unknown {
  try {
    return JSON.parse(String(options))
  }
  catch {
    throw noPackage('invalid', [{ field: 'options', message: { key: 'package-options-not-json' } }])
  }
}
