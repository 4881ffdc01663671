/**
 * `npm run bench`: measures the built package and prints one table with the budgets beside it.
 * Timings depend on the machine, so each is set against a static page that is measured in the same run, and none of them is ever
 * a pass or a fail.
 */
import { gzipSync } from 'node:zlib'
import { chromium, type Browser } from '@playwright/test'
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { newAttempt } from '#shared/attempt/attempt'
import { encodeAttempt } from '#shared/attempt/suspend-data'
import { packageFormats } from '#shared/scorm/package-format'
import { outlineOf } from '#activities/scoring'
import { folderSource } from '../server/content/sources/folder-source.ts'
import { findLesson, readLibrary } from '../server/content/library/library.ts'
import type { Kept } from '../tests/support/lms/lms.d.ts'
import { builtPackage, hostPackage } from '../tests/support/packages/package-host.ts'
import { readArguments } from '../scripts/setup/arguments.mjs'
import { chromiumPath } from '../scripts/setup/chromium.mjs'
import { benchParts } from '../scripts/setup/commands.mjs'
import { bulk } from './bulk.ts'
import { besideGuests } from './guests.ts'
import { launchSite } from './lesson-page.ts'
import { loadOnce, type Load } from './load.ts'
import { processes } from './processes.ts'
import { serverLoad } from './server.ts'

const lessonId = 'lying-online-9-11'
const RUNS = 5

