/**
 * `GET /export/preview/package/<key>/<path>`: one file of a package that is being checked, in a sandbox without an origin.
 * What a browser would show as a page needs the cookie of the browser that made the preview; what a page loads needs the key
 * alone, since it comes without cookies. The app's own policy is left away here (nuxt.config.ts).
 */
import {
  defineEventHandler,
  getRequestHeader,
  getRequestURL,
  getRouterParam,
  setResponseHeaders,
  setResponseStatus,
  type H3Event,
} from 'h3'
import { scormVersionOf } from '#shared/scorm/package-format'
import { SERVER_FILE } from '#shared/scorm/server-file'
import { appAssets } from '../../../../../edge/packages/app-assets.ts'
import { previewStore } from '../../../../../scorm/preview/package-store.ts'
import { exportAddress, previewPath, previewSecret } from '../../../../../edge/packages/preview-cookie.ts'
import { gonePage, previewPage, previewPolicy } from '../../../../../scorm/preview/preview-page.ts'
import { servedType } from '../../../../../scorm/preview/served-types.ts'
import { requestedLocale } from '../../../../../edge/request/locale-in.ts'

/** No package has a file of this name. */
const RUN_TIME = '~preview.js'
const PAGE = servedType('.html')

export default defineEventHandler(async (event): Promise<Buffer> => {
  const key = getRouterParam(event, 'key') ?? ''
  const path = decoded(getRouterParam(event, 'path') ?? '')
  const format = previewStore.format(key)
  const type = servedType(path)
  // A lesson asks for this one to know that its server is there, and shows it to nobody.
  const isAnswer = path === SERVER_FILE && !isNavigation(event)
  const isShown = !isAnswer && (type === PAGE || isNavigation(event))
  if (!format || (isShown && !previewStore.belongsTo(key, previewSecret(event)))) return gone(event)
  if (path === RUN_TIME) return sent(event, await appAssets().read('player/preview.js'), servedType('.js'))
  const bytes = previewStore.file(key, path)
  if (!bytes) {
    setResponseStatus(event, 404)
    return sent(event, new TextEncoder().encode('There is no such file in this package.'), servedType('.txt'))
  }
  if (isAnswer) return sent(event, bytes, type, { isByCors: true })
  if (type !== PAGE) return sent(event, bytes, type)
  const folder = previewPath(key)
  const root = getRequestURL(event, { xForwardedHost: true, xForwardedProto: true }).origin + folder
  const page = previewPage({
    page: new TextDecoder().decode(bytes),
    version: scormVersionOf(format),
    runTime: folder + RUN_TIME,
    root,
    locale: requestedLocale(event),
  })
  return sent(event, new TextEncoder().encode(page), type, { root })
})

/** Whoever has a preview's address from elsewhere is told the same as for one that never was. */
function gone(event: H3Event): Buffer {
  setResponseStatus(event, 404)
  return sent(
    event,
    new TextEncoder().encode(
      gonePage(requestedLocale(event), getRequestHeader(event, 'sec-fetch-dest') === 'iframe' ? undefined : exportAddress()),
    ),
    PAGE,
  )
}

interface Sending {
  /** Of the package, where it is a page of the package's. */
  readonly root?: string
  /** As pages ask for fonts, and for whatever they read themselves. */
  readonly isByCors?: boolean
}

function sent(event: H3Event, bytes: Uint8Array, type: string, { root, isByCors }: Sending = {}): Buffer {
  setResponseHeaders(event, {
    'Content-Type': type,
    'Cache-Control': 'no-store',
    'Content-Security-Policy': previewPolicy(root),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'SAMEORIGIN',
    // A page without an origin is a stranger to these files: some are asked for by CORS, all others by this.
    'Cross-Origin-Resource-Policy': 'cross-origin',
    ...(isByCors ?? type === 'application/octet-stream' ? { 'Access-Control-Allow-Origin': '*' } : {}),
  })
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Whether a browser would show the file by itself. Older ones do not say so, but ask for pages first. */
function isNavigation(event: H3Event): boolean {
  const mode = getRequestHeader(event, 'sec-fetch-mode')
  return mode === undefined ? /\btext\/html\b/.test(getRequestHeader(event, 'accept') ?? '') : mode === 'navigate'
}

/** What cannot be decoded names no file. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  }
  catch {
    return ''
  }
}
