/** `GET /api/export?lesson=<id>[,<id>…]&format=&locale=en[,cy…]&options=<JSON>` streams the same bytes that `npm run export` writes. Options that are words or pictures come by POST only. */
import { packageBody, packageQuery } from '#shared/api/packages'
import { defineEventHandler } from 'h3'
import type { ExportOptions } from '#shared/scorm/export-options'
import { say } from '../../platform/sentences.ts'
import { answering, download, noPackage, packageRequests } from '../../edge/packages/export-request.ts'
import { fitting, readAsked } from '../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<Buffer> => {
  const { lesson: lessons = [], format, locale: locales, options } = readAsked(event, packageQuery)
  const request = fitting(packageBody, { lessons, format, locales, options: options === undefined ? undefined : parsed(options) }, packageRequests)
  ensureNoWords(request.options)
  return answering(event, async (makers) => {
    const { note, bytes } = await makers.checked(request)
    return download(event, note.fileName, bytes)
  })
})

/** Whoever follows a link gets what its maker chose, from the school's own address: so no link makes a package in which the school says a stranger's words. */
function ensureNoWords({ school, help, finish, course }: ExportOptions) {
  const words = { 'school.name': school.name, 'school.logo': school.logo, 'help.contact': help.contact, 'finish.address': finish.to === 'address' ? finish.address : '', 'course.title': course.title, 'course.id': course.id }
  const issues = Object.entries(words).flatMap(([field, text]) => text
    ? [{ field: `options.${field}`, message: say({ key: 'package-words' }) }]
    : [])
  if (issues.length > 0) throw noPackage('invalid', issues)
}

function parsed(options: unknown): unknown {
  try {
    return JSON.parse(String(options))
  }
  catch {
    throw noPackage('invalid', [{ field: 'options', message: say({ key: 'package-options-not-json' }) }])
  }
}
