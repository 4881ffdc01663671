/** WebKit as Debian has it (WebKitGTK's small browser), spoken to by WebDriver. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, globSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { Builder, By, Capabilities } from 'selenium-webdriver'
import { freePort } from '../support/network/free-port.ts'
import { LESSON_TIME, type OtherBrowser, type Start } from './other-browser.ts'

const DRIVER = '/usr/bin/WebKitWebDriver'

/**
 * Its driver passes no errors on, so the page keeps them. What is thrown before this can run is not seen; a script that ends so early
 * leaves a lesson that cannot be played.
 */
const KEEP_ERRORS = `
  if (!window.seenErrors) {
    window.seenErrors = []
    addEventListener('error', event => window.seenErrors.push(event.message ?? 'A file did not come.'), true)
    addEventListener('unhandledrejection', event => window.seenErrors.push(String(event.reason)))
    const say = console.error
    console.error = (...words) => { window.seenErrors.push(words.map(String).join(' ')); say(...words) }
  }`

/** Without a screen it needs one that is only in memory: `xvfb-run`. */
export const startWebKit: Start = async () => {
  const binary = process.env.WEBKIT || globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser')[0]
  if (!binary || !existsSync(DRIVER)) return undefined
  const port = await freePort()
  const command = [DRIVER, `--port=${port}`]
  const withScreen = process.env.DISPLAY ? command : ['xvfb-run', '-a', '-s', '-screen 0 1920x1200x24', ...command]
  const driver = spawn(withScreen[0] ?? DRIVER, withScreen.slice(1), { detached: true, stdio: 'ignore' })
  const stop = async () => {
    const ended = driver.exitCode === null && driver.signalCode === null ? once(driver, 'exit') : undefined
    // With the browser and the screen that belong to it.
    if (driver.pid) process.kill(-driver.pid, 'SIGTERM')
    await ended
  }
  const capabilities = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary, args: ['--automation'] },
  })
  const session = await sessionAt(`http://127.0.0.1:${port}`, capabilities).catch(async (error: unknown) => {
    await stop()
    throw error
  })
  await session.manage().setTimeouts({ script: LESSON_TIME })
  const found = await session.getCapabilities()
  async function into(where: 'page' | 'frame') {
    await session.switchTo().defaultContent()
    if (where === 'frame') await session.switchTo().frame(0)
    await session.executeScript(KEEP_ERRORS)
  }
  return {
    name: 'WebKit',
    version: found.getBrowserVersion() ?? '',
    async open(address, { width, height }) {
      await session.switchTo().defaultContent()
      await session.manage().window().setRect({ width, height, x: 0, y: 0 })
      // The window has a frame of its own, whose size only shows now.
      const [around, above] = await session.executeScript<[number, number]>('return [outerWidth - innerWidth, outerHeight - innerHeight]')
      await session.manage().window().setRect({ width: width + around, height: height + above, x: 0, y: 0 })
      await session.get(address)
      await into('page')
    },
    async run(body, where) {
      await into(where)
      return session.executeScript(`return (async () => { ${body} })()`)
    },
    picture: async file => writeFile(file, await session.takeScreenshot(), 'base64'),
    async errors() {
      const errors: string[] = []
      for (const where of ['page', 'frame'] as const) {
        if (where === 'frame' && (await session.findElements(By.css('iframe'))).length === 0) continue
        await into(where)
        errors.push(...await session.executeScript<string[]>('return window.seenErrors'))
      }
      return errors
    },
    async close() {
      await session.quit()
      await stop()
    },
  } satisfies OtherBrowser
}

/** Asks until the driver listens. */
async function sessionAt(address: string, capabilities: Capabilities) {
  for (let tries = 0; ; tries++) {
    try {
      return await new Builder().usingServer(address).withCapabilities(capabilities).build()
    }
    catch (error) {
      if (tries >= 50) throw error
      await new Promise(resolve => setTimeout(resolve, 200))
    }
  }
}
