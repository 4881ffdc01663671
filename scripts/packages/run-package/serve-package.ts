/** Serves a stranger's package to one browser on this machine: from memory, on the loopback address, and nothing else. */
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { fileAt } from '../../../server/scorm/check/archive/addresses.ts'
import type { Archive } from '../../../server/scorm/check/archive/archive.ts'
import { servedType } from '../../../server/scorm/preview/served-types.ts'

export interface ServedPackage {
  /** Scheme, host and port. */
  readonly origin: string
  /** Paths that were asked for and are not in the package. */
  readonly missing: ReadonlySet<string>
  close(): Promise<void>
}

/** Where the package's root lies. */
export const PACKAGE_ROOT = '/package/'
export const LMS_PAGE = '/lms.html'

const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>LMS</title><link rel="icon" href="data:,">
<style>html, body { height: 100%; margin: 0 } iframe { width: 100%; height: 100%; border: 0 }</style>
<body><script src="/scorm12.js"></script><script src="/scorm2004.js"></script><script src="/host.js"></script></body></html>`

/** Whatever a browser asks about a film in pieces is answered whole: packages are small enough. */
export async function servePackage(archive: Archive): Promise<ServedPackage> {
  const require = createRequire(import.meta.url)
  const runTime = (version: string) => readFile(require.resolve(`scorm-again/${version}/min`))
  const own: Readonly<Record<string, { readonly type: string, readonly bytes: Uint8Array }>> = {
    [LMS_PAGE]: { type: 'text/html; charset=utf-8', bytes: new TextEncoder().encode(page) },
    '/scorm12.js': { type: 'application/javascript', bytes: await runTime('scorm12') },
    '/scorm2004.js': { type: 'application/javascript', bytes: await runTime('scorm2004') },
    '/host.js': { type: 'application/javascript', bytes: await readFile(fileURLToPath(new URL('host.js', import.meta.url))) },
  }
  const missing = new Set<string>()

  function found(path: string): { readonly type: string, readonly bytes: Uint8Array } | null {
    if (Object.hasOwn(own, path)) return own[path]!
    if (!path.startsWith(PACKAGE_ROOT)) return null
    const name = fileAt(archive, path.slice(PACKAGE_ROOT.length))
    const bytes = name === null ? null : archive.read(name)
    return bytes && name !== null ? { type: servedType(name), bytes } : null
  }

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1')
    const file = found(pathname)
    if (!file) {
      missing.add(pathname.startsWith(PACKAGE_ROOT) ? pathname.slice(PACKAGE_ROOT.length) : pathname)
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, { 'Content-Type': file.type, 'Cache-Control': 'no-store' }).end(file.bytes)
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    missing,
    close: () => new Promise((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    }),
  }
}
