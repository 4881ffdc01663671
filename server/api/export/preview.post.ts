/**
 * `POST /api/export/preview` with `{ lessons, format, locales, options }`: builds the package that the download would give, and
 * keeps it for half an hour for "Check before import" in the browser that asks.
 */
import { previewBody, type PreviewPackage } from '#shared/api/packages'
import { defineEventHandler, setResponseHeader } from 'h3'
import { buildRequested } from '../../scorm/preview/build-requested.ts'
import { keepPreviewCookie } from '../../edge/packages/preview-cookie.ts'
import { previewStore } from '../../scorm/preview/package-store.ts'
import { addressOf } from '../../edge/request/address.ts'
import { answering, packageRequests } from '../../edge/packages/export-request.ts'
import { readInput } from '../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<PreviewPackage> => {
  const request = await readInput(event, previewBody, packageRequests)
  return answering(event, async (makers): Promise<PreviewPackage> => {
    const { fileName, bytes, sha256, report } = await buildRequested(makers, request)
    const keys = previewStore.put(bytes, request.format, addressOf(event))
    keepPreviewCookie(event, keys)
    setResponseHeader(event, 'Cache-Control', 'no-store')
    return { key: keys.key, fileName, bytes: bytes.length, sha256, format: request.format, items: report.launch, report }
  })
})
