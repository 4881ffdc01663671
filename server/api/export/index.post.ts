/**
 * `POST /api/export` with `{ lessons, format, locales, options }`: the same as GET, for options that do not fit into an address
 * (a logo).
 */
import { packageBody } from '#shared/api/packages'
import { defineEventHandler } from 'h3'
import { answering, download, packageRequests } from '../../edge/packages/export-request.ts'
import { readInput } from '../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<Buffer> => {
  const request = await readInput(event, packageBody, packageRequests)
  return answering(event, async (makers) => {
    const { note, bytes } = await makers.checked(request)
    return download(event, note, bytes)
  })
})
