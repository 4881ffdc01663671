/** Firefox, spoken to by WebDriver BiDi, which it has built in. */
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import puppeteer from 'puppeteer-core'
import { LESSON_TIME, type OtherBrowser, type Start } from './other-browser.ts'

const places = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox']

/** The program that FIREFOX names, or the system's own. */
export const startFirefox: Start = async () => {
  const executablePath = process.env.FIREFOX || places.find(existsSync)
  if (!executablePath) return undefined
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true, protocolTimeout: LESSON_TIME })
  let page = await browser.newPage()
  let errors: string[] = []
  const [, version = ''] = (await browser.version()).split('/')
  return {
    name: 'Firefox',
    version,
    async open(address, size) {
      // A page of its own each time: what an earlier one still sends as it is left would hold up the next.
      await page.close()
      page = await browser.newPage()
      errors = []
      page.on('pageerror', error => errors.push(error instanceof Error ? error.message : String(error)))
      page.on('console', message => message.type() === 'error' && errors.push(message.text()))
      await page.setViewport(size)
      await page.goto(address, { waitUntil: 'load' })
    },
    async run(body, where) {
      const frame = where === 'page' ? page.mainFrame() : page.frames().find(inner => inner.parentFrame() === page.mainFrame())
      if (!frame) throw new Error('There is no frame.')
      return frame.evaluate(`(async () => { ${body} })()`)
    },
    picture: async file => writeFile(file, await page.screenshot()),
    errors: async () => errors,
    close: () => browser.close(),
  } satisfies OtherBrowser
}
