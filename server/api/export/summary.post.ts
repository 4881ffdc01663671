/** `POST /api/export/summary` with `{ lessons, format, locales, options }`: what the package holds, its size and the result of its self-check. */
import { packageBody } from '#shared/api/packages'
import { defineEventHandler } from 'h3'
import { filesIn } from '../../scorm/package/zip-list.ts'
import { answering, checked, readJson } from '../../edge/packages/export-request.ts'

export default defineEventHandler(async (event) => {
  const request = checked(packageBody, await readJson(event))
  return answering(event, async (makers) => {
    const made = await makers.checked(request)
    const [note] = await makers.withSchemas([made])
    return { ...note, files: filesIn(made.bytes) }
  })
})
