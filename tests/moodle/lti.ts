/**
 * `npm run moodle-lti`: LTI 1.3 in a real Moodle: the tool registered through Moodle's own form and by itself, lessons chosen,
 * opened by a teacher and pupils in a frame and in a window, with cookies of other sites blocked, and the grades read back. Outside
 * CI, since it needs a Moodle, which this project does not bring.
 */
import { execFileSync, spawn } from 'node:child_process'
import { createPublicKey, type JsonWebKey } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, expect, type FrameLocator, type Page } from '@playwright/test'
import { readArguments } from '../../scripts/setup/arguments.mjs'
import { addPlatform, connect } from '../../server/lti/platforms.ts'
import { makeInvite } from '../../server/lti/registration.ts'
import { openDatabase } from '../../server/platform/database/client.ts'
import { takeSettings } from '../../server/platform/settings.ts'
import { pointer } from '../browser/support/hand.ts'
import { LessonDriver, quizOf, readLesson } from '../browser/support/lesson-driver.ts'
import { untilAliveIn } from '../browser/support/alive.ts'
import { schoolWith } from '../support/databases/seed-school.ts'
import { freePort } from '../support/network/free-port.ts'
import { removeFolder, temporaryFolder } from '../support/temporary-folder.ts'
import { Moodle, type Account } from './moodle.ts'

const LESSON = 'lying-online-9-11'

const { values } = readArguments('moodle-lti')
const account = (text: string): Account => ({ name: text.split(':')[0] ?? '', password: text.split(':').slice(1).join(':') })
const run = Date.now().toString(36)
const lines: string[] = []
const note = (line: string) => {
  console.log(line)
  lines.push(line)
}

// Our server, with a school of its own, at another site than Moodle's.
const folder = temporaryFolder('moodle-lti')
const { db } = await openDatabase(join(folder, 'whos-there.sqlite'))
const { staff } = await schoolWith(db, { pupils: 0 })
const port = await freePort()
const ours = `http://localhost:${port}`
const host = new URL(values.address).hostname
const server = spawn(process.execPath, ['.output/server/index.mjs'], {
  env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: folder, LTI_PRIVATE_HOSTS: host },
  stdio: ['ignore', 'ignore', 'inherit'],
})
await expect(async () => expect((await fetch(`${ours}/api/health`)).ok).toBe(true)).toPass({ timeout: 60_000 })
const { keys: [jwk] } = (await (await fetch(`${ours}/lti/jwks`)).json()) as { keys: JsonWebKey[] }
const pem = createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' }).export({ type: 'spki', format: 'pem' }).toString()

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--test-third-party-cookie-phaseout'],
})
const moodle = new Moodle(browser, values.address)
const sizes = [[360, 740], [768, 1024], [1366, 768]] as const
async function picture(page: Page, name: string) {
  for (const [width, height] of values.pictures === undefined ? [] : sizes) {
    await page.setViewportSize({ width, height })
    await page.screenshot({ path: join(values.pictures ?? '', `${name}${width === 1366 ? '' : `-${width}`}.png`) })
  }
}

