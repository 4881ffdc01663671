/** `GET /api/export?lesson=<id>[,<id>…]&format=&locale=en[,cy…]&options=<JSON>` streams the same bytes that `npm run export` writes. */
import { defineEventHandler, getQuery } from 'h3'
import { exportPackage } from '../../scorm/export.ts'
import { refusal } from '../../scorm/refusal.ts'
import { answering, checked, download, packageBody } from '../../scorm/request.ts'

export default defineEventHandler(async (event) => {
  const { lesson, format, locale, options } = getQuery(event)
  const list = (value: unknown) => typeof value === 'string' ? value.split(',').map(part => part.trim()).filter(part => part !== '') : undefined
  const request = checked(packageBody, {
    lessons: list(lesson) ?? [],
    format,
    locales: list(locale),
    options: options === undefined ? undefined : parsed(options),
  })
  return answering(async (workshop) => {
    const { fileName, bytes } = await exportPackage(workshop, request)
    return download(event, fileName, bytes)
  })
})

function parsed(options: unknown): unknown {
  try {
    return JSON.parse(String(options))
  }
  catch {
    throw refusal(400, [{ field: 'options', message: 'The options have to be JSON, for example options={"passMark":80}.' }])
  }
}
