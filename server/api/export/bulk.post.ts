/** `POST /api/export/bulk` with `{ lessons, formats, together, locales, options }`: one zip of packages with a README and SHA-256 sums, sent while it is made. */
import { defineEventHandler, sendStream, setResponseHeaders } from 'h3'
import { bulkZip, everyRequest } from '../../scorm/bulk.ts'
import { ensurePossible } from '../../scorm/export.ts'
import { answering, bulkBody, checked, readJson } from '../../scorm/request.ts'

export default defineEventHandler(async (event) => {
  const { lessons, formats, together, locales, options } = checked(bulkBody, await readJson(event))
  const requests = everyRequest({ lessons: [...new Set(lessons)], formats: [...new Set(formats)], together, locales, options })
  return answering(async (workshop) => {
    requests.forEach(request => ensurePossible(workshop, request))
    const chunks = bulkZip(workshop, requests)
    // The first package is made before anything is sent, so that a request that cannot be met gets a proper answer.
    const first = await chunks.next()
    setResponseHeaders(event, {
      'Content-Type': 'application/zip',
      'Content-Disposition': 'attachment; filename="whos-there-packages.zip"',
      'Cache-Control': 'no-store',
      'X-Package-Count': String(requests.length),
    })
    return sendStream(event, new ReadableStream<Uint8Array>({
      start: controller => first.done ? controller.close() : controller.enqueue(first.value),
      async pull(controller) {
        const { done, value } = await chunks.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
    }))
  })
})