/** @returns what Moodle shows of the tool after its form was saved */
async function registered(admin: Page, name: string): Promise<{ clientId: string, typeId: string }> {
  await admin.goto(`${values.address}/mod/lti/toolconfigure.php`)
  const sesskey = await admin.evaluate(() => (globalThis as unknown as { M: { cfg: { sesskey: string } } }).M.cfg.sesskey)
  await admin.goto(`${values.address}/mod/lti/typessettings.php?sesskey=${sesskey}&returnto=toolconfigure`)
  const set = (field: string, value: string) => admin.locator(`[name="${field}"]`).last().evaluate((element, to) => {
    const input = element as HTMLInputElement
    if (input.type === 'checkbox') input.checked = true
    else input.value = to
    input.dispatchEvent(new Event('change', { bubbles: true }))
  }, value)
  const fields: Readonly<Record<string, string>> = {
    lti_typename: name, lti_toolurl: `${ours}/lti/launch`, lti_ltiversion: '1.3.0', lti_keytype: 'RSA_KEY', lti_publickey: pem,
    lti_initiatelogin: `${ours}/lti/login`, lti_redirectionuris: `${ours}/lti/launch`, lti_coursevisible: '2', lti_launchcontainer: '3',
    lti_contentitem: '1', lti_toolurl_ContentItemSelectionRequest: `${ours}/lti/launch`, lti_sendname: '0', lti_sendemailaddr: '0',
    lti_acceptgrades: '2', ltiservice_gradesynchronization: '2', ltiservice_memberships: '1',
  }
  for (const [field, value] of Object.entries(fields)) await set(field, value)
  await admin.locator('[name="submitbutton"]').click()
  await admin.waitForURL(/toolconfigure/)
  // The newest tool is the one that was just saved.
  await expect(admin.locator(`[data-region="tool-card"], .tool-card`).filter({ hasText: name }).first()).toBeVisible()
  const card = admin.locator('.tool-card').filter({ hasText: name }).first()
  const typeId = (await card.getAttribute('data-type-id')) ?? ''
  await admin.goto(`${values.address}/mod/lti/typessettings.php?action=update&id=${typeId}&sesskey=${sesskey}&returnto=toolconfigure`)
  return { typeId, clientId: await admin.locator('#id_lti_clientid_disabled').inputValue() }
}

/** @returns the frame of an activity, once the tool is in it */
async function open(page: Page, id: string): Promise<FrameLocator> {
  await page.goto(`${values.address}/mod/lti/view.php?id=${id}`, { waitUntil: 'domcontentloaded' })
  const frame = page.frameLocator('#contentframe')
  await frame.locator('#__nuxt').waitFor({ timeout: 120_000 })
  await untilAliveIn(frame)
  return frame
}

async function played(title: string, play: () => Promise<string>) {
  try {
    note(`| ${title} | ${await play()} |`)
  }
  catch (error) {
    note(`| ${title} | **did not work:** ${String(error).split('\n').slice(0, 3).join(' ')} |`)
    process.exitCode = 1
  }
}

const [admin, teacher] = [await moodle.signedIn(account(values.admin)), await moodle.signedIn(account(values.teacher))]
const [first = '', second = '', third = ''] = values.pupils.split(',')
const lesson = await readLesson(LESSON)
const name = `Who's There? ${run}`
note(`Moodle: ${await moodle.release(admin)}. ${new Date().toISOString().slice(0, 10)}. Chromium with cookies of other sites blocked; Moodle at ${host}, this app at localhost, which is another site.`)
note('\n| what somebody does | what was seen |\n| --- | --- |')

const { clientId, typeId } = await registered(admin, name)
takeSettings({ LTI_PRIVATE_HOSTS: host })
await addPlatform(db, staff, {
  name: 'Moodle', issuer: values.address, clientId, authUrl: `${values.address}/mod/lti/auth.php`,
  tokenUrl: `${values.address}/mod/lti/token.php`, tokenAudience: null, jwksUrl: `${values.address}/mod/lti/certs.php`, home: null,
  deploymentIds: [typeId],
})
note('| the admin fills in Moodle\'s form for external tools, with our key, and types what Moodle shows in here | registered; name and e-mail never shared |')

