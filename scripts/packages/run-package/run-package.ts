/**
 * Runs a stranger's package in a browser under a real run-time, as a pupil's would, and says what it recorded.
 * The browser reaches this machine's loopback address at one port and nothing else; nothing is unpacked to disk.
 */
import type { Browser, BrowserContext, Frame, Page, Request } from 'playwright-core'
import type { LaunchedItem, PackageReport } from '#shared/scorm/package-report'
import { DEFAULT_LANGUAGE } from '#shared/text/languages'
import type { Archive } from '../../../server/scorm/check/archive/archive.ts'
import { apiPlaceOf, type ApiPlace, type OutsideRequest, type RefusedCall, type ScoRun } from '../../../server/scorm/check/run/sco-run.ts'
import { FOUND_MARK, findWayOn, type Candidate } from './press.ts'
import { LMS_PAGE, PACKAGE_ROOT, servePackage, type ServedPackage } from './serve-package.ts'

/** Milliseconds. */
const limits = {
  opening: 15_000,
  settling: 1_500,
  press: 2_000,
  afterPress: 500,
  pressing: 30_000,
  lastWords: 1_000,
  answer: 3_000,
  whole: 60_000,
} as const
const MOST_PRESSES = 40
const MOST_SCOS = 5
const MOST_OF_A_KIND = 20

/**
 * @param report of the check, which says what opens
 * @returns one run for each SCO, the first few of a long course
 */
export async function runPackage(browser: Browser, archive: Archive, report: Pick<PackageReport, 'kind' | 'launch'>): Promise<ScoRun[]> {
  const place = apiPlaceOf(report.kind)
  if (place === undefined) return []
  const runs: ScoRun[] = []
  for (const launch of report.launch.slice(0, MOST_SCOS)) {
    const served = await servePackage(archive)
    try {
      runs.push(await runSco(browser, served, launch, place))
    }
    finally {
      await served.close()
    }
  }
  return runs
}

/** What is written down beside the run-time's own record. */
interface Notes {
  opened: boolean
  tookOver: boolean
  stopped: boolean
  readonly pageErrors: Set<string>
  readonly windows: Set<string>
  readonly outside: Map<string, OutsideRequest>
  readonly pressed: string[]
  /** Asked for, and not there yet. */
  readonly awaited: Set<Request>
}

interface LmsRecord {
  readonly lookedFor: readonly string[]
  readonly begun: boolean
  readonly ended: boolean
  readonly count: number
  readonly log: readonly RefusedCall[]
  readonly values: Readonly<Record<string, string>>
}

const emptyRecord: LmsRecord = { lookedFor: [], begun: false, ended: false, count: 0, log: [], values: {} }

async function runSco(browser: Browser, served: ServedPackage, launch: LaunchedItem, place: ApiPlace): Promise<ScoRun> {
  const notes: Notes = {
    opened: false, tookOver: false, stopped: false, pageErrors: new Set(), windows: new Set(), outside: new Map(), pressed: [],
    awaited: new Set(),
  }
  const context = await browser.newContext({
    viewport: { width: 1024, height: 768 },
    serviceWorkers: 'block',
    acceptDownloads: false,
    locale: DEFAULT_LANGUAGE.tag,
  })
  let record = emptyRecord
  try {
    await shutIn(context, served.origin, notes)
    const page = await context.newPage()
    const keep: Keep = (latest) => {
      record = latest ?? record
      return record
    }
    const whole = await within(limits.whole, play(page, served.origin, launch, place, notes, keep))
    notes.stopped = whole === 'late'
    keep(await recordOf(page))
  }
  finally {
    await within(limits.answer, context.close())
  }
  const { identifier, title, href } = launch
  return {
    identifier, title, href,
    opened: notes.opened, tookOver: notes.tookOver, stopped: notes.stopped,
    lookedFor: record.lookedFor, begun: record.begun, ended: record.ended, calls: record.count, values: record.values,
    refused: record.log.slice(0, MOST_OF_A_KIND),
    pageErrors: [...notes.pageErrors].slice(0, MOST_OF_A_KIND),
    windows: [...notes.windows].slice(0, MOST_OF_A_KIND),
    missing: [...served.missing].slice(0, MOST_OF_A_KIND),
    outside: [...notes.outside.values()],
    pressed: notes.pressed,
  }
}

