/** Which Chromium the browser tests, the bench and the programs use. */
import { existsSync } from 'node:fs'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Debian's Chromium without a window around the page: the same engine, in two thirds of the time. */
const shell = '/usr/bin/chromium-headless-shell'

/**
 * @returns the program that CHROMIUM names, or Debian's or Chrome's own; undefined where there is none. Never a download of the
 * test tool's own.
 */
export const chromiumPath = () => process.env.CHROMIUM || [...places, shell].find(existsSync)

/** @returns as `chromiumPath`, but the one without a window where both are there */
export const testBrowserPath = () => process.env.CHROMIUM || [shell, ...places].find(existsSync)
