/** A server of its own for a test, with an empty database, as a school starts it for the first time. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import { goTo } from './alive.ts'
import { freePort } from '../../support/network/free-port.ts'
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.ts'

/** The first admin, as `setUp` makes her. */
export const admin = {
  school: 'Oakfield Primary',
  name: 'Ada Admin',
  email: 'ada@oakfield.example',
  password: 'lamp otter violin mud',
} as const

export interface SchoolServer {
  /** Where it answers, without a slash at the end. */
  readonly address: string
  /** As the server printed it at its start. */
  readonly setupLink: string
  /** Sets the school up. @returns a page on which the admin is signed in */
  setUp(browser: Browser, options?: BrowserContextOptions): Promise<Page>
  /** Ends it as a system does. @returns how it ended, which files it left, and what it had written into its log since its start */
  end(): Promise<{ code: number | null, files: string[], log: string }>
  stop(): Promise<void>
}

async function untilPrinted(server: ChildProcess, pattern: RegExp): Promise<string> {
  let printed = ''
  server.stdout?.setEncoding('utf8')
  // What it prints afterwards is read too (`end`).
  for await (const part of server.stdout?.iterator({ destroyOnReturn: false }) ?? []) {
    printed += String(part)
    const found = pattern.exec(printed)
    if (found) return found[0]
  }
  throw new Error(`The server ended before it printed a set-up link: ${printed}`)
}

/** Waits however long a busy machine takes: the test has a time of its own. @throws when the server has ended */
export async function untilItAnswers(address: string, server: ChildProcess): Promise<void> {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`The server ended with ${server.exitCode} before it answered.`)
    const isThere = await fetch(`${address}/api/health`).then(({ ok }) => ok, () => false)
    if (isThere) return
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

/**
 * Starts `.output` on a free port, where `env` says so with a database that has a school already; `stop` ends it and removes what
 * it kept.
 */
export async function startSchoolServer(env: Readonly<Record<string, string>> = {}, { hasSetupLink = true } = {}): Promise<SchoolServer> {
  const folder = temporaryFolder('school')
  const port = env.PORT === undefined ? await freePort() : Number(env.PORT)
  const address = `http://localhost:${port}${env.NUXT_APP_BASE_URL ?? ''}`.replace(/\/$/, '')
  const server = spawn(process.execPath, ['.output/server/index.mjs'], {
    env: { ...process.env, PORT: String(port), DATA_DIR: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const setupLink = hasSetupLink ? await untilPrinted(server, /http:\S+\/setup\?key=[\w-]+/) : ''
  let log = ''
  for (const stream of [server.stdout, server.stderr]) stream?.on('data', part => log += String(part))
  server.stderr?.pipe(process.stderr)
  await untilItAnswers(address, server)
  return {
    address,
    setupLink,
    async setUp(browser, options = {}) {
      const page = await (await browser.newContext({ baseURL: address, ...options })).newPage()
      // Without the page for it, which waits for a busy server only so long; staff.spec.ts goes that way.
      const made = await page.request.post(`${address}/api/setup`, {
        data: { key: new URL(setupLink).searchParams.get('key'), ...admin }, timeout: 0,
      })
      if (!made.ok()) throw new Error(`No school was set up: ${made.status()} ${await made.text()}`)
      await goTo(page, `${address}/teach`)
      await page.getByRole('button', { name: 'Sign out', exact: true }).waitFor()
      return page
    },
    async end() {
      // What it wrote last may come after its end.
      const isOver = once(server, 'close')
      server.kill()
      await isOver
      return { code: server.exitCode, files: readdirSync(folder), log }
    },
    async stop() {
      const isOver = server.exitCode === null ? once(server, 'exit') : undefined
      server.kill()
      await isOver
      removeFolder(folder)
    },
  }
}
