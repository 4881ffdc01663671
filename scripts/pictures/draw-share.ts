/**
 * Draws public/share.png, which others show where somebody shares the address of the awareness day: they take no SVG. Run it after
 * `npm run pictures` where the home page's picture has changed: `node scripts/pictures/draw-share.ts`.
 */
import { readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { chromiumPath } from '../setup/chromium.mjs'

const root = new URL('../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')
const font = readFileSync(new URL('node_modules/@fontsource-variable/lexend/files/lexend-latin-wght-normal.woff2', root)).toString('base64')
const into = fileURLToPath(new URL('public/share.png', root))

/** As wide and high as those who show it ask for. */
const size = { width: 1200, height: 630 }

const page = `<!doctype html><style>
@font-face { font-family: Lexend; src: url(data:font/woff2;base64,${font}); font-weight: 100 900 }
body { box-sizing: border-box; display: grid; grid-template-columns: 1fr 560px; gap: 48px; align-items: center; width: 1200px; height: 630px;
  margin: 0; padding: 56px; background: #fff9f0; color: #1e2235; font: 700 64px/1.12 Lexend }
p { margin: 0 } .name { display: flex; gap: 16px; align-items: center; margin-bottom: 32px; font-size: 32px } .name svg { width: 64px; height: 64px }
.scene svg { box-sizing: border-box; width: 560px; height: 350px; border: 4px solid #1e2235; border-radius: 24px; background: #fff }
</style><div><p class="name">${read('content/pictures/logo.svg')} Who's There?</p><p>Do you know who's there?</p></div>
<div class="scene">${read('content/pictures/home.svg')}</div>`

const executablePath = chromiumPath()
const browser = await chromium.launch({ ...executablePath ? { executablePath } : {}, args: ['--no-sandbox'] })
const tab = await browser.newPage({ viewport: size })
await tab.setContent(page)
await tab.evaluate(() => document.fonts.ready)
await tab.screenshot({ path: into })
await browser.close()
console.log(`${into}: ${statSync(into).size} B`)
