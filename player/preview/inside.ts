/**
 * The run-time inside a sandboxed preview: `player/dist/preview.js`, which `server/scorm/preview/preview-page.ts` puts before any
 * package's page. It asks the window around it how to start (by postMessage), offers SCORM's API to the page that it then writes,
 * and reports every call, value and save; alone in a window it starts afresh and reports nothing. `npm run check-package` and the
 * check before import can both use it.
 */
import { parseStart, parseTrouble, READY, type Start } from '#shared/scorm/run-time/report'
import { apiNames } from '#shared/scorm/run-time/call-names'
import { nextOpening, noTime } from '#shared/scorm/run-time/kept-state'
import { LmsSession } from '#shared/scorm/run-time/lms-session'
import type { ScormVersion } from '#shared/scorm/package-format'
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

/** @returns how to start, and the line for reports where somebody listens */
function asked(version: ScormVersion): Promise<{ begin: Start, line: MessagePort | null }> {
  // The preview page lies two windows up: between them is the frame with the notice.
  const listener = window.parent.parent
  if (listener === window.parent) return Promise.resolve({ begin: afresh(version), line: null })
  return new Promise((resolve) => {
    const alone = setTimeout(() => resolve({ begin: afresh(version), line: null }), ANSWER_WITHIN)
    window.addEventListener('message', ({ source, data, ports }: MessageEvent<unknown>) => {
      const begin = source === listener ? parseStart(data) : null
      if (!begin || !ports[0]) return
      clearTimeout(alone)
      resolve({ begin, line: ports[0] })
    })
    listener.postMessage(READY, '*')
  })
}

/** Replaces this page by the package's own, in the same window. */
function write(page: string): void {
  document.open()
  document.write(page)
  document.close()
}

async function play() {
  const { version, page } = JSON.parse(document.querySelector('#package')?.textContent ?? '') as { version: ScormVersion, page: string }
  await ready()
  const { begin, line } = await asked(version)
  const session = new LmsSession({
    version,
    start: runTimeOf(version),
    begin,
    report: report => line?.postMessage(report),
    now: () => performance.now(),
    wait: waitBusily,
  })
  if (line) {
    line.onmessage = ({ data }: MessageEvent<unknown>) => {
      session.trouble = parseTrouble(data) ?? session.trouble
    }
  }
  if (!begin.hasNoApi) Object.assign(window, { [apiNames[version].place]: session.api })
  write(page)
}

void play()
