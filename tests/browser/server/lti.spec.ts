/** A lesson inside an LMS of another site, in a browser that blocks cookies of other sites: pupils, teachers, and who is not let in. */
import { join } from 'node:path'
import { decodeJwt } from 'jose'
import { expect, test, type FrameLocator, type Page } from '@playwright/test'
import { addPlatform } from '../../../server/lti/platforms.ts'
import { openDatabase, type OpenDatabase } from '../../../server/platform/database/client.ts'
import { takeSettings } from '../../../server/platform/settings.ts'
import { schoolWith } from '../../support/databases/seed-school.ts'
import { claimOf, CLIENT, DEPLOYMENT, roleOf, testPlatform, type TestPlatform } from '../../support/lti/platform.ts'
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.ts'
import { untilAliveIn } from '../support/alive.ts'
import { expectAccessible } from '../support/axe.ts'
import { lessonIn } from '../support/open-lesson.ts'
import { startSchoolServer, type SchoolServer } from '../support/school-server.ts'

test.use({
  launchOptions: async ({ launchOptions }, use) => {
    await use({ ...launchOptions, args: [...(launchOptions.args ?? []), '--test-third-party-cookie-phaseout'] })
  },
})
test.describe.configure({ mode: 'serial' })

const HTML = { 'content-type': 'text/html' }
let server: SchoolServer
let opened: OpenDatabase
let lms: TestPlatform
let folder: string

