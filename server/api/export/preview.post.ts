/** `POST /api/export/preview`: builds the package that the download would give, and keeps it for "Check before import". */
import { strFromU8 } from 'fflate'
import { createError, defineEventHandler, readBody, setResponseHeader } from 'h3'
import type { PreviewPackage } from '#shared/scorm/preview'
import { ExportError } from '../../scorm/export.ts'
import { buildRequested, PreviewBody } from '../../scorm/preview/build-requested.ts'
import { itemsOf } from '../../scorm/preview/manifest-items.ts'
import { previewStore } from '../../scorm/preview/package-store.ts'

const mistakes: readonly string[] = ['unknown-format', 'unknown-lesson', 'unknown-locale']

export default defineEventHandler(async (event): Promise<PreviewPackage> => {
  const body = PreviewBody.safeParse(await readBody<unknown>(event))
  if (!body.success) throw refusal(400, body.error.issues.map(issue => ({ field: issue.path.join('.'), message: issue.message })))
  try {
    const { fileName, format, bytes, report } = await buildRequested(body.data)
    const key = previewStore.put(bytes)
    const manifest = previewStore.file(key, 'imsmanifest.xml')
    setResponseHeader(event, 'Cache-Control', 'no-store')
    return {
      key,
      fileName,
      bytes: bytes.length,
      sha256: key,
      format,
      items: manifest ? itemsOf(strFromU8(manifest)) : [],
      ...(report ? { report } : {}),
    }
  }
  catch (error) {
    if (!(error instanceof ExportError)) throw error
    throw refusal(mistakes.includes(error.code) ? 404 : 500, [{ field: '', message: error.message }])
  }
})

function refusal(statusCode: number, issues: { field: string, message: string }[]) {
  return createError({ statusCode, statusMessage: 'This package cannot be made', data: { issues } })
}
