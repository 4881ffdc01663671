/** Serves a built package, unzipped, together with a small LMS page that runs it under scorm-again. For browser tests and the bench. */
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import { renderOpening } from '#player/prerender'
import { parse } from 'yaml'
import type { z } from 'zod'
import { config as check } from '#activities/check/schema'
import type { Lesson, Screen } from '#activities/lesson'
import { exportOptions } from '#shared/scorm/export-options'
import type { PackageFormat } from '#shared/scorm/package-format'
import { folderSource } from '../../../server/content/sources/folder-source.ts'
import { readLibrary, type Library } from '../../../server/content/library/library.ts'
import { exportPackage } from '../../../server/scorm/export/export.ts'
import { folderAssets } from '../../../server/scorm/package/folder-assets.ts'
import type { BuiltPackage } from '../../../server/scorm/package/package.ts'

const project = fileURLToPath(new URL('../../..', import.meta.url))

/** As a plain web server of an LMS names them; fonts come as octet-stream there. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'application/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.xml': 'text/xml',
}

const assets = folderAssets(project)
const library = readLibrary(folderSource(join(project, 'content')))

/**
 * A second language, as far as the player can tell: the lessons' English with titles that say which edition is on. There is no
 * translation yet.
 */
function withWelsh(english: Library): Library {
  const welsh = english.lessons.map(({ value, ...file }) => ({
    ...file,
    value: { ...value, locale: 'cy', screens: value.screens.map(screen => ({ ...screen, title: `Cymraeg: ${screen.title}` })) },
  }))
  return { ...english, lessons: [...english.lessons, ...welsh] }
}

/** Screens that a shortened lesson keeps: the first ones, and the one behind the break. */
const KEPT_SCREENS = 7

/** Where a check goes in: behind the third screen. */
const CHECK_AT = 3

/**
 * A lesson without most of its practice, for tests that play it some hundred times. The player and the package around it are the
 * real ones. Lessons may do without checks, which alone record how many of their questions are done: so that every kind of record
 * is among the screens, one without a check gets the example's.
 */
export function shortened(lesson: Lesson): Lesson {
  const isKept = ({ type, startsSitting }: Screen, index: number) => index < KEPT_SCREENS || startsSitting || type === 'quiz' || type === 'ending'
  const screens = lesson.screens.filter(isKept)
  return { ...lesson, screens: screens.some(({ type }) => type === 'check') ? screens : screens.toSpliced(CHECK_AT, 0, exampleCheck()) }
}

const exampleCheck = (): Screen => check.parse(parse(readFileSync(join(project, 'activities/check/example.yml'), 'utf8')))

/** Builds the package of a lesson that is not in the library. */
export async function packageOf(lesson: Lesson, format: PackageFormat): Promise<BuiltPackage> {
  const lessons = (await library).lessons.map(file => file.value.id === lesson.id ? { ...file, value: lesson } : file)
  return exportPackage(
    { library: { ...(await library), lessons }, assets, renderOpening, release: '0.0.0' },
    { lessons: [lesson.id], locales: ['en'], format, options: exportOptions.parse({}) },
  )
}

/** Builds the package exactly as `npm run export` does; the lessons are read once. */
export async function builtPackage(
  lesson: string | readonly string[],
  format: PackageFormat,
  options: z.input<typeof exportOptions> = {},
  locales: readonly string[] = ['en'],
): Promise<BuiltPackage> {
  const lessonIds = typeof lesson === 'string' ? [lesson] : lesson
  return exportPackage(
    { library: await library.then(withWelsh), assets, renderOpening, release: '0.0.0' },
    { lessons: lessonIds, locales, format, options: exportOptions.parse(options) },
  )
}

/** The opening screen without any script or picture: what the bench sets its times against. */
function staticPage(index: Uint8Array | undefined): Uint8Array {
  const html = new TextDecoder().decode(index).replace(/<script[^>]*><\/script>/g, '').replace(/<img[^>]*>/g, '')
  return new TextEncoder().encode(html)
}

export interface PackageHost {
  /** The LMS page; it has launched nothing yet. */
  readonly lmsUrl: string
  /** The package itself, opened without an LMS. */
  readonly packageUrl: string
  close(): Promise<void>
}

/** Serves on a free port. */
export async function hostPackage(built: BuiltPackage, version: '1.2' | '2004', { gzip = false } = {}): Promise<PackageHost> {
  const files = unzipSync(built.bytes)
  const runTime = version === '1.2' ? 'scorm12.min.js' : 'scorm2004.min.js'
  const scormAgain = await readFile(join(project, 'node_modules/scorm-again/dist', runTime))
  const host = await readFile(join(project, 'tests/support/lms/host.js'))
  const page = `<!doctype html><html lang="en"><title>LMS</title><link rel="icon" href="data:,">
<style>html, body { height: 100%; margin: 0 } iframe { width: 100%; height: 100%; border: 0 }</style>
<body><script src="/scorm-again.js"></script><script src="/host.js"></script></body></html>`

  function found(path: string): Uint8Array | undefined {
    if (path === '/lms.html') return new TextEncoder().encode(page)
    if (path === '/scorm-again.js') return scormAgain
    if (path === '/host.js') return host
    if (path === '/static.html') return staticPage(files['index.html'])
    return path.startsWith('/package/') ? files[decodeURIComponent(path.slice('/package/'.length))] : undefined
  }

  const compressed = new Map<string, Uint8Array>()
  function answer(request: IncomingMessage, response: ServerResponse) {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const bytes = found(path)
    if (!bytes) {
      response.writeHead(404).end()
      return
    }
    const isText = extname(path) in types
    const squeeze = gzip && isText
    if (squeeze && !compressed.has(path)) compressed.set(path, gzipSync(bytes))
    response.writeHead(200, {
      'Content-Type': types[extname(path)] ?? 'application/octet-stream',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
      ...(squeeze ? { 'Content-Encoding': 'gzip' } : {}),
    }).end(squeeze ? compressed.get(path) : bytes)
  }

  const server = createServer(answer)
  await new Promise<void>(resolve => server.listen(0, resolve))
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  return {
    lmsUrl: `${origin}/lms.html?version=${version}`,
    packageUrl: `${origin}/package/index.html`,
    close: () => new Promise((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    }),
  }
}