const form = (action: string, fields: Readonly<Record<string, string>>, target: string, say: string) =>
  `<form method="post" action="${action}" target="${target}">${Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${value.replaceAll('"', '&quot;')}">`)
    .join('')}<button>${say}</button></form>`

test.beforeAll(async () => {
  folder = temporaryFolder('lti')
  opened = await openDatabase(join(folder, 'whos-there.sqlite'))
  const { staff } = await schoolWith(opened.db, { pupils: 0 })
  server = await startSchoolServer({ DATA_DIR: folder, LTI_PRIVATE_HOSTS: '127.0.0.1' }, { hasSetupLink: false })
  const launch = `${server.address}/lti/launch`
  lms = await testPlatform(launch)
  takeSettings({ LTI_PRIVATE_HOSTS: '127.0.0.1' })
  await addPlatform(opened.db, staff, {
    name: 'Our LMS', issuer: lms.issuer, clientId: CLIENT, authUrl: `${lms.issuer}/auth`, tokenUrl: `${lms.issuer}/token`,
    tokenAudience: null, jwksUrl: `${lms.issuer}/jwks`, home: null, deploymentIds: [DEPLOYMENT],
  })
  takeSettings({})
  // A course: its link posts into a frame, as Moodle's does. What the launch says stands in the address.
  lms.instead.set('/course', (request) => {
    const claims = new URL(request.url ?? '', lms.issuer).searchParams.get('claims') ?? '{}'
    const asked = { iss: lms.issuer, client_id: CLIENT, login_hint: claims, target_link_uri: launch }
    return { status: 200, headers: HTML, body: `<!doctype html><title>Course</title><h1>Course</h1>${form(`${server.address}/lti/login`, asked, 'tool', 'Open')}<iframe name="tool" title="tool" width="900" height="640"></iframe>` }
  })
  lms.instead.set('/auth', async (request) => {
    const asked = new URL(request.url ?? '', lms.issuer).searchParams
    const changes = JSON.parse(asked.get('login_hint') ?? '{}') as Record<string, unknown>
    const token = await lms.sign(lms.claims({ nonce: asked.get('nonce'), ...changes }))
    const fields = { state: asked.get('state') ?? '', id_token: token }
    return { status: 200, headers: HTML, body: `<!doctype html><title>On the way</title>${form(asked.get('redirect_uri') ?? '', fields, '_self', 'Go on')}` }
  })
})
test.afterAll(async () => {
  await server.stop()
  await opened.db.destroy()
  await lms.stop()
  removeFolder(folder)
})

/** @returns what is in the frame of the course, once somebody has opened its link */
async function openIn(page: Page, claims: object = {}): Promise<FrameLocator> {
  await page.goto(`${lms.issuer}/course?claims=${encodeURIComponent(JSON.stringify(claims))}`)
  await page.getByRole('button', { name: 'Open' }).click()
  const tool = page.frameLocator('iframe')
  await tool.getByRole('button', { name: 'Go on' }).click()
  return tool
}
const teaching = { sub: 'teacher-1', [claimOf('roles')]: [roleOf('Instructor')] }

test('a pupil works in a frame, the grade comes once the lesson is done, and the teacher sees both', async ({ page, context }) => {
  const tool = await openIn(page)
  const driver = await lessonIn(tool)
  const first = await driver.screenId()
  await driver.press('continue')
  await expect(tool.locator(`[data-screen="${first}"]`)).toHaveCount(0)
  const attempt = () => opened.db.selectFrom('attempt').select(['status', 'pupil_id', 'points']).executeTakeFirst()
  await expect.poll(attempt).toMatchObject({ status: 'started' })
  expect(await opened.db.selectFrom('pupil').select('name').execute()).toEqual([{ name: '' }])
  const cookies = await context.cookies(server.address)
  expect(cookies.map(({ name, sameSite, secure, httpOnly }) => [name.slice(0, 21), sameSite, secure, httpOnly]))
    .toEqual([['__Host-whos-there-lti', 'None', true, true]])
  expect(lms.scores).toEqual([])

  await opened.db.updateTable('attempt').set({ status: 'finished', points: 4, max: 6 }).execute()
  await expect.poll(() => lms.scores.map(({ score }) => [score.userId, score.scoreGiven, score.scoreMaximum])).toEqual([['pupil-1', 4, 6]])

  const board = await openIn(page, teaching)
  await untilAliveIn(board)
  await expect(board.getByRole('heading', { level: 1 })).toHaveText('PSHE Year 5')
  await expect(board.getByRole('row', { name: /^Pupil 1 Finished/ })).toContainText('Grade is in your LMS')
  await board.getByRole('button', { name: 'Show names' }).click()
  await expect(board.getByRole('row', { name: /^Pia One Finished/ })).toBeVisible()
  expect(JSON.stringify(await opened.db.selectFrom('pupil').selectAll().execute())).not.toContain('Pia')
  await expectAccessible(page, 'the board in a frame', ['html-has-lang', 'landmark-one-main', 'region', 'page-has-heading-one'])
  await board.getByRole('button', { name: /^Close lesson/ }).click()
  await board.getByRole('button', { name: /^Undo closing/ }).first().click()
  await expect(board.getByRole('button', { name: /^Close lesson/ })).toBeVisible()
  await board.getByRole('link', { name: /^Insight/ }).click()
  await expect(board.getByText('Not yet').first()).toBeVisible()
  // The pupil at the same device is out by now.
  expect((await context.cookies(server.address)).length).toBe(1)
})

test('a browser that keeps no cookie in a frame is told why, and goes on in a new tab', async ({ page, context }) => {
  await page.goto(`${lms.issuer}/course?claims={}`)
  await page.getByRole('button', { name: 'Open' }).click()
  const tool = page.frameLocator('iframe')
  await tool.getByRole('button', { name: 'Go on' }).waitFor()
  await context.clearCookies()
  await tool.getByRole('button', { name: 'Go on' }).click()
  await expect(tool.getByRole('heading')).toHaveText('Open the lesson in a tab of its own')
  const [tab] = await Promise.all([context.waitForEvent('page'), tool.getByRole('link', { name: 'Open in a new tab' }).click()])
  await tab.getByRole('button', { name: 'Go on' }).click()
  await expect(tab.locator('[data-screen]')).toBeVisible()
  await expect(tab).toHaveURL(/\/lti\/lesson\//)
})

test('a pupil sees in the frame what is kept of them, and a certificate with room for a name', async ({ page }) => {
  await openIn(page)
  await expect.poll(() => page.frames().at(-1)?.url()).toMatch(/\/lti\/lesson\//)
  const frame = page.frames().at(-1)
  await frame?.goto((frame?.url() ?? '').replace(/\/lesson\/([^/]+)\/.*/, '/kept/$1'))
  const tool = page.frameLocator('iframe')
  await expect(tool.getByRole('heading', { level: 1 })).toHaveText('What is kept about you')
  await untilAliveIn(tool)
  await tool.getByRole('heading', { name: 'Certificates' }).locator('+ ul a').first().click()
  await expect(tool.getByText('Name', { exact: true })).toBeVisible()
})

test('a teacher chooses two lessons, and the LMS gets them', async ({ page }) => {
  let posted = ''
  lms.instead.set('/return', (_, body) => {
    posted = body
    return { status: 200, headers: HTML, body: '<!doctype html><title>Done</title><p>Added</p>' }
  })
  const tool = await openIn(page, {
    ...teaching,
    [claimOf('message_type')]: 'LtiDeepLinkingRequest',
    [claimOf('resource_link')]: undefined,
    'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings': { deep_link_return_url: lms.returnUrl, accept_types: ['ltiResourceLink'], accept_multiple: true },
  })
  await untilAliveIn(tool)
  const boxes = tool.getByRole('checkbox', { name: /minutes/ })
  await boxes.nth(0).check()
  await boxes.nth(2).check()
  await tool.getByRole('radio', { name: 'Quiz only' }).check()
  await tool.getByRole('checkbox', { name: 'And look back at it' }).check()
  await expectAccessible(page, 'choosing lessons in a frame', ['html-has-lang', 'landmark-one-main', 'region', 'page-has-heading-one'])
  await tool.getByRole('button', { name: 'Add 2 lessons' }).click()
  await expect(tool.getByText('Added')).toBeVisible()
  const items = decodeJwt(new URLSearchParams(posted).get('JWT') ?? '')['https://purl.imsglobal.org/spec/lti-dl/claim/content_items']
  expect(items).toMatchObject([
    { type: 'ltiResourceLink', custom: { part: 'quiz' }, lineItem: { scoreMaximum: expect.any(Number) as unknown } }, { custom: { part: 'quiz' } },
    { custom: { kind: 'booster' } }, { custom: { kind: 'booster' } },
  ])
})

test('only the LMS may frame what belongs to it, and nobody anything else', async ({ page, request }) => {
  await openIn(page)
  await expect.poll(() => page.frames().at(-1)?.url()).toMatch(/\/lti\/lesson\//)
  const address = page.frames().at(-1)?.url() ?? ''
  const inside = await page.frames().at(-1)?.evaluate(async () => {
    const { headers } = await fetch(location.href)
    return [headers.get('x-frame-options'), headers.get('content-security-policy')]
  })
  expect(inside?.[0]).toBeNull()
  expect(inside?.[1]).toContain(`frame-ancestors 'self' ${lms.issuer};`)
  for (const path of [address, `${server.address}/`, `${server.address}/teach/sign-in`]) {
    const headers = (await request.get(path)).headers()
    expect(headers['content-security-policy'], path).toMatch(/frame-ancestors 'self'(?:;|$)/)
    expect(headers['x-frame-options'], path).toBe('SAMEORIGIN')
  }
})

test('whoever is not let in reads one sentence, and the log has one line', async ({ request, page }) => {
  const post = (path: string, fields: Record<string, string>) => request.post(server.address + path, { form: fields })
  const before = (await opened.db.selectFrom('lti_login').selectAll().execute()).length
  const unknown = await post('/lti/login', { iss: 'https://lms.example', login_hint: 'x', target_link_uri: `${server.address}/lti/launch` })
  expect([unknown.status(), await unknown.text()]).toEqual([403, expect.stringContaining('not connected here')])
  const half = await post('/lti/login', { iss: lms.issuer })
  expect(half.status()).toBe(400)
  const replayed = await post('/lti/launch', { state: 'x'.repeat(32), id_token: await lms.sign(lms.claims()) })
  expect([replayed.status(), await replayed.text()]).toEqual([410, expect.stringContaining('used already')])
  // Its LMS may show that, since it says that it is from there.
  expect(replayed.headers()['content-security-policy']).toContain(lms.issuer)
  expect((await request.get(`${server.address}/lti/launch`)).status()).toBe(405)
  expect((await request.post(`${server.address}/lti/launch`, { data: { state: 'x' } })).status()).toBe(415)
  expect((await opened.db.selectFrom('lti_login').selectAll().execute()).length).toBe(before)
  const tool = await openIn(page, { aud: 'somebody-else' })
  await expect(tool.locator('main')).toContainText('does not fit how it is connected here')
  expect((await opened.db.selectFrom('audit').select(['action', 'subject']).execute()).filter(({ action }) => action === 'lms.refused').map(({ subject }) => subject.split(' ')[1]))
    .toContain('aud')
  const { log } = await server.end()
  const reasons = log.split('\n').flatMap(line => line.startsWith('{') ? [(JSON.parse(line) as { reason: string }).reason] : [])
  expect(reasons.filter(reason => reason?.startsWith('lti-'))).toEqual(expect.arrayContaining(['lti-platform', 'lti-invalid', 'lti-state', 'lti-aud']))
})
