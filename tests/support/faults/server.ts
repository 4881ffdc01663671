/**
 * One web server for all rows of a worker: the LMS's page, frames between, and the built packages, served well or badly by the
 * first part of their address.
 */
import { readFile } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { unzipSync } from 'fflate'
import type { Lesson } from '#activities/lesson'
import { packageFormats, type PackageFormat } from '#shared/scorm/package-format'
import { packageOf } from '../packages/package-host.ts'
import { servings, type FaultFormat, type Serving } from './row.ts'

const project = fileURLToPath(new URL('../../..', import.meta.url))
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'application/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.xml': 'text/xml',
}
const strictPolicy
  = 'default-src \'self\'; script-src \'self\'; style-src \'self\'; img-src \'self\'; font-src \'self\'; connect-src \'self\'; object-src \'none\'; base-uri \'none\''

/** Folder and query of a package's address, beyond the plain one. */
const folders: Readonly<Partial<Record<Serving, string>>> = { 'odd-folder': 'Klasse 7b – été & co (neu)/' }
const queries: Readonly<Partial<Record<Serving, string>>> = {
  query: '?attempt=2&sid=a%20b%26c&back=https%3A%2F%2Fschool.example%2F%3Fid%3D7#/start',
}

const lmsPage = (version: string) => `<!doctype html><html lang="en"><title>LMS</title>
<style>html, body { height: 100%; margin: 0 } iframe { width: 100%; height: 100%; border: 0 }</style>
<body><script src="/scorm-again-${version}.js"></script><script src="/lms.js"></script></body></html>`

/** A frame of the LMS that only holds another one. Its element called "API" is none, although browsers offer it under that name. */
const betweenPage = `<!doctype html><html lang="en"><title>Between</title>
<style>html, body { height: 100%; margin: 0 } iframe { width: 100%; height: 100%; border: 0 }</style>
<body><script src="/between.js"></script></body></html>`
const betweenScript = `const query = new URLSearchParams(location.search)
if (query.has('decoy')) document.body.insertAdjacentHTML('beforeend', '<p id="API"></p><p id="API_1484_11"></p>')
const frame = document.createElement('iframe')
frame.src = query.get('to')
frame.title = 'Lesson'
document.body.append(frame)`

export interface FaultServer {
  /** The LMS's page; `elsewhere` gives it another address than the packages'. */
  lmsUrl(version: '1.2' | '2004', elsewhere?: boolean): string
  packageUrl(format: FaultFormat, serving: Serving): string
  /** A frame's page that holds what is at `to`. */
  betweenUrl(to: string, address: 'same' | 'other', decoy: boolean): string
  close(): Promise<void>
}

const isBuilt = (format: string): format is PackageFormat => packageFormats.some(known => known === format)

/** Serves on a free port. Packages of the lesson are built when they are first asked for. */
export async function startFaultServer(lesson: Lesson): Promise<FaultServer> {
  const pages = new Map<string, [type: string, body: string | Uint8Array]>([
    ['/lms.js', ['.js', await readFile(join(project, 'tests/support/faults/lms.js'))]],
    ['/scorm-again-1.2.js', ['.js', await readFile(join(project, 'node_modules/scorm-again/dist/scorm12.min.js'))]],
    ['/scorm-again-2004.js', ['.js', await readFile(join(project, 'node_modules/scorm-again/dist/scorm2004.min.js'))]],
    ['/lms.html', ['.html', '']],
    ['/between.html', ['.html', betweenPage]],
    ['/between.js', ['.js', betweenScript]],
  ])
  const packages = new Map<PackageFormat, Promise<Record<string, Uint8Array>>>()
  function filesOf(format: PackageFormat) {
    const files = packages.get(format) ?? packageOf(lesson, format).then(({ bytes }) => unzipSync(bytes))
    packages.set(format, files)
    return files
  }

  async function answerFromPackage(path: string, response: ServerResponse) {
    const [serving, format = '', ...rest] = path.split('/').slice(2)
    const known = servings.find(name => name === serving)
    const file = rest.join('/').replace(folders[known ?? 'plain'] ?? '', '')
    const files = isBuilt(format) ? await filesOf(format) : {}
    const bytes = known === 'lower-case' || known === 'any-case'
      ? Object.entries(files).find(([name]) => name.toLowerCase() === (known === 'any-case' ? file.toLowerCase() : file))?.[1]
      : files[file]
    if (!known || !bytes) return response.writeHead(404).end()
    const extension = extname(file).toLowerCase()
    return response.writeHead(200, {
      'Content-Type': typeIn(known, extension),
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
      ...(known === 'strict-policy' ? { 'Content-Security-Policy': strictPolicy } : {}),
    }).end(bytes)
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const path = decodeURIComponent(url.pathname)
    if (path.startsWith('/package/')) {
      void answerFromPackage(path, response)
      return
    }
    const [type, body] = pages.get(path) ?? []
    if (type === undefined) response.writeHead(404).end()
    else
      response
        .writeHead(200, { 'Content-Type': types[type] })
        .end(path === '/lms.html' ? lmsPage(url.searchParams.get('version') ?? '') : body)
  })
  await new Promise<void>(resolve => server.listen(0, resolve))
  const { port } = server.address() as AddressInfo
  // Two names of this machine are two origins for browsers.
  const origins = { same: `http://localhost:${port}`, other: `http://127.0.0.1:${port}` }
  return {
    lmsUrl: (version, elsewhere = false) => `${origins[elsewhere ? 'other' : 'same']}/lms.html?version=${version}`,
    packageUrl: (format, serving) => {
      const page = serving === 'any-case' ? 'INDEX.HTML' : 'index.html'
      return `${origins.same}/package/${serving}/${format}/${encodeURI(folders[serving] ?? '')}${page}${queries[serving] ?? ''}`
    },
    betweenUrl: (to, address, decoy) => `${origins[address]}/between.html?to=${encodeURIComponent(to)}${decoy ? '&decoy' : ''}`,
    close: () => new Promise((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    }),
  }
}

function typeIn(serving: Serving, extension: string): string {
  if (serving === 'wrong-types' && extension === '.js') return 'text/plain'
  if (serving === 'other-charset' && extension === '.html') return 'text/html; charset=iso-8859-1'
  return types[extension] ?? 'application/octet-stream'
}
