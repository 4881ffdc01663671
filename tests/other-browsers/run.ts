/**
 * `npm run browsers`: every lesson from its first screen to its end in Firefox and in WebKit, as a web package from a folder, as a
 * SCORM package in a frame beside a run-time, and in the app. Outside CI, since it takes minutes and browsers that CI has no need of.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { unzipSync } from 'fflate'
import { readArguments } from '../../scripts/setup/arguments.mjs'
import { folderSource } from '../../server/content/sources/folder-source.ts'
import { readLibrary } from '../../server/content/library/library.ts'
import { quizOf, readLesson } from '../browser/support/lesson-driver.ts'
import { startSchoolServer } from '../browser/support/school-server.ts'
import { playLesson, type Played, type PlayRequest } from '../support/lessons/play-lesson.ts'
import { builtPackage, hostPackage } from '../support/packages/package-host.ts'
import { removeFolder, temporaryFolder } from '../support/temporary-folder.ts'
import { startFirefox } from './firefox.ts'
import { LESSON_TIME, type OtherBrowser, type Start } from './other-browser.ts'
import { startWebKit } from './webkit.ts'

const browsers: Readonly<Record<string, Start>> = { firefox: startFirefox, webkit: startWebKit }
/** A phone, a laptop, and the frame that an LMS leaves. */
const sizes = { phone: { width: 360, height: 740 }, laptop: { width: 1366, height: 768 }, frame: { width: 600, height: 400 } }

const { values } = readArguments('browsers')
const library = await readLibrary(folderSource('content'))
const lessons = values.lesson?.split(',') ?? [...new Set(library.lessons.map(({ value }) => value.id))].sort()
const folder = temporaryFolder('browsers')
const app = await startSchoolServer({}, { hasSetupLink: false })
let faults = 0

/** One way through a lesson, screen by screen, so that each can be looked at. */
async function play(browser: OtherBrowser, lesson: string, way: string, where: 'page' | 'frame'): Promise<string[]> {
  const request: PlayRequest = { until: 'over', practice: 'first', quiz: quizOf(await readLesson(lesson)) }
  const body = (more: Partial<PlayRequest>) => `return (${playLesson.toString()})(${JSON.stringify({ ...request, ...more })})`
  const played = async (more: Partial<PlayRequest> = {}) => await browser.run(body(more), where) as Played
  let now = await played({ presses: 0 })
  if (values.pictures) {
    const into = join(values.pictures, browser.name, `${lesson}-${way}`)
    mkdirSync(into, { recursive: true })
    for (let presses = 0; !now.isThere && presses < 600; presses++) {
      await browser.picture(join(into, `${String(presses).padStart(3, '0')}-${now.screen}.png`))
      now = await played({ presses: 1 })
    }
  }
  else now = await played()
  return [
    ...(now.isThere ? [] : [`stopped on ${now.screen}`]),
    ...now.alarming.map(words => `says "${words}"`),
    ...await browser.errors(),
  ]
}

function report(browser: OtherBrowser, lesson: string, way: string, wrong: readonly string[], started: number) {
  faults += wrong.length
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  console.log(`${browser.name.padEnd(8)} ${lesson.padEnd(26)} ${way.padEnd(16)} ${wrong.length === 0 ? 'to its end' : 'FAULT'} (${seconds} s)`)
  for (const line of wrong) console.log(`           ${line}`)
}

/** @returns the faults of one way; what is thrown on it is one of them */
const orThrown = (work: Promise<string[]>) => work.catch((error: unknown) => [error instanceof Error ? error.message : String(error)])

async function fromFolder(browser: OtherBrowser, lesson: string) {
  const { bytes } = await builtPackage(lesson, 'web')
  const into = join(folder, lesson)
  for (const [name, file] of Object.entries(unzipSync(bytes))) {
    if (name.endsWith('/')) continue
    mkdirSync(dirname(join(into, name)), { recursive: true })
    writeFileSync(join(into, name), file)
  }
  await browser.open(pathToFileURL(join(into, 'index.html')).href, sizes.phone)
  return play(browser, lesson, 'web', 'page')
}

async function inLms(browser: OtherBrowser, lesson: string, version: '1.2' | '2004') {
  const host = await hostPackage(await builtPackage(lesson, version === '1.2' ? 'scorm12' : 'scorm2004-4'), version)
  try {
    await browser.open(host.lmsUrl, sizes.frame)
    await browser.run(`lms.launch(); await new Promise(done => { document.querySelector('iframe').onload = done })`, 'page')
    const wrong = await play(browser, lesson, `scorm${version}`, 'frame')
    const status = await browser.run(`return lms.lastSet(${JSON.stringify(version === '1.2' ? 'cmi.core.lesson_status' : 'cmi.completion_status')})`, 'page')
    return status === 'passed' || status === 'completed' ? wrong : [...wrong, `the LMS was told "${String(status)}"`]
  }
  finally {
    await host.close()
  }
}

async function inApp(browser: OtherBrowser, lesson: string) {
  await browser.open(`${app.address}/lessons/${lesson}/play`, sizes.laptop)
  return play(browser, lesson, 'app', 'page')
}

for (const name of values.browser.split(',')) {
  const browser = await browsers[name]?.()
  if (!browser) {
    console.error(name in browsers ? `This machine has no ${name}.` : `"${name}" is none of ${Object.keys(browsers).join(', ')}.`)
    faults++
    continue
  }
  console.log(`${browser.name} ${browser.version}; at most ${LESSON_TIME / 1000} s a lesson`)
  for (const lesson of lessons) {
    const ways: Readonly<Record<string, () => Promise<string[]>>> = {
      'web, folder': () => fromFolder(browser, lesson),
      'SCORM 1.2': () => inLms(browser, lesson, '1.2'),
      'SCORM 2004': () => inLms(browser, lesson, '2004'),
      app: () => inApp(browser, lesson),
    }
    for (const [way, work] of Object.entries(ways)) {
      const started = Date.now()
      report(browser, lesson, way, await orThrown(work()), started)
    }
  }
  await browser.close()
}
await app.stop()
removeFolder(folder)
console.log(faults === 0 ? 'Every lesson came to its end without an error.' : `Faults: ${faults}.`)
process.exitCode = faults === 0 ? 0 : 1
