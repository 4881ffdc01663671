/** `POST /api/export/preview` with `{ lessons, format, locales, options }`: builds the package that the download would give, and keeps it for "Check before import". */
import { defineEventHandler, setResponseHeader } from 'h3'
import { buildRequested, previewBody } from '../../scorm/preview/build-requested.ts'
import { previewStore, type PreviewPackage } from '../../scorm/preview/package-store.ts'
import { answering, checked, readJson } from '../../scorm/request.ts'

export default defineEventHandler(async (event) => {
  const request = checked(previewBody, await readJson(event))
  return answering(async (workshop): Promise<PreviewPackage> => {
    const { fileName, bytes, report } = await buildRequested(workshop, request)
    const key = previewStore.put(bytes)
    setResponseHeader(event, 'Cache-Control', 'no-store')
    return { key, fileName, bytes: bytes.length, sha256: key, format: request.format, items: report.launch, report }
  })
})