let activity = ''
await played('the teacher adds the tool to the course and presses "Select content"', async () => {
  await teacher.goto(`${values.address}/course/modedit.php?add=lti&type=&course=${values.course}&section=1&return=0&typeid=${typeId}`)
  await teacher.getByRole('button', { name: 'Select content' }).click()
  const pick = teacher.frameLocator('.modal iframe')
  await pick.getByRole('checkbox', { name: /minutes/ }).first().waitFor({ timeout: 120_000 })
  await untilAliveIn(pick)
  await picture(teacher, 'moodle-lti-pick')
  await pick.locator(`input[value="${LESSON}"]`).check()
  await pick.getByRole('button', { name: 'Add the lesson' }).click()
  await expect(teacher.locator('#id_name')).not.toHaveValue('', { timeout: 60_000 })
  await teacher.locator('#id_name').fill(name)
  await teacher.locator('#id_submitbutton').click()
  await teacher.waitForURL(/\/(?:mod\/lti\/view|course\/modregrade)\.php/, { waitUntil: 'commit' })
  activity = new URL(teacher.url()).searchParams.get('id') ?? ''
  return 'our page in Moodle\'s dialog; the lesson comes back with its title and a line in the gradebook'
})

await played('the teacher chooses two lessons at once', async () => {
  await teacher.goto(`${values.address}/course/modedit.php?add=lti&type=&course=${values.course}&section=2&return=0&typeid=${typeId}`)
  await teacher.getByRole('button', { name: 'Select content' }).click()
  const pick = teacher.frameLocator('.modal iframe')
  const boxes = pick.getByRole('checkbox', { name: /minutes/ })
  await boxes.first().waitFor({ timeout: 120_000 })
  await untilAliveIn(pick)
  await boxes.nth(1).check()
  await boxes.nth(2).check()
  await pick.getByRole('button', { name: 'Add 2 lessons' }).click()
  await teacher.locator('.modal').waitFor({ state: 'hidden', timeout: 60_000 })
  await teacher.locator('[name="submitbutton2"], #id_submitbutton2, #id_submitbutton').first().click()
  await teacher.waitForURL(/\/(?:course\/view|mod\/lti\/view|course\/modregrade)\.php/, { waitUntil: 'commit' })
  return 'two activities, each with its lesson'
})

const driverIn = (root: { locator(selector: string): ReturnType<Page['locator']> }) => new LessonDriver(root, lesson, { hand: pointer })
const last = lesson.screens.at(-1)?.id ?? ''
const quiz = quizOf(lesson)
/** As many points as the quiz asks questions. */
const full = `${quiz.draw}.00`
const gradeOf = (page: Page) => moodle.gradeOf(page, { id: activity, courseId: values.course, name })
const someone = (pupil: string) => moodle.signedIn({ name: pupil, password: values.password })

await played('a pupil opens the lesson in the frame, leaves half-way, comes back and finishes', async () => {
  const page = await someone(first)
  const driver = driverIn(await open(page, activity))
  await driver.goTo(lesson.screens[3]?.id ?? '')
  await picture(page, 'moodle-lti-lesson')
  const before = await gradeOf(page)
  const again = driverIn(await open(page, activity))
  await expect.poll(() => again.screenId(), { timeout: 60_000 }).toBe(lesson.screens[3]?.id)
  await again.goTo(last)
  await again.doScreen()
  await again.finish()
  await expect.poll(() => gradeOf(page), { timeout: 90_000 }).toContain(full)
  const names = await db.selectFrom('pupil').select('name').execute()
  return `back on the exact screen; grade before the end "${before}", after it ${await gradeOf(page)} of ${quiz.draw}; names in our database: ${names.every(row => row.name === '') ? 'none' : '**some**'}`
})

