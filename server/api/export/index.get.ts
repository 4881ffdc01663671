/**
 * `GET /api/export?lesson=<id>[,<id>…]&format=&locale=en[,cy…]&options=<JSON>` streams the same bytes that `npm run export`
 * writes. Options that are words or pictures come by POST only.
 */
import { packageBody, packageQuery } from '#shared/api/packages'
import { defineEventHandler } from 'h3'
import { ensureNoWords, optionsFrom } from '../../edge/packages/address-options.ts'
import { answering, download, packageRequests } from '../../edge/packages/export-request.ts'
import { fitting, readAsked } from '../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<Buffer> => {
  const { lesson: lessons = [], format, locale: locales, options } = readAsked(event, packageQuery)
  const request = fitting(
    packageBody,
    { lessons, format, locales, options: options === undefined ? undefined : optionsFrom(options) },
    packageRequests,
  )
  ensureNoWords(request.options)
  return answering(event, async (makers) => {
    const { note, bytes } = await makers.checked(request)
    return download(event, note, bytes)
  })
})
