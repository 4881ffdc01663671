/**
 * `GET /export/preview/package/<key>/<path>`: one file of a package that is being checked, as an LMS would serve it.
 * The app's own Content-Security-Policy is left away here (nuxt.config.ts), so that only the package's own counts.
 */
import { defineEventHandler, getRouterParam, setResponseHeaders, setResponseStatus } from 'h3'
import { previewStore } from '../../../../../scorm/preview/package-store.ts'
import { servedType } from '../../../../../scorm/preview/served-types.ts'

export default defineEventHandler((event) => {
  const key = getRouterParam(event, 'key') ?? ''
  const path = decoded(getRouterParam(event, 'path') ?? '')
  const bytes = previewStore.file(key, path)
  setResponseHeaders(event, {
    'Content-Type': bytes ? servedType(path) : 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'SAMEORIGIN',
  })
  if (bytes) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  setResponseStatus(event, 404)
  return previewStore.has(key)
    ? 'There is no such file in this package.'
    : 'This package is no longer kept here. Press "Start over" beside the lesson, and it is built again.'
})

/** What cannot be decoded names no file. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  }
  catch {
    return ''
  }
}
