/** Pages of the running app: how soon the server answers, how much script they send, and when they work on a slow line. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Browser } from '@playwright/test'
import { slow4G } from './load.ts'
import { inDatabase, stores } from './running-app.ts'
import { seat } from './server.ts'
import { freePort } from '../tests/support/network/free-port.ts'

const RUNS = 5

/** The app's root element, and what it holds once the app has taken over. */
type Root = Element & { readonly __vue_app__?: { readonly $nuxt?: { readonly isHydrating?: boolean } } }

/** Milliseconds from the start of the page's navigation. */
interface Times {
  /** Until the app has taken over. */
  readonly ready: number
  /** Until it has taken over the last part of the page too. */
  readonly whole: number
}

/**
 * Opens a page with an empty cache on slow 4G with a CPU that is slowed down four times, until its controls work. @returns
 * milliseconds, and bytes over the wire
 */
async function openSlowly(browser: Browser, address: string, cookie?: string) {
  const context = await browser.newContext()
  const [name = '', value = ''] = cookie?.split('=') ?? []
  if (cookie) await context.addCookies([{ name, value, url: address }])
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', slow4G)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const scripts = new Set<string>()
  const sum = { script: 0, all: 0 }
  session.on('Network.responseReceived', ({ requestId, type }) => type === 'Script' && scripts.add(requestId))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    sum.all += encodedDataLength
    if (scripts.has(requestId)) sum.script += encodedDataLength
  })
  await page.addInitScript(() => {
    Object.assign(window, {
      times: new Promise<Times>((resolve) => {
        let ready = 0
        const timer = setInterval(() => {
          const app = document.querySelector<Root>('#__nuxt')?.__vue_app__
          if (!app) return
          ready ||= performance.now()
          if (app.$nuxt?.isHydrating) return
          resolve({ ready, whole: performance.now() })
          clearInterval(timer)
        }, 4)
      }),
    })
  })
  await page.goto(address)
  // Not by Playwright's own ways to wait: they bring a script into the page, which takes it 30 ms just then.
  const { result } = await session.send('Runtime.evaluate', { expression: 'times', awaitPromise: true, returnByValue: true })
  const until = { ...sum, files: scripts.size }
  await context.close()
  return { ...result.value as Times, ...until }
}

/** @returns rows for a page of pupils */
async function slowPage(browser: Browser, origin: string, path: string, { cookie, budget }: { cookie?: string, budget: string }) {
  const runs = []
  for (let run = 0; run < RUNS; run++) runs.push(await openSlowly(browser, origin + path, cookie))
  const spread = (unsorted: readonly number[]) => {
    const times = [...unsorted].sort((a, b) => a - b)
    return `${times[Math.floor(RUNS / 2)]?.toFixed(0)} ms (${times[0]?.toFixed(0)}–${times.at(-1)?.toFixed(0)})`
  }
  const [first] = runs
  return [
    { what: `${path} ready (slow 4G, 4× CPU)`, measured: spread(runs.map(({ ready }) => ready)), budget: '≤ 1300 ms' },
    { what: `${path}, the last part of the page too`, measured: spread(runs.map(({ whole }) => whole)), budget: '' },
    {
      what: `${path}, script until ready`,
      measured: `${((first?.script ?? 0) / 1000).toFixed(0)} kB in ${first?.files ?? 0} files`,
      budget,
    },
    { what: `${path}, everything until ready`, measured: `${((first?.all ?? 0) / 1000).toFixed(0)} kB`, budget: '' },
  ]
}

/** Starts the built app, and opens its pages for pupils with an empty cache. */
export async function launchSite(browser: Browser, lessonId: string) {
  const [store, ...unused] = await stores()
  await Promise.all(unused.map(other => other.remove()))
  if (!store) return []
  const [pupil] = await inDatabase(store, db => seat(db, 1))
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const started = performance.now()
  const server = spawn('node', ['.output/server/index.mjs'], { env: { ...process.env, ...store.env, PORT: String(port) }, stdio: 'ignore' })
  try {
    while (!await fetch(`${origin}/api/health`).then(({ ok }) => ok, () => false)) await new Promise(resolve => setTimeout(resolve, 10))
    await fetch(`${origin}/lessons/${lessonId}/play`).then(response => response.text())
    const ready = performance.now() - started
    return [
      { what: 'server start to first lesson page, already built', measured: `${ready.toFixed(0)} ms`, budget: '≤ 2000 ms' },
      ...await slowPage(browser, origin, '/join', { budget: '≤ 110 kB' }),
      ...await slowPage(browser, origin, '/my', { cookie: pupil?.cookie, budget: '' }),
      ...await slowPage(browser, origin, `/lessons/${lessonId}/play`, { budget: '≤ 130 kB' }),
    ]
  }
  finally {
    server.kill()
    await once(server, 'exit')
    await store.remove()
  }
}
