/** A pupil's browser in a run. */
import type { Browser, BrowserContext, Page } from '@playwright/test'
import type { Account, Moodle } from './moodle.ts'

const ERROR = 'page error: '

/** Runs in every frame before its scripts: an error says whose page it was on, which a browser's own report does not tell of a frame. */
function reportErrors(prefix: string) {
  const where = () => location.pathname.includes('/pluginfile.php/') ? 'the lesson' : `Moodle's ${location.pathname}`
  const textOf = (reason: unknown) =>
    reason instanceof Error ? reason.message : `${Object.prototype.toString.call(reason)} ${JSON.stringify(reason)?.slice(0, 120)}`
  addEventListener('unhandledrejection', ({ reason }) => console.debug(`${prefix}${where()}, a promise: ${textOf(reason)}`))
  addEventListener('error', ({ message, filename, lineno }) =>
    console.debug(`${prefix}${where()}: ${message} (${filename.split('/').pop()}:${lineno})`),
  )
}

/** A pupil's browser, with everything counted that the promises are about. */
export class Pupil {
  readonly context: BrowserContext
  readonly account: Account
  readonly page: Page
  /** How often each was met. */
  private readonly met = new Map<string, number>()
  commits = 0

  constructor(context: BrowserContext, account: Account, page: Page) {
    this.context = context
    this.account = account
    this.page = page
    context.on('console', (message) => {
      if (!message.text().startsWith(ERROR)) return
      const error = message.text().slice(ERROR.length)
      this.met.set(error, (this.met.get(error) ?? 0) + 1)
    })
    context.on('request', request => request.url().includes('/mod/scorm/datamodel.php') && this.commits++)
  }

  /** Page errors, each once, with whose page they were on. */
  get errors(): string {
    return [...this.met].map(([error, times]) => times === 1 ? error : `${error}, ${times} times`).join(' · ') || 'none'
  }
}

/** @returns a pupil who has signed in, in a browser of their own */
export async function signedInPupil(browser: Browser, moodle: Moodle, account: Account): Promise<Pupil> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  await context.addInitScript(reportErrors, ERROR)
  return new Pupil(context, account, await moodle.signedIn(account, context))
}
