/**
 * `npm run moodle`: what a package does in a real Moodle, its outages and the gradebook included. Outside CI, since it needs a
 * Moodle, which this project does not bring.
 */
import { mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, expect, type FrameLocator } from '@playwright/test'
import { readArguments } from '../../scripts/setup/arguments.mjs'
import { runExport } from '../../scripts/packages/export.ts'
import { pointer } from '../browser/support/hand.ts'
import { LessonDriver, readLesson } from '../browser/support/lesson-driver.ts'
import { courseScenarios } from './course.ts'
import { Moodle, type Account, type Activity } from './moodle.ts'
import { signedInPupil, type Pupil } from './pupil.ts'

const LESSON = 'lying-online-9-11'
const COURSE = ['lying-online-9-11', 'meeting-strangers-9-11', 'sharing-images-9-11']
const SAVED = 'Your work is saved'

const { values } = readArguments('moodle')

const account = (text: string): Account => ({ name: text.split(':')[0] ?? '', password: text.split(':').slice(1).join(':') })
/** Of this run alone, so that an earlier run's grades are never read. */
const unique = (name: string) => `${name} ${Date.now().toString(36)}`
const lines: string[] = []
const note = (line: string) => {
  console.log(line)
  lines.push(line)
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
const moodle = new Moodle(browser, values.address)
const admin = await moodle.signedIn(account(values.admin))
const release = await moodle.release(admin)
const teacher = await moodle.signedIn(account(values.teacher))
const lesson = await readLesson(LESSON)
const pupils = values.pupils.split(',').values()

async function nextPupil(): Promise<Pupil> {
  const { value: name, done } = pupils.next()
  if (done || !name) throw new Error('More pupils are needed: name them with --pupils.')
  return signedInPupil(browser, moodle, { name, password: values.password })
}

/** @param lessons ids with commas between; more than one are packed as one course */
async function packageOf(lessons: string, format: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'moodle-'))
  const code = await runExport([...(lessons.includes(',') ? ['--course'] : []), '--lesson', lessons, '--format', format, '--out', folder], {
    project: '.',
    loadRenderOpening: async () => (await import('#player/prerender')).renderOpening,
    print: () => {},
    complain: line => console.error(line),
  })
  if (code !== 0) throw new Error('The package was not written.')
  const name = (await readdir(folder)).find(file => file.endsWith('.zip')) ?? ''
  return join(folder, name)
}

const driverIn = (frame: FrameLocator) => new LessonDriver(frame, lesson, { hand: pointer })
const third = lesson.screens[2]?.id ?? ''
const middle = lesson.screens[6]?.id ?? ''
const last = lesson.screens.at(-1)?.id ?? ''

/** From the present screen to Finish, answering the quiz right. */
async function toTheEnd(driver: LessonDriver, to = last) {
  await driver.goTo(to)
  await driver.doScreen()
  await driver.finish()
}

const resultOf = async (pupil: Pupil, activity: Activity) => `grade ${await moodle.gradeOf(pupil.page, activity)}`

/** Leaves half-way and comes back, then finishes. */
async function halfAndBack(activity: Activity) {
  const pupil = await nextPupil()
  const first = driverIn(await moodle.open(pupil.page, activity))
  await first.goTo(middle)
  await pupil.page.goto(`${values.address}/my/`, { waitUntil: 'domcontentloaded' })
  const again = driverIn(await moodle.open(pupil.page, activity))
  expect(await again.screenId(), 'on the exact screen').toBe(middle)
  await toTheEnd(again)
  await expect(again.player).toContainText(SAVED)
  const commits = pupil.commits
  expect(await resultOf(pupil, activity)).toContain('100')
  note(
    `| leaves on screen 7, comes back, finishes | back on the exact screen; "${SAVED}"; ${await resultOf(pupil, activity)}; ${commits} saves for ${lesson.screens.length} screens and the quiz; page errors: ${pupil.errors} |`,
  )
}

/** The browser has no network from the third screen to the end, and only then has it again. */
async function outage(activity: Activity) {
  const pupil = await nextPupil()
  const driver = driverIn(await moodle.open(pupil.page, activity))
  await driver.goTo(third)
  await pupil.page.waitForTimeout(4_000)
  await pupil.context.setOffline(true)
  await toTheEnd(driver)
  await expect(driver.player.locator('[data-saving="retrying"]')).toBeVisible({ timeout: 60_000 })
  await expect(driver.player).not.toContainText(SAVED)
  await pupil.context.setOffline(false)
  await expect(driver.player).toContainText(SAVED, { timeout: 90_000 })
  expect(await resultOf(pupil, activity)).toContain('100')
  note(
    `| no network from the third screen to after Finish, then back | a calm notice; "${SAVED}" only once it was; ${await resultOf(pupil, activity)}; page errors: ${pupil.errors} |`,
  )
}

