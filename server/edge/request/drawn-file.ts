/** A composed picture as the answer to a request. */
import { setResponseHeaders, type H3Event } from 'h3'
import type { Drawn } from '#shared/scenes/scene'
import { svgFile } from '#shared/scenes/svg-file'

/** Seconds: a page that is left and come back to asks once. */
const AN_HOUR = 60 * 60

/** @returns the file's text; anybody may see it, it loads nothing and runs nothing, wherever it is opened */
export function drawnFile(event: H3Event, drawn: Drawn): string {
  setResponseHeaders(event, {
    'Content-Type': 'image/svg+xml; charset=utf-8',
    'Cache-Control': `public, max-age=${AN_HOUR}`,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': 'default-src \'none\'; style-src \'unsafe-inline\'; sandbox',
  })
  return svgFile(drawn)
}
