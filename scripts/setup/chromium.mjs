/** Which Chromium the browser tests and the bench use. */
import { existsSync } from 'node:fs'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * @returns the program that CHROMIUM names, or Debian's or Chrome's own; undefined where there is none. Never a download of the
 * test tool's own.
 */
export const chromiumPath = () => process.env.CHROMIUM || places.find(existsSync)
