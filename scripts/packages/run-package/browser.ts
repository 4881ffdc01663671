/** The browser of `check-package --run`. It is loaded when it is asked for only: the app itself needs none. */
import type { Browser } from 'playwright-core'
import { chromiumPath } from '../../setup/chromium.mjs'

/** There is no browser to run packages in. The message says what to do. */
export class NoBrowser extends Error {}

/**
 * Whatever a page tries, by name or by number, goes to an address where nobody answers; run-package.ts lets only its own server
 * through.
 */
const shutIn = [
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-gpu',
  '--disable-quic',
  '--mute-audio',
]

/**
 * @returns a browser that is closed by whoever asked for it
 * @throws {NoBrowser}
 */
export async function startBrowser(): Promise<Browser> {
  const { chromium } = await loaded()
  const executablePath = chromiumPath()
  const start = (chromiumSandbox: boolean) =>
    chromium.launch({ ...(executablePath ? { executablePath } : {}), args: shutIn, chromiumSandbox, timeout: 30_000 })
  try {
    // Chromium refuses its own sandbox to root, and some containers have no means for it.
    return process.getuid?.() === 0 ? await start(false) : await start(true).catch(() => start(false))
  }
  catch (problem) {
    const why = problem instanceof Error ? problem.message.split('\n')[0] : String(problem)
    throw new NoBrowser(`The packages could not be run: no Chromium starts here (${why}). Install Chromium, or name one: `
      + `CHROMIUM=/path/to/chromium npm run check-package -- --run FILE.zip`)
  }
}

async function loaded(): Promise<typeof import('playwright-core')> {
  try {
    return await import('playwright-core')
  }
  catch {
    throw new NoBrowser('The packages could not be run: playwright-core is not installed, which a production install leaves out. '
      + 'Install it beside the app: npm install --no-save playwright-core')
  }
}
