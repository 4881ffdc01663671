/** Loads a package once in a frame of the LMS page, with an empty cache, and says how it went. */
import type { Browser } from '@playwright/test'
import type { Kept } from '../tests/support/lms/lms.d.ts'

export interface Load {
  /** Milliseconds from the start of the frame's navigation. */
  readonly firstPaint: number
  /** Milliseconds until the first screen's button works. */
  readonly usable: number
  readonly requests: number
  /** As they came over the wire, headers included. */
  readonly bytes: number
  /** Milliseconds beyond 50 of each long task until usable. */
  readonly blocked: number
  /** Bytes of the package's own page, after a collection; measured without the LMS page around it. */
  readonly heap: number
  readonly launchCalls: number
  readonly screenCalls: number
}

/** 1.6 Mbit/s with 150 ms of latency, as browsers' own "slow 4G". */
export const slow4G = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 }

/**
 * Runs in the measured frame: notes when the player has taken over its element, and, where it goes on with an activity, when that is
 * there; and how long tasks blocked.
 */
function watch(screen: string | undefined) {
  const seen = window as unknown as { usable?: number, blocked: number }
  seen.blocked = 0
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) if (seen.usable === undefined) seen.blocked += Math.max(0, task.duration - 50)
  }).observe({ type: 'longtask', buffered: true })
  const timer = setInterval(() => {
    const root = document.querySelector('#player')
    if (!root || !('__vue_app__' in root)) return
    if (screen && !document.querySelector(`[data-screen="${screen}"] .body > :not(p)`)) return
    seen.usable = performance.now()
    clearInterval(timer)
  }, 4)
}

/**
 * @param lmsUrl the LMS page (tests/support/packages/package-host.ts)
 * @param path what to open in the frame; a static page is never "usable" and reports its first paint only
 * @param resumed what the LMS holds of an earlier visit, which ended in the middle
 */
export async function loadOnce(browser: Browser, lmsUrl: string, path: string, slow: boolean, resumed?: Kept): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 700, height: 666 } })
  const page = await context.newPage()
  await page.goto(lmsUrl)
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  if (slow) {
    await session.send('Network.emulateNetworkConditions', slow4G)
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  }
  const finished: number[] = []
  session.on('Network.loadingFinished', ({ encodedDataLength }) => finished.push(encodedDataLength))
  await page.addInitScript(watch, resumed?.location)
  const isPackage = path.startsWith('/package/')
  await page.evaluate(([saved, source]) => window.lms.launch(saved, { source }), [resumed, path] as const)
  const frame = await page.waitForSelector('iframe').then(element => element.contentFrame())
  if (!frame) throw new Error('the frame never came')
  await frame.waitForFunction(() => performance.getEntriesByType('paint').some(({ name }) => name === 'first-contentful-paint'))
  if (isPackage) await frame.waitForFunction(() => 'usable' in window && window.usable !== undefined)
  const [requests, bytes] = [finished.length, finished.reduce((sum, size) => sum + size, 0)]
  const times = await frame.evaluate(() => {
    const { usable = 0, blocked = 0 } = window as unknown as { usable?: number, blocked?: number }
    const paint = performance.getEntriesByType('paint').find(({ name }) => name === 'first-contentful-paint')
    return { firstPaint: paint?.startTime ?? 0, usable, blocked }
  })
  let calls = { launchCalls: 0, screenCalls: 0 }
  if (isPackage) {
    const launchCalls = await page.evaluate(() => window.lms.now().log.length)
    if (!resumed) await frame.click('[data-action="continue"]')
    calls = { launchCalls, screenCalls: await page.evaluate(() => window.lms.now().log.length) - launchCalls }
  }
  await context.close()
  return { ...times, requests, bytes, ...calls, heap: isPackage ? await heapOf(browser, new URL(path, lmsUrl).href) : 0 }
}

async function heapOf(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(url)
  const session = await context.newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await context.close()
  return usedSize
}
