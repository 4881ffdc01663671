/** `GET /api/export?lesson=&format=&locale=` streams the same bytes that `npm run export` writes. */
import { createError, defineEventHandler, getQuery, setResponseHeaders } from 'h3'
import { z } from 'zod'
import { renderOpening } from '#player/prerender'
import { packageFormats } from '#shared/scorm/package-format'
import { appLibrary } from '../content/library-in-app.ts'
import { appAssets } from '../scorm/assets-in-app.ts'
import { ExportError, exportPackage, type ExportErrorCode } from '../scorm/export.ts'

const Query = z.object({
  lesson: z.string('say which lesson, for example lesson=lying-online-9-11').max(80),
  format: z.enum(packageFormats, `the formats are: ${packageFormats.join(', ')}`),
  locale: z.string().max(10).default('en'),
})

const refusals: Readonly<Record<ExportErrorCode, { statusCode: number, field: string }>> = {
  'unknown-format': { statusCode: 400, field: 'format' },
  'unknown-lesson': { statusCode: 404, field: 'lesson' },
  'unknown-locale': { statusCode: 404, field: 'locale' },
  'invalid-lesson': { statusCode: 500, field: 'lesson' },
  'missing-file': { statusCode: 500, field: 'lesson' },
}

export default defineEventHandler(async (event) => {
  const query = Query.safeParse(getQuery(event))
  if (!query.success) throw refusal(400, query.error.issues.map(issue => ({ field: issue.path.join('.'), message: issue.message })))
  const { lesson, format, locale } = query.data
  try {
    const library = await appLibrary()
    const { fileName, bytes } = await exportPackage({ library, lessonId: lesson, format, locale, assets: appAssets(), renderOpening })
    setResponseHeaders(event, {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="${fileName}"`,
    })
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }
  catch (error) {
    if (!(error instanceof ExportError)) throw error
    const { statusCode, field } = refusals[error.code]
    throw refusal(statusCode, [{ field, message: error.message }])
  }
})

function refusal(statusCode: number, issues: { field: string, message: string }[]) {
  return createError({ statusCode, statusMessage: 'This package cannot be made', data: { issues } })
}
