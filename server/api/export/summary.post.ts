/**
 * `POST /api/export/summary` with `{ lessons, format, locales, options }`: what the package holds, its size and the result of its
 * self-check.
 */
import { packageBody, type PackageSummary } from '#shared/api/packages'
import { defineEventHandler } from 'h3'
import { filesIn } from '../../scorm/package/zip-list.ts'
import { answering, packageRequests } from '../../edge/packages/export-request.ts'
import { readInput } from '../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<PackageSummary> => {
  const request = await readInput(event, packageBody, packageRequests)
  return answering(event, async (makers) => {
    const made = await makers.checked(request)
    const [note = made.note] = await makers.withSchemas([made])
    return { ...note, files: filesIn(made.bytes) }
  })
})
