/** A head's way through class lists and a new school year: several classes from one file, the roll-over, and undoing it after a reload. */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { openDatabase } from '../../../server/platform/database/client.ts'
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.ts'
import { goTo, untilAlive } from '../support/alive.ts'
import { expectAccessible } from '../support/axe.ts'
import { startSchoolServer, type SchoolServer } from '../support/school-server.ts'

test.describe.configure({ mode: 'default' })
const folder = temporaryFolder('school-year')
let server: SchoolServer
let page: Page
test.beforeAll(async ({ browser }) => {
  server = await startSchoolServer({ DATA_DIR: folder })
  page = await server.setUp(browser)
})
test.afterAll(async () => {
  await server.stop()
  removeFolder(folder)
})

const csv = (text: string) => ({ name: 'classes.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
const classes = async () => {
  const found = await (await page.request.get('/api/classes')).json() as { name: string, pupils: number, isArchived: boolean, yearEnds: string }[]
  return found.map(({ name, pupils, isArchived }) => `${name}: ${pupils}${isArchived ? ' archived' : ''}`)
}
async function looksRight(where: string) {
  for (const [width, height] of [[360, 740], [768, 1024], [1366, 768]] as const) {
    await page.setViewportSize({ width, height })
    await expectAccessible(page, `${where} at ${width} px`)
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth), `${where} at ${width} px`).toBeLessThanOrEqual(width)
  }
}

test('several classes come from one file with four doubtful names, in four presses', async () => {
  await goTo(page, '/teach/classes')
  // With the server away, a link says so and the page stays; the next press works.
  await page.route('**/api/auth/me', route => route.abort())
  await page.getByRole('link', { name: 'Classes from a file' }).click()
  await expect(page.locator('[data-toast]')).toContainText('We can\'t reach the server, so that page did not open.')
  await expect(page).toHaveURL(/\/teach\/classes$/)
  await page.unroute('**/api/auth/me')
  await page.getByRole('link', { name: 'Classes from a file' }).click()
  await page.locator('input[type="file"]').setInputFiles(csv([
    'Year 5 and 6 class list', 'Forename,Surname,Registration Group,UPN', 'Sam,Baker,5 Hazel,A1', 'ZoÃ«,Khan,5 Hazel,A2', 'Mina,Ali,5 Hazel,A3',
    'Nia,Price,6 Holly,A4', 'Nia,Rees,6 Holly,A5', 'Kai,Fox,6 Holly,A6', 'Leo,Fox,Wednesday group,A7', 'Total: 7,,,', '',
  ].join('\n')))
  await expect(page.locator('[data-action="add"]')).toHaveText('4 to look at')
  await expect(page.getByText('Left out, never sent: Surname, UPN')).toBeVisible()
  await looksRight('a list of several classes')
  await page.locator('[data-action="all-right"]').click()
  await page.getByRole('button', { name: 'Add 7 pupils' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '7 pupils added.' })).toBeFocused()
  await looksRight('what was added')
  expect(await classes()).toEqual(['5 Hazel: 3', '6 Holly: 3', 'Wednesday group: 1'])
})

test('the year rolls over in one preview, and is undone after a reload', async () => {
  await goTo(page, '/teach/school-year')
  const doubtful = page.locator('tr', { hasText: 'Wednesday group' })
  await expect(page.locator('tbody tr').first()).toContainText('Wednesday group')
  await expect(page.getByLabel('What 5 Hazel will be called')).toHaveValue('6 Hazel')
  await expect(page.locator('[data-class="6 Holly"] [data-action="step"]')).toHaveAttribute('data-value', 'leaves')
  await doubtful.locator('[data-action="step"]').click()
  await page.getByRole('option', { name: 'Stays as it is' }).click()
  await page.getByRole('button', { name: 'New class 5 Hazel' }).click()
  // What nobody could tell apart is asked about before anything is done.
  await page.getByLabel('Name of the new class').fill('6 hazel')
  await expect(page.locator('[data-action="roll-over"]')).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByLabel('What 5 Hazel will be called')).toBeFocused()
  await page.getByLabel('Name of the new class').fill('5 Hazel')
  await page.locator('#compare-list').setInputFiles(csv('Forename,Class\nSam,6 Hazel\nZoë,6 Hazel\nNew,6 Hazel\nIda,5 Hazel\n'))
  await expect(page.getByText('New, and added: New.')).toBeVisible()
  await expect(page.getByText('Not on the list: Mina.')).toBeVisible()
  await looksRight('a new school year')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'The new school year is set up.' })).toBeFocused()
  expect(await classes()).toEqual(['5 Hazel: 1', '6 Hazel: 4', '6 Holly: 3 archived', 'Wednesday group: 1'])

  page.once('dialog', dialog => dialog.accept())
  await page.reload()
  await untilAlive(page)
  const undo = page.locator('[data-change="year"]')
  await expect(undo).toContainText('began a new school year: 2 classes move up, 1 class left, 1 new class, 2 pupils')
  await undo.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Undone. Everything is as it was.')).toBeVisible()
  expect(await classes()).toEqual(['5 Hazel: 3', '6 Holly: 3', 'Wednesday group: 1'])
  await expect(page.getByLabel('What 5 Hazel will be called')).toHaveValue('6 Hazel')

  // The next day it stands.
  await page.locator('[data-action="roll-over"]').click()
  await expect(page.getByRole('heading', { name: 'The new school year is set up.' })).toBeFocused()
  const { db } = await openDatabase(join(folder, 'whos-there.sqlite'))
  const { id } = await db.updateTable('roster_change').set({ until: new Date().toISOString() })
    .where('kind', '=', 'year').where('undone_at', 'is', null).returning('id').executeTakeFirstOrThrow()
  await db.destroy()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('New school year')
  await expect(page.locator('[data-change="year"]')).toHaveCount(0)
  expect((await page.request.post(`/api/roster-changes/${id}/undo`)).status()).toBe(410)
  expect(await classes()).toEqual(['6 Hazel: 3', '6 Holly: 3 archived', 'Wednesday group: 1'])
})