interface Row {
  readonly what: string
  readonly measured: string
  readonly budget: string
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

const spread = (values: readonly number[], unit: string, digits = 0) =>
  `${median(values).toFixed(digits)} ${unit} (${Math.min(...values).toFixed(digits)}–${Math.max(...values).toFixed(digits)})`

async function sizes(): Promise<Row[]> {
  const packages = await Promise.all(
    packageFormats.map(async format => ({ format, size: (await builtPackage(lessonId, format)).bytes.length / 1000 })),
  )
  const files = unzipSync((await builtPackage(lessonId, 'scorm12')).bytes)
  const weigh = (...paths: readonly string[]) => {
    const bytes = paths.reduce((sum, path) => sum + gzipSync(files[path] ?? new Uint8Array(), { level: 9 }).length, 0)
    return `${(bytes / 1000).toFixed(1)} kB`
  }
  files['style'] = strToU8(/<style>(.*)<\/style>/s.exec(strFromU8(files['index.html'] ?? new Uint8Array()))?.[1] ?? '')
  return [
    { what: 'first script, gzip', measured: weigh('player.js'), budget: '≤ 40 kB' },
    { what: 'all scripts of the lesson, gzip', measured: weigh('early.js', 'player.js', 'record.js', 'activities.js'), budget: '≤ 75 kB' },
    { what: 'all its styles, with its scenes’, gzip', measured: weigh('style', 'activities.css'), budget: '≤ 14.6 kB' },
    ...packages.map(({ format, size }) => ({ what: `package, ${format}`, measured: `${size.toFixed(0)} kB`, budget: '≤ 180 kB' })),
  ]
}

async function exporting(): Promise<Row[]> {
  await builtPackage(lessonId, 'scorm12')
  const times: number[] = []
  for (let run = 0; run < 20; run++) {
    const started = performance.now()
    await builtPackage(lessonId, packageFormats[run % packageFormats.length] ?? 'scorm12')
    times.push(performance.now() - started)
  }
  return [{ what: 'export of one package, warm', measured: spread(times, 'ms', 1), budget: '≤ 25 ms' }]
}

/** An earlier visit that ended on a screen in the middle. */
async function leftInTheMiddle(): Promise<Kept> {
  const lesson = findLesson(await readLibrary(folderSource('content')), lessonId, 'en')
  if (!lesson) throw new Error(`no lesson ${lessonId}`)
  const screens = lesson.screens.filter(({ type }) => type === 'choice')
  const screenId = screens[screens.length - 1]?.id ?? ''
  const suspendData = encodeAttempt({ ...newAttempt(outlineOf(lesson)), screenId }, { saves: 5_000_007 })
  return {
    score: { raw: '', min: '', max: '' }, lesson_status: 'incomplete', completion_status: 'incomplete', success_status: 'unknown',
    location: screenId, suspend_data: suspendData, exit: 'suspend', log: [],
  }
}

async function loading(browser: Browser): Promise<Row[]> {
  const built = await builtPackage(lessonId, 'scorm12')
  const rows: Row[] = []
  const left = await leftInTheMiddle()
  for (const [label, gzip, slow] of [
    ['slow 4G, 4× CPU, gzip', true, true],
    ['slow 4G, 4× CPU, no gzip', false, true],
    ['no slow-down, gzip', true, false],
  ] as const) {
    const host = await hostPackage(built, '1.2', { gzip })
    const loads: Load[] = []
    const still: Load[] = []
    const resumed: Load[] = []
    for (let run = 0; run < RUNS; run++) {
      loads.push(await loadOnce(browser, host.lmsUrl, '/package/index.html', slow))
      still.push(await loadOnce(browser, host.lmsUrl, '/static.html', slow))
      if (slow && gzip) resumed.push(await loadOnce(browser, host.lmsUrl, '/package/index.html', slow, left))
    }
    await host.close()
    const of = (pick: (load: Load) => number) => loads.map(pick)
    const ratio = median(of(load => load.firstPaint)) / median(still.map(load => load.firstPaint))
    rows.push(
      {
        what: `first paint (${label})`,
        measured: `${spread(
          of(load => load.firstPaint),
          'ms',
        )}, ${ratio.toFixed(2)} × a static page`,
        budget: slow && gzip ? '≤ 400 ms' : '',
      },
      {
        what: `first screen usable (${label})`,
        measured: spread(
          of(load => load.usable),
          'ms',
        ),
        budget: slow ? (gzip ? '≤ 750 ms' : '≤ 1400 ms') : '',
      },
    )
    if (slow && gzip) {
      rows.push(
        { what: 'gone on with in the middle, that screen usable', measured: spread(resumed.map(load => load.usable), 'ms'), budget: '≤ 1200 ms' },
        { what: 'requests until usable', measured: String(median(of(load => load.requests))), budget: '≤ 6' },
        { what: 'bytes until usable', measured: `${(median(of(load => load.bytes)) / 1000).toFixed(1)} kB`, budget: '≤ 100 kB' },
        { what: 'main thread blocked until usable', measured: spread(of(load => load.blocked), 'ms'), budget: '≤ 50 ms' },
        { what: 'heap after the first screen', measured: `${(median(of(load => load.heap)) / 1e6).toFixed(1)} MB`, budget: '≤ 4 MB' },
        { what: 'LMS calls at launch', measured: String(median(of(load => load.launchCalls))), budget: '≤ 12' },
        { what: 'LMS calls on going to a screen', measured: String(median(of(load => load.screenCalls))), budget: '≤ 6' },
      )
    }
  }
  return rows
}

function print(rows: readonly Row[]) {
  const width = (pick: (row: Row) => string) => Math.max(...rows.map(row => pick(row).length))
  const [what, measured] = [width(row => row.what), width(row => row.measured)]
  for (const row of rows) console.log(`| ${row.what.padEnd(what)} | ${row.measured.padEnd(measured)} | ${row.budget.padEnd(9)} |`)
}

const asked = readArguments('bench').values.only?.split(',').map(part => part.trim())
const unknown = asked?.find(part => !benchParts.some(known => known === part))
if (unknown !== undefined) {
  console.error(`npm run bench has no part "${unknown}". The parts are: ${benchParts.join(', ')}.`)
  process.exit(2)
}

/** @returns the rows of a part; none where it was not asked for */
const part = async (name: (typeof benchParts)[number], measure: () => Promise<readonly Row[]>) =>
  asked && !asked.includes(name) ? [] : measure()

const executablePath = chromiumPath()
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--enable-precise-memory-info',
  ],
})
console.log(
  `Medians of ${RUNS} runs (20 for export), lowest and highest in brackets. Node ${process.versions.node}, Chromium ${browser.version()}.\n`,
)
const rows = [
  { what: 'what', measured: 'measured', budget: 'budget' },
  { what: '---', measured: '---', budget: '---' },
  ...await part('sizes', sizes),
  ...await part('export', exporting),
  ...await part('bulk', bulk),
  ...await part('package', () => loading(browser)),
  ...await part('pages', () => launchSite(browser, lessonId)),
  ...await part('server', () => Array.fromAsync(serverLoad())),
  ...await part('guests', besideGuests),
  ...await part('processes', processes),
]
print(rows)
await browser.close()
