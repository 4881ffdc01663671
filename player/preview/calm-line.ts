/** Reports of a lesson that calls without end must not keep the page busy that shows them. */
import type { Report } from '#shared/scorm/run-time/report'

/** Reports that go through at once; no lesson comes near it in one go. */
const BURST = 6_000
/** Reports a millisecond beyond that. */
const RATE = 0.2
/** Milliseconds until what was saved last is told, where it had to wait. */
const SAVED_WITHIN = 500

/**
 * @param post to the page that shows them
 * @param now milliseconds; only differences count
 * @returns takes reports: those that are too many are left out, but never where a session stands, nor what was saved last
 */
export function calmLine(post: (report: Report) => void, now: () => number): (report: Report) => void {
  let left = BURST
  let since = now()
  let saved: Report | null = null
  let hasTold = false

  function tellSaved(): void {
    if (saved) post(saved)
    saved = null
  }

  return (report) => {
    left = Math.min(BURST, left + (now() - since) * RATE)
    since = now()
    if (report.kind === 'session') {
      tellSaved()
      post(report)
    }
    else if (left >= 1) {
      left -= 1
      if (report.kind === 'saved') saved = null
      post(report)
    }
    else if (report.kind === 'saved') {
      if (!saved) setTimeout(tellSaved, SAVED_WITHIN)
      saved = report
    }
    else if (!hasTold) {
      hasTold = true
      post({ kind: 'page', what: 'flood', text: '' })
    }
  }
}