/** A short gap in the middle. */
async function shortOutage(activity: Activity) {
  const pupil = await nextPupil()
  const driver = driverIn(await moodle.open(pupil.page, activity))
  await driver.goTo(third)
  await pupil.page.waitForTimeout(4_000)
  await pupil.context.setOffline(true)
  await driver.goTo(lesson.screens[4]?.id ?? '')
  await expect(driver.player.locator('[data-saving="retrying"]')).toBeVisible({ timeout: 60_000 })
  await pupil.page.waitForTimeout(10_000)
  await pupil.context.setOffline(false)
  await expect(driver.player.locator('[data-saving]')).toHaveCount(0, { timeout: 90_000 })
  await pupil.page.goto(`${values.address}/my/`, { waitUntil: 'domcontentloaded' })
  const again = driverIn(await moodle.open(pupil.page, activity))
  expect(await again.screenId()).toBe(lesson.screens[4]?.id)
  note(
    `| no network for some seconds in the middle | a calm notice, gone once all was saved again; the next visit stood on the screen that was reached meanwhile (${await resultOf(pupil, activity)}, as nothing is graded yet) |`,
  )
}

/** Moodle's session ends in the middle; the pupil signs in again and opens the lesson in the same tab. */
async function sessionEnds(activity: Activity) {
  const pupil = await nextPupil()
  const driver = driverIn(await moodle.open(pupil.page, activity))
  await driver.goTo(third)
  await pupil.page.waitForTimeout(4_000)
  await pupil.context.clearCookies()
  await driver.goTo(middle)
  await expect(driver.player.locator('[data-saving="lms-signed-out"]')).toBeVisible({ timeout: 60_000 })
  // The player's page has last words of its own, which would cut the next page's arrival off.
  await pupil.page.goto('about:blank')
  await moodle.signIn(pupil.page, pupil.account)
  const landedOn = (await pupil.page.locator('h1, h2').first().innerText()).trim()
  const again = driverIn(await moodle.open(pupil.page, activity))
  expect(await again.screenId(), 'what was done meanwhile is back').toBe(middle)
  await toTheEnd(again)
  await expect(again.player).toContainText(SAVED)
  expect(await resultOf(pupil, activity)).toContain('100')
  note(
    `| signed out on screen 3, goes on to screen 7, signs in again in the same tab, opens the lesson again | the notice says so; after signing in, Moodle shows "${landedOn}"; then on screen 7; "${SAVED}"; ${await resultOf(pupil, activity)} |`,
  )
}

/** Goes on with the next one where something did not work. */
async function played(title: string, play: () => Promise<void>) {
  try {
    await play()
  }
  catch (error) {
    note(`| ${title} | **did not work:** ${String(error).split('\n').slice(0, 3).join(' ')} |`)
    process.exitCode = 1
  }
}

const heading = (title: string) => note(`\n### ${title}\n\n| what the pupil does, or what happens | what was seen |\n| --- | --- |`)

note(
  `Moodle: ${release}. ${new Date().toISOString().slice(0, 10)}. Lesson: ${LESSON}. Chromium, 1366 × 768, packages as exported without options.`,
)
for (const format of ['scorm12', 'scorm2004-4']) {
  const file = await packageOf(LESSON, format)
  const activity = await moodle.add(teacher, values.course, file, unique(format))
  heading(format)
  note('| teacher imports the package | untouched, through the form, with the settings of moodle.md |')
  for (const [title, play] of Object.entries({ halfAndBack, outage, shortOutage, sessionEnds })) await played(title, () => play(activity))
}

const courseLessons = await Promise.all(COURSE.map(readLesson))
for (const { format, title, settings, scenarios } of courseScenarios({ moodle, teacher, lessons: courseLessons, nextPupil })) {
  const file = await packageOf(COURSE.join(','), format)
  heading(`${COURSE.length} lessons as one ${format} course: ${title}`)
  for (const [what, play] of Object.entries(scenarios)) {
    await played(what, async () =>
      note(`| ${what} | ${await play(await moodle.add(teacher, values.course, file, unique(`course ${format}`), settings))} |`),
    )
  }
}
await browser.close()
await writeFile(
  values.out,
  `# A run in Moodle\n\nWritten by \`npm run moodle\` (tests/moodle/run.ts): what a script saw that plays built packages in a real Moodle, through its pages, and reads the grades back.\n\n${lines.join('\n')}\n`,
)
