/** How a file of another maker's package is sent: whole or in pieces, and pages with the one line that has them watched. */
import { WATCH } from '#shared/scorm/run-time/report'

export interface Sent {
  readonly status: 200 | 206 | 416
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** @returns as much of a file as a header `Range` asks for (RFC 9110, 14.2): films are played, and moved about in, by pieces */
export function inPieces(file: Uint8Array, range: string | undefined): Sent {
  const whole: Sent = { status: 200, headers: { 'Accept-Ranges': 'bytes' }, body: file }
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? []
  // Several pieces at once are answered whole, as may be.
  if (from === '' && to === '') return whole
  const start = from === '' ? Math.max(file.length - Number(to), 0) : Number(from)
  const end = from === '' || to === '' ? file.length - 1 : Math.min(Number(to), file.length - 1)
  if (start > end) return { status: 416, headers: { 'Content-Range': `bytes */${file.length}` }, body: new Uint8Array() }
  return {
    status: 206,
    headers: { 'Accept-Ranges': 'bytes', 'Content-Range': `bytes ${start}-${end}/${file.length}` },
    body: file.subarray(start, end + 1),
  }
}

/**
 * Finds the page of ours around it, whose frames all are of one origin, gives it the window, and leaves no trace in the page.
 * `player/preview/inside.ts` does the rest.
 */
const LINE = `<script>(function(w,s){while(!w.${WATCH}&&w!==w.parent)w=w.parent;w.${WATCH}&&w.${WATCH}(window);s.remove()})(window,document.currentScript)</script>`

/** What may stand before a page's first tag: its mark of Unicode, an XML declaration, comments, the document type. */
const BEFORE = /^(?:\xEF\xBB\xBF)?(?:\s+|<!--[\s\S]*?-->|<\?[\s\S]*?>|<!doctype[^>]*>)*/i
const LONGEST_BEFORE = 4_096

/**
 * @param page as it stands in the package
 * @returns the page with a line at its start, before any script of its own: what fails there is told then. Nothing else is changed.
 */
export function watched(page: Uint8Array): Uint8Array {
  // UTF-16 would need the line in UTF-16.
  if ((page[0] === 0xFF && page[1] === 0xFE) || (page[0] === 0xFE && page[1] === 0xFF)) return page
  const start = Buffer.from(page.subarray(0, LONGEST_BEFORE)).toString('latin1')
  const at = BEFORE.exec(start)?.[0].length ?? 0
  return Buffer.concat([page.subarray(0, at), Buffer.from(LINE), page.subarray(at)])
}