await played('a pupil opens the lesson in a window of its own', async () => {
  const page = await someone(second)
  await page.goto(`${values.address}/mod/lti/launch.php?id=${activity}`, { waitUntil: 'domcontentloaded' })
  await page.waitForURL(/\/lti\/lesson\//, { timeout: 120_000 })
  await untilAliveIn(page)
  const driver = driverIn(page)
  await driver.goTo(lesson.screens[2]?.id ?? '')
  return `the lesson, at ${new URL(page.url()).pathname.split('/').slice(0, 3).join('/')}/…`
})

await played('the teacher opens the same activity', async () => {
  const board = await open(teacher, activity)
  await expect(board.getByText('Grade is in your LMS')).toBeVisible({ timeout: 60_000 })
  const rows = await board.locator('tbody tr').count()
  await board.getByRole('button', { name: 'Show names' }).click()
  const answer = board.getByText('gives no names').or(board.getByRole('button', { name: 'Hide names' }))
  await expect(answer).toBeVisible({ timeout: 60_000 })
  await picture(teacher, 'moodle-lti-board')
  const withheld = await board.getByText('gives no names').count()
  return `the board with ${rows} pupils without names, and the grade in the LMS; "Show names": ${withheld > 0 ? 'Moodle gives none while the tool is set to share none, and the page says so' : 'the names'}`
})

await played('the teacher closes the lesson from the board, a pupil opens it, and closing is undone', async () => {
  const board = await open(teacher, activity)
  await board.getByRole('button', { name: /^Close lesson/ }).click()
  await expect(board.getByRole('button', { name: /^Undo closing/ })).toBeVisible({ timeout: 60_000 })
  const page = await someone(second)
  await page.goto(`${values.address}/mod/lti/view.php?id=${activity}`, { waitUntil: 'domcontentloaded' })
  await expect(page.frameLocator('#contentframe').getByText('Your teacher has closed this lesson')).toBeVisible({ timeout: 60_000 })
  await picture(page, 'moodle-lti-closed')
  await board.getByRole('button', { name: /^Undo closing/ }).click()
  await expect(board.getByRole('button', { name: /^Close lesson/ })).toBeVisible({ timeout: 60_000 })
  await open(page, activity)
  return 'the pupil reads that it is closed, and goes on once that is undone'
})

await played('a pupil looks at what is kept of them, from the end of the lesson', async () => {
  const page = await someone(first)
  const frame = await open(page, activity)
  const address = await frame.locator('body').evaluate(() => location.pathname.split('/'))
  await frame.locator('body').evaluate((_, to) => location.assign(to), `/lti/kept/${address[3] ?? ''}`)
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText('What is kept about you', { timeout: 60_000 })
  await frame.getByRole('heading', { name: 'Certificates' }).waitFor()
  await picture(page, 'moodle-lti-kept')
  return 'work and certificates, in the frame, without a name'
})

await played('the teacher lets who has finished do it once more, and reads Insight', async () => {
  const board = await open(teacher, activity)
  await board.getByRole('row', { name: /Finished/ }).first().getByRole('button', { name: /^More for/ }).click()
  await board.getByRole('menuitem', { name: 'A second go' }).click()
  await expect(board.getByText('May do it once more')).toBeVisible({ timeout: 60_000 })
  await board.getByRole('link', { name: /^Insight/ }).first().click()
  await expect(board.getByRole('heading', { level: 1, name: 'Insight' })).toBeVisible({ timeout: 60_000 })
  await expect(board.getByText('Not yet').first()).toBeVisible({ timeout: 60_000 })
  await picture(teacher, 'moodle-lti-insight')
  return 'both from the board in the frame; with so few pupils Insight says that it is too early'
})

/** @returns what Moodle held before; its own way to our keys is barred for other ports than 80 and 443 */
async function allowPort(ports: (held: string) => string): Promise<string> {
  await admin.goto(`${values.address}/admin/settings.php?section=httpsecurity`)
  const field = admin.locator('[name="s__curlsecurityallowedport"]')
  const held = await field.inputValue()
  await field.fill(ports(held))
  await admin.locator('form#adminsettings [type="submit"]').first().click()
  await admin.waitForLoadState('domcontentloaded')
  return held
}

await played('the admin pastes our one-time link where Moodle asks for a tool URL (dynamic registration)', async () => {
  const held = await allowPort(ports => `${ports}\n${port}`)
  const { address } = await makeInvite(db, staff, values.address, ours)
  await admin.goto(`${values.address}/mod/lti/toolconfigure.php`)
  await admin.locator('#tool-url').fill(address)
  await admin.locator('#tool-create-button').click()
  const waiting = () => db.selectFrom('lti_platform').select(['id', 'client_id']).where('state', '=', 'waiting').executeTakeFirst()
  // Moodle asks whether that is the tool which was set up by hand above; its button works some time after it can be seen.
  const another = admin.frameLocator('iframe[src*="startltiadvregistration"]').locator('button[data-href$="type=0"]')
  await expect(async () => {
    if (await waiting()) return
    await another.click({ timeout: 5_000 })
    await expect.poll(waiting, { timeout: 10_000 }).toBeDefined()
  }).toPass({ timeout: 120_000 })
  const platform = await waiting()
  const card = admin.locator(`.tool-card[data-clientid="${platform?.client_id ?? ''}"]`)
  await card.locator('a.activate').click({ timeout: 60_000 })
  await expect(card.locator('.badge')).toHaveText(/Active/, { timeout: 60_000 })
  const ownType = (await card.getAttribute('data-type-id')) ?? ''
  await connect(db, staff, platform?.id ?? '')

  await teacher.goto(`${values.address}/course/modedit.php?add=lti&type=&course=${values.course}&section=3&return=0&typeid=${ownType}`)
  await teacher.getByRole('button', { name: 'Select content' }).click()
  const pick = teacher.frameLocator('.modal iframe')
  await pick.locator(`input[value="${LESSON}"]`).waitFor({ timeout: 120_000 })
  await untilAliveIn(pick)
  await pick.locator(`input[value="${LESSON}"]`).check()
  await pick.getByRole('radio', { name: 'Quiz only' }).check()
  await pick.getByRole('checkbox', { name: 'Same question order for all' }).check()
  await picture(teacher, 'moodle-lti-options')
  await pick.getByRole('button', { name: 'Add the lesson' }).click()
  await expect(teacher.locator('#id_name')).not.toHaveValue('', { timeout: 60_000 })
  const title = await teacher.locator('#id_name').inputValue()
  await teacher.locator('#id_submitbutton').click()
  await teacher.waitForURL(/\/(?:mod\/lti\/view|course\/modregrade)\.php/, { waitUntil: 'commit' })
  const quizOnly = new URL(teacher.url()).searchParams.get('id') ?? ''
  await open(await someone(third), quizOnly)
  const given = await db.selectFrom('assignment').select(['part', 'order_seed']).where('part', '!=', 'whole').executeTakeFirst()
  await allowPort(() => held)
  return `registered, waiting for our admin's yes and Moodle's Activate; the teacher chooses "Quiz only" in one order, Moodle calls it "${title}", and a pupil is given ${given?.part}, ${given?.order_seed === null ? '**each in an order of their own**' : 'in one order'}`
})

if (values.serve !== undefined) {
  const serve = values.serve
  await played('Moodle is stopped while a pupil finishes, and started again', async () => {
    const page = await someone(third)
    const driver = driverIn(await open(page, activity))
    await driver.goTo(last)
    execFileSync('bash', [serve, 'stop'])
    await driver.doScreen()
    await driver.finish()
    const state = () => db.selectFrom('lti_score').select('state').where('state', '=', 'waiting').executeTakeFirst()
    await expect.poll(state, { timeout: 60_000 }).toBeDefined()
    execFileSync('bash', [serve, 'start'], { stdio: 'ignore' })
    await expect.poll(state, { timeout: 120_000 }).toBeUndefined()
    await expect.poll(() => gradeOf(page), { timeout: 90_000 }).toContain(full)
    return `the lesson goes on; the grade waits, and is sent once Moodle is back: ${await gradeOf(page)}`
  })
}

await writeFile(values.out, `# A run in a real Moodle, by LTI\n\nWritten by \`npm run moodle-lti\`.\n\n${lines.join('\n')}\n`)
await browser.close()
server.kill()
await db.destroy()
removeFolder(folder)
