/**
 * The run-time inside a sandboxed preview: `player/dist/preview.js`, which `server/scorm/preview/preview-page.ts` puts before any
 * package's page. It asks the window around it how to start (by postMessage), offers SCORM's API to the page that it then writes,
 * and reports every call, value and save; alone in a window it starts afresh and reports nothing. A package of another maker is not
 * written but framed, by `server/scorm/preview/foreign/foreign-answer.ts` on a host of its own: it finds the API in the window
 * around it, as in an LMS.
 */
import { LEAVE, parseStart, parseTrouble, READY, WATCH, type Start } from '#shared/scorm/run-time/report'
import { apiNames } from '#shared/scorm/run-time/call-names'
import { nextOpening, noTime } from '#shared/scorm/run-time/kept-state'
import { LmsSession } from '#shared/scorm/run-time/lms-session'
import type { ScormVersion } from '#shared/scorm/package-format'
import { calmLine } from './calm-line'
import { leave, packageWindows, type WindowWords } from './package-windows'
import { runTimeOf } from './run-time'

/** Nobody around it answers, for example because the preview is open in a window of its own. Milliseconds. */
const ANSWER_WITHIN = 3_000

/** SCORM's calls are synchronous, so an LMS that is slow holds the lesson up. */
function waitBusily(milliseconds: number): void {
  const end = performance.now() + milliseconds
  while (performance.now() < end);
}

function afresh(version: ScormVersion): Start {
  const { values } = nextOpening(version, undefined, { isReview: false, isTruncated: false })
  return { values, totalTime: noTime(version), hasNoApi: false, trouble: { delay: 0, failsToSave: false } }
}

/** Waits until the whole of this small page is there, since a page that is still being read cannot be written anew. */
function ready(): Promise<unknown> {
  return document.readyState === 'loading'
    ? new Promise(resolve => document.addEventListener('DOMContentLoaded', resolve, { once: true }))
    : Promise.resolve()
}

/** What this page is to play. */
interface Playing {
  readonly version: ScormVersion
  /** The package's own page, which takes the place of this one. */
  readonly page?: string
  /** Another maker's package: the address of its page, which is framed. */
  readonly source?: string
  readonly title?: string
  readonly words?: WindowWords
  /** The one origin that is told what another maker's package does. */
  readonly listener?: string
}

/** @returns how to start, and the line for reports where somebody listens */
function asked({ version, listener: origin }: Playing): Promise<{ begin: Start, line: MessagePort | null }> {
  // The preview page lies two windows up, between them the frame with the notice; or around it, on another host.
  const listener = origin === undefined ? window.parent.parent : window.parent
  const isAlone = listener === window || (origin === undefined && listener === window.parent)
  if (isAlone) return Promise.resolve({ begin: afresh(version), line: null })
  return new Promise((resolve) => {
    // Another maker's package is framed by the app's page alone, which may have much to do.
    const alone = origin === undefined ? setTimeout(() => resolve({ begin: afresh(version), line: null }), ANSWER_WITHIN) : undefined
    window.addEventListener('message', ({ source, origin: from, data, ports }: MessageEvent<unknown>) => {
      const begin = source === listener && (origin === undefined || origin === from) ? parseStart(data) : null
      if (!begin || !ports[0]) return
      clearTimeout(alone)
      resolve({ begin, line: ports[0] })
    })
    listener.postMessage(READY, origin ?? '*')
  })
}

/** Replaces this page by the package's own, in the same window. */
function write(page: string): void {
  document.open()
  document.write(page)
  document.close()
}

/** Shows another maker's page in a frame of this one. */
function show(frame: HTMLIFrameElement, { source = '', title = '' }: Playing): void {
  frame.title = title
  frame.src = source
  document.body.append(frame)
}

/** Steps up that no search takes: SCORM's own stops after 500. */
const MOST_STEPS = 2_000

/**
 * `window.top` cannot be told from outside, so who goes up until it is reached would go on for ever here.
 * @returns tells a page that it is the uppermost, and stops who asks again and again
 */
function endOfWindows(): () => Window {
  let steps = 0
  return () => {
    if (steps === 0) setTimeout(() => steps = 0)
    steps += 1
    if (steps > MOST_STEPS) throw new DOMException('The window above belongs to another site', 'SecurityError')
    return window
  }
}

async function play() {
  const playing = JSON.parse(document.querySelector('#package')?.textContent ?? '') as Playing
  const { version, page } = playing
  await ready()
  const { begin, line } = await asked(playing)
  const report = calmLine(one => line?.postMessage(one), () => performance.now())
  const session = new LmsSession({
    version,
    start: runTimeOf(version),
    begin,
    report,
    now: () => performance.now(),
    wait: waitBusily,
  })
  const listen = (take: (told: unknown) => void) => {
    if (line) line.onmessage = ({ data }: MessageEvent<unknown>) => take(data)
  }
  const takeTrouble = (told: unknown) => {
    session.trouble = parseTrouble(told) ?? session.trouble
  }
  if (page !== undefined) {
    listen(takeTrouble)
    if (!begin.hasNoApi) Object.assign(window, { [apiNames[version].place]: session.api })
    return write(page)
  }
  const windows = packageWindows(document, playing.words ?? { close: '' }, (what, text) => report({ kind: 'page', what, text }))
  const shown = document.createElement('iframe')
  listen((told) => {
    takeTrouble(told)
    if (told !== LEAVE) return
    windows.closeAll()
    leave(shown)
  })
  Object.defineProperty(window, WATCH, { value: windows.watch })
  for (const { place } of Object.values(apiNames)) {
    const api = place === apiNames[version].place && !begin.hasNoApi ? session.api : undefined
    Object.defineProperty(window, place, {
      get() {
        report({ kind: 'looked', place })
        return api
      },
    })
  }
  // A lesson that looks for its run-time further up finds the end here, as in an LMS, and no window of ours.
  Object.defineProperty(window, 'parent', { get: endOfWindows() })
  show(shown, playing)
}

void play()
