/** `POST /api/export` with `{ lessons, format, locales, options }`: the same as GET, for options that do not fit into an address (a logo). */
import { packageBody } from '#shared/api/packages'
import { defineEventHandler } from 'h3'
import { answering, checked, download, readJson } from '../../edge/packages/export-request.ts'

export default defineEventHandler(async (event) => {
  const request = checked(packageBody, await readJson(event))
  return answering(event, async (makers) => {
    const { note, bytes } = await makers.checked(request)
    return download(event, note.fileName, bytes)
  })
})
