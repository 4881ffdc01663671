/**
 * `POST /api/export/bulk` with `{ lessons, formats, together, locales, options }`: one zip of packages with a README and SHA-256
 * sums, sent while it is made.
 */
import { bulkBody } from '#shared/api/packages'
import { defineEventHandler, sendStream, setResponseHeaders, type H3Event } from 'h3'
import { forLog } from '../../platform/failure.ts'
import { WorkError } from '../../platform/work/pool.ts'
import { appLibrary } from '../../content/app/app-library.ts'
import { bulkZip, everyRequest } from '../../scorm/export/bulk.ts'
import { ensurePossible, lessonsAwaiting } from '../../scorm/export/export.ts'
import { ensureFewPackages } from '../../edge/packages/few-packages.ts'
import { answering, packageRequests, reviewHeader } from '../../edge/packages/export-request.ts'
import { readInput } from '../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<void> => {
  const { lessons, formats, together, locales, options } = await readInput(event, bulkBody, packageRequests)
  const requests = everyRequest({ lessons: [...new Set(lessons)], formats: [...new Set(formats)], together, locales, options })
  return answering(event, async (makers) => {
    const library = await appLibrary()
    // Formats are known already, so once for each lesson is enough.
    requests.filter(({ format }) => format === formats[0]).forEach(request => ensurePossible({ library }, request))
    await ensureFewPackages(event, requests.length - 1)
    const chunks = bulkZip(makers, requests)
    // The first package is made before anything is sent, so that a request that cannot be met gets a proper answer.
    const first = await chunks.next()
    setResponseHeaders(event, {
      'Content-Type': 'application/zip',
      'Content-Disposition': 'attachment; filename="whos-there-packages.zip"',
      'Cache-Control': 'no-store',
      'X-Package-Count': String(requests.length),
      ...reviewHeader(lessonsAwaiting(library, requests)),
    })
    return sendStream(event, new ReadableStream<Uint8Array>({
      start: controller => first.done ? controller.close() : controller.enqueue(first.value),
      async pull(controller) {
        const { done, value } = await chunks.next().catch((error: unknown) => {
          cutOff(event, error)
          return { done: true, value: undefined }
        })
        if (done || !value) controller.close()
        else controller.enqueue(value)
      },
    }))
  })
})

/** Nothing can be said any more once half of a zip is sent: the line is cut, so that nobody takes it for a whole one. */
function cutOff(event: H3Event, error: unknown): void {
  if (error instanceof WorkError) console.error(`${error.message} ${forLog(error.cause)}`)
  event.node.res.destroy()
}
