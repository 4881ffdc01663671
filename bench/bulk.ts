/** A bulk export of many packages: its time, and whether memory stays flat while it streams. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { renderOpening } from '#player/prerender'
import { defaultExportOptions } from '#shared/scorm/export-options'
import { packageFormats, scormFormats } from '#shared/scorm/package-format'
import { DEFAULT_LOCALE } from '#shared/text/languages'
import { folderSource } from '../server/content/sources/folder-source.ts'
import { readLibrary } from '../server/content/library/library.ts'
import { bulkZip, makersHere } from '../server/scorm/export/bulk.ts'
import { lessonIds } from '../server/scorm/export/export.ts'
import { folderAssets } from '../server/scorm/package/folder-assets.ts'
import { removeFolder, temporaryFolder } from '../tests/support/temporary-folder.ts'

const project = fileURLToPath(new URL('..', import.meta.url))
const LESSONS = 20

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** Bytes that are alive, inside V8's heap and outside it. */
function alive(): number {
  collectGarbage()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`

/** 20 lessons × 3 formats; the lessons that exist stand in turn for twenty. Nobody keeps what comes out. */
export async function bulk() {
  const library = await readLibrary(folderSource(join(project, 'content')))
  const workshop = { library, assets: folderAssets(project), renderOpening, release: '0.0.0' }
  const ids = lessonIds(library, DEFAULT_LOCALE)
  const requests = scormFormats.flatMap(format => Array.from({ length: LESSONS }, (_, index) =>
    ({ lessons: [ids[index % ids.length] ?? ''], locales: [DEFAULT_LOCALE], options: defaultExportOptions, format })))
  const memory: number[] = []
  let bytes = 0
  const started = performance.now()
  for await (const chunk of bulkZip(makersHere(workshop), requests, {
    onPackage: () => (memory.length % 10 === 9 ? memory.push(alive()) : memory.push(0)),
  }))
    bytes += chunk.length
  const seconds = (performance.now() - started) / 1000
  const samples = memory.filter(sample => sample > 0)
  return [
    {
      what: `bulk export, ${LESSONS} lessons × ${scormFormats.length} formats (${megabytes(bytes)})`,
      measured: `${seconds.toFixed(1)} s`,
      budget: '',
    },
    { what: 'memory alive after each 10 packages of it', measured: samples.map(megabytes).join(', '), budget: 'flat' },
    { what: `npm run export, ${ids.length} lessons × ${packageFormats.length} formats`, measured: commandTime(), budget: '≤ 3 s' },
  ]
}

/** The command as an admin runs it, from start to last file. */
function commandTime(): string {
  const out = temporaryFolder('bench')
  const started = performance.now()
  const { status, stderr } = spawnSync(
    process.execPath,
    ['scripts/packages/export.ts', '--all', '--format', packageFormats.join(','), '--out', out],
    { cwd: project, encoding: 'utf8' },
  )
  const seconds = (performance.now() - started) / 1000
  removeFolder(out)
  return status === 0 ? `${seconds.toFixed(1)} s` : `failed: ${stderr.slice(0, 200)}`
}
