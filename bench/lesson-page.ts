/** The lesson page of the running app: how much script it sends, and how soon the server answers. */
import { spawn } from 'node:child_process'
import type { Browser } from '@playwright/test'
import { freePort } from '../tests/support/free-port.ts'

/** Starts the built app and opens the lesson's page once with an empty cache. */
export async function launchSite(browser: Browser, lessonId: string) {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const started = performance.now()
  const server = spawn('node', ['.output/server/index.mjs'], { env: { ...process.env, PORT: String(port) }, stdio: 'ignore' })
  try {
    while (!await fetch(`${origin}/api/health`).then(({ ok }) => ok, () => false)) await new Promise(resolve => setTimeout(resolve, 10))
    await fetch(`${origin}/lessons/${lessonId}/play`).then(response => response.text())
    const ready = performance.now() - started
    const page = await browser.newPage()
    const session = await page.context().newCDPSession(page)
    await session.send('Network.enable')
    const scripts = new Set<string>()
    let bytes = 0
    session.on('Network.responseReceived', ({ requestId, type }) => type === 'Script' && scripts.add(requestId))
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (scripts.has(requestId)) bytes += encodedDataLength
    })
    await page.goto(`${origin}/lessons/${lessonId}/play`, { waitUntil: 'networkidle' })
    await page.close()
    return [
      { what: 'server start to first lesson page, already built', measured: `${ready.toFixed(0)} ms`, budget: '≤ 2000 ms' },
      { what: 'lesson page in the app, script over the wire', measured: `${(bytes / 1000).toFixed(0)} kB`, budget: '≤ 130 kB' },
    ]
  }
  finally {
    server.kill()
  }
}
