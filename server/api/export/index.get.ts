/** `GET /api/export?lesson=<id>[,<id>…]&format=&locale=en[,cy…]&options=<JSON>` streams the same bytes that `npm run export` writes. Options that are words or pictures come by POST only. */
import { packageBody } from '#shared/api/packages'
import { defineEventHandler, getQuery } from 'h3'
import { ensureNoWords, optionsFrom } from '../../edge/packages/address-options.ts'
import { answering, checked, download } from '../../edge/packages/export-request.ts'

export default defineEventHandler(async (event) => {
  const { lesson, format, locale, options } = getQuery(event)
  const list = (value: unknown) => typeof value === 'string' ? value.split(',').map(part => part.trim()).filter(part => part !== '') : undefined
  const request = checked(packageBody, {
    lessons: list(lesson) ?? [],
    format,
    locales: list(locale),
    options: options === undefined ? undefined : optionsFrom(options),
  })
  ensureNoWords(request.options)
  return answering(event, async (makers) => {
    const { note, bytes } = await makers.checked(request)
    return download(event, note.fileName, bytes)
  })
})