/** Nothing gets out, by any of the ways that a page has; what tries is written down. */
async function shutIn(context: BrowserContext, origin: string, { outside, pageErrors, windows, awaited }: Notes): Promise<void> {
  const noteOutside = (address: string, kind: string) => {
    if (outside.size < 200) outside.set(address, { address: address.slice(0, 300), kind })
  }
  await context.route('**/*', async (route) => {
    const request = route.request()
    if (new URL(request.url()).origin === origin) return route.continue()
    noteOutside(request.url(), request.resourceType())
    return route.abort('internetdisconnected')
  })
  context.on('request', request => awaited.add(request))
  context.on('requestfinished', request => awaited.delete(request))
  context.on('requestfailed', request => awaited.delete(request))
  await context.routeWebSocket(/./, (socket) => {
    noteOutside(socket.url(), 'websocket')
    return socket.close()
  })
  context.on('weberror', error => pageErrors.size < MOST_OF_A_KIND && pageErrors.add(firstLine(error.error())))
  const root = origin + PACKAGE_ROOT
  context.on('page', popup => popup.on('framenavigated', (frame) => {
    if (frame.parentFrame() === null && frame.url().startsWith(root)) windows.add(frame.url().slice(root.length).replace(/[?#].*$/, ''))
  }))
  // A question of the browser's own would hold everything up.
  context.on('dialog', dialog => void dialog.accept().catch(() => undefined))
}

const firstLine = (error: Error) => (error.message || String(error)).split('\n')[0]!.slice(0, 300)

async function play(page: Page, origin: string, { path, given }: LaunchedItem, place: ApiPlace, notes: Notes, keep: Keep): Promise<void> {
  await page.goto(`${origin}${LMS_PAGE}`)
  await page.evaluate(([source, name, values]) => (window as unknown as LmsWindow).lms.launch(source, name, values), [
    `${origin}${PACKAGE_ROOT}${path}`,
    place,
    given,
  ] as const)
  const answered = await within(limits.opening, page.waitForFunction(() => (window as unknown as Partial<LmsWindow>).lms?.loaded ?? true))
  notes.opened = answered !== 'late' && answered !== 'failed' && !wasMissing(page, origin)
  await settle(page, limits.settling, notes)
  await pressOn(page, notes, keep)
  notes.tookOver = page.url() !== `${origin}${LMS_PAGE}`
  keep(await recordOf(page))
  for (const popup of page.context().pages().filter(other => other !== page)) await within(limits.answer, popup.goto('about:blank'))
  await within(limits.answer, page.evaluate(() => (window as unknown as Partial<LmsWindow>).lms?.leave()))
  await page.waitForTimeout(limits.lastWords)
}

/** Waits so long, and on until what the lesson has asked for has come, which takes its time on a slow disk or a busy machine. */
async function settle(page: Page, milliseconds: number, { awaited }: Notes): Promise<void> {
  const end = Date.now() + limits.opening
  do await page.waitForTimeout(milliseconds)
  while (awaited.size > 0 && Date.now() < end)
}

/** Remembers the latest record, and gives it back; without a new one, the last. */
type Keep = (latest: LmsRecord | null) => LmsRecord

interface LmsWindow {
  readonly lms: {
    readonly loaded: boolean
    launch(source: string, place: ApiPlace, given: LaunchedItem['given']): void
    leave(): void
    record(): LmsRecord
  }
}

/** The frame of a file that is not there still loads: the browser's own page for it. */
function wasMissing(page: Page, origin: string): boolean {
  const frame = page.mainFrame().childFrames()[0]
  return frame !== undefined && !frame.url().startsWith(`${origin}${PACKAGE_ROOT}`)
}

async function recordOf(page: Page): Promise<LmsRecord | null> {
  const record = await within(limits.answer, page.evaluate(() => (window as unknown as Partial<LmsWindow>).lms?.record()))
  return record === 'late' || record === 'failed' || record === undefined ? null : record
}

/** Presses what obviously leads on, until nothing does, the lesson has ended or is done, or it was enough. */
async function pressOn(page: Page, notes: Notes, keep: Keep): Promise<void> {
  const { pressed } = notes
  const answered: string[] = []
  let useless: string[] = []
  const end = Date.now() + limits.pressing
  for (let presses = 0; presses < MOST_PRESSES && Date.now() < end; presses++) {
    const record = keep(await recordOf(page))
    if (record.ended || (pressed.length > 0 && isDone(record))) return
    const best = await bestIn(page, [...answered, ...useless])
    if (!best) return
    const before = await signatureOf(page)
    const { frame, candidate } = best
    // Two tries of their own time each; on a busy machine it is known late that one is over.
    const done = await within(limits.pressing, press(frame))
    await settle(page, limits.afterPress, notes)
    // On a busy machine the page has often changed before the press is known to be over.
    const changed = await signatureOf(page) !== before
    if (done === undefined || changed) pressed.push(candidate.label)
    // An answer is chosen once. A button that changes nothing may do so after something else has changed.
    if (candidate.rank === 4) answered.push(candidate.key)
    useless = changed ? [] : [...useless, candidate.key]
  }
}

const isDone = ({ values }: LmsRecord) =>
  /^(?:passed|completed|failed)$/.test(values['cmi.core.lesson_status'] ?? values['cmi.completion_status'] ?? '')

/** By the pointer, as a pupil does; where something lies over it, by its script. */
async function press(frame: Frame): Promise<void> {
  const found = frame.locator(`[${FOUND_MARK}]`).first()
  await found.click({ timeout: limits.press, noWaitAfter: true }).catch(() => found.evaluate(element => (element as HTMLElement).click()))
}

const lessonFrames = (page: Page) => page.context().pages().flatMap(one => one.frames()).filter(frame => frame !== page.mainFrame())

async function bestIn(page: Page, tried: readonly string[]): Promise<{ readonly frame: Frame, readonly candidate: Candidate } | null> {
  const found: { readonly frame: Frame, readonly candidate: Candidate }[] = []
  for (const frame of lessonFrames(page).slice(0, 10)) {
    const candidate = await within(limits.answer, frame.evaluate(findWayOn, { tried, mark: FOUND_MARK }))
    if (candidate !== 'late' && candidate !== 'failed' && candidate) found.push({ frame, candidate })
  }
  return found.sort((a, b) => a.candidate.rank - b.candidate.rank)[0] ?? null
}

/** Changes when a pupil would see that something has happened. */
async function signatureOf(page: Page): Promise<string> {
  const texts: string[] = []
  for (const frame of lessonFrames(page).slice(0, 10)) {
    const text = await within(limits.answer, frame.evaluate(() => `${location.href} ${document.body?.innerText ?? ''} `
      + `${document.querySelectorAll(':checked, [aria-checked=true], [aria-pressed=true], [aria-selected=true], :disabled').length}`))
    texts.push(text)
  }
  return texts.join('\n')
}

/** @returns what was promised, `late` when it takes longer, `failed` when it is refused: pages go away in the middle of a question */
async function within<Result>(milliseconds: number, promise: Promise<Result>): Promise<Result | 'late' | 'failed'> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), milliseconds)
  })
  try {
    return await Promise.race([promise.catch(() => 'failed' as const), late])
  }
  finally {
    clearTimeout(timer)
  }
}
