import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig, devices } from '@playwright/test'
import { testBrowserPath } from './scripts/setup/chromium.mjs'

const executablePath = testBrowserPath()

/** Another with TEST_PORT, so that two checkouts can be tested beside each other. */
const port = Number(process.env.TEST_PORT ?? 4173)

const dataDir = join(tmpdir(), `whos-there-test-data-${port}`)
// Fresh at each run, since another build's tables may have other migrations. The test runner's workers read this file too, while
// the server runs.
if (process.env.TEST_WORKER_INDEX === undefined) rmSync(dataDir, { recursive: true, force: true })

export default defineConfig({
  testDir: 'tests/browser',
  // Tests stand alone, so that no worker waits for a long file.
  fullyParallel: true,
  workers: 3,
  // A busy machine is no failure. These end what hangs, for every test alike; how long something may take is told where that is the
  // point, and nowhere else.
  timeout: 600_000,
  expect: { timeout: 60_000 },
  // A flaky test is a bug: none is tried again by hand. In CI one is, so that it does not hold up everything else, and `npm test`
  // names it at its end as what has to be mended.
  retries: process.env.CI ? 1 : 0,
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://localhost:${port}`,
    viewport: { width: 1366, height: 768 },
    actionTimeout: 60_000,
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: 'node .output/server/index.mjs',
    // Its school stays empty: tests that need one start a server of their own (support/school-server.ts).
    env: { PORT: String(port), DATA_DIR: dataDir },
    url: `http://localhost:${port}/api/health`,
    reuseExistingServer: false,
  },
})