test('of fifty classes some are found, and one word is said of several; it is undone from Today, after a reload', async () => {
  const names = [7, 8, 9, 10, 11, 12, 13].flatMap(year => ['Ash', 'Bay', 'Elm', 'Fir', 'Oak', 'Rowan', 'Yew'].map(tree => `${year} ${tree}`))
  const asked = [...names, 'Chess club'].map(name => ({ classId: null, name, year: '', staffIds: [], names: ['Sam'], again: false }))
  expect((await page.request.post('/api/class-lists', { data: { id: randomUUID(), classes: asked } })).status()).toBe(200)
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.goto('/teach/school-year')
  await untilAlive(page)
  const rows = page.locator('tbody tr')
  const foot = page.locator('[data-action="roll-over"]')
  await expect(rows.first()).toContainText('Chess club')
  await page.locator('[data-action="order-name"]').click()
  await expect(rows.nth(1)).toContainText('7 Ash')
  await expect(rows.first()).toContainText('Chess club')
  // By keyboard alone: those of Year 7, all of them, stay, and the keyboard goes on where they are.
  await page.getByLabel('Find a class or a teacher').focus()
  await page.keyboard.type('7 ')
  await expect(page.getByText(/^7 of \d+ classes shown/)).toBeVisible()
  await page.locator('[data-action="choose-shown"]').focus()
  await page.keyboard.press('Space')
  const bar = page.getByRole('region', { name: 'What becomes of the chosen classes' })
  await expect(bar).toContainText('7 classes chosen')
  await expect(foot).toHaveCount(0)
  await looksRight('classes that are chosen')
  await bar.getByRole('button', { name: 'They stay' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-toast]')).toContainText('7 classes will stay as they are.')
  await expect(page.getByLabel('Choose 7 Ash')).toBeFocused()
  await expect(page.locator('[data-class="7 Ash"] [data-action="step"]')).toHaveAttribute('data-value', 'stays')
  await page.keyboard.press('Control+z')
  await expect(page.locator('[data-class="7 Ash"] [data-action="step"]')).toHaveAttribute('data-value', 'up')
  await page.getByLabel('Find a class or a teacher').fill('')
  // What is settled is no longer counted, and stays where it was.
  await page.locator('[data-action="show-look"]').click()
  await page.getByLabel('Choose Chess club').check()
  await bar.getByRole('button', { name: 'They leave' }).click()
  await expect(page.locator('[data-action="show-look"]')).toHaveText('To look at 0')
  await expect(rows.first()).toContainText('Chess club')
  await looksRight('a new school year of a large school')
  // A name that is missing is led to, although it is not shown.
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.locator('[data-action="show-up"]').click()
  await page.getByLabel('What 8 Oak will be called').fill('')
  await page.locator('[data-action="show-leaves"]').click()
  // It says what is missing, and takes a press all the same.
  await foot.click({ force: true })
  await expect(page.getByLabel('What 8 Oak will be called')).toBeFocused()
  await page.keyboard.type('9 Oak')
  const before = await classes()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'The new school year is set up.' })).toBeFocused()
  expect(await classes()).not.toEqual(before)
  page.once('dialog', dialog => dialog.accept())
  await page.goto('/teach')
  await page.reload()
  await untilAlive(page)
  await page.locator('[data-change="year"]').getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Undone. Everything is as it was.')).toBeVisible()
  expect(await classes()).toEqual(before)
})
