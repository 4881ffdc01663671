/** A teacher's way from an empty list to a class at work: pupils from a file, pictures, cards, joining, and the end. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test, type Browser, type Page } from '@playwright/test'
import { goTo, untilAlive } from '../support/alive.ts'
import { expectAccessible, expectAccessibleAaa } from '../support/axe.ts'
import { expectFocusSeen } from '../support/focus.ts'
import { printedPages } from '../support/print.ts'
import { startSchoolServer, type SchoolServer } from '../support/school-server.ts'

test.describe.configure({ mode: 'default' })
let server: SchoolServer
let page: Page
test.beforeAll(async ({ browser }) => {
  server = await startSchoolServer()
  page = await server.setUp(browser)
  // A test cannot answer the browser's own window for printing.
  await page.addInitScript(() => {
    window.print = () => undefined
  })
})
test.afterAll(() => server.stop())

async function makeClass(name: string) {
  await goTo(page, '/teach/classes')
  await page.getByLabel('Name of the class').fill(name)
  await page.getByRole('button', { name: 'Make it' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await untilAlive(page)
}

/** Leads to a class's own page for adding pupils, and says which the class is. */
async function goToAdd(): Promise<string> {
  const address = page.url()
  await page.getByRole('link', { name: 'Add pupils' }).click()
  await page.getByRole('heading', { level: 1, name: 'Add pupils' }).waitFor()
  await untilAlive(page)
  return address
}

/** Back to the class, with its pictures noted. */
async function backTo(address: string) {
  await page.locator('[data-action="done"]').click()
  await goTo(page, address)
}

async function addPupils(names: string) {
  const address = await goToAdd()
  await page.getByLabel('Names', { exact: true }).fill(names)
  await page.getByRole('button', { name: 'Look through the list' }).click()
  await page.locator('[data-action="add"]').click()
  await expect(page.getByRole('heading', { name: /pupils? added/ })).toBeFocused()
  await expect(page.getByRole('heading', { name: 'New pictures' })).toBeVisible()
  await backTo(address)
}

const picturesOf = async (name: string) => (await page.locator('tr', { hasText: name }).getAttribute('data-pictures') ?? '').split(' ')

async function asPupil<T>(browser: Browser, visit: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ baseURL: server.address })
  const found = await visit(await context.newPage())
  await context.close()
  return found
}

for (const width of [360, 768, 1366]) {
  test(`every page for classes is accessible at ${width} px, its text stands out, focus is seen and nothing scrolls sideways`, async () => {
    await page.setViewportSize({ width, height: 768 })
    await makeClass(`Wide ${width}`)
    const address = page.url()
    await expectAccessible(page, 'an empty class')
    await addPupils('Ali\nZoë\nBartholomew-Christopher')
    await page.getByRole('tab', { name: 'Pupils' }).click()
    await page.getByRole('button', { name: 'More for Ali' }).click()
    await page.getByRole('menuitem', { name: 'Rename' }).click()
    await expect(page.getByRole('dialog').locator(':focus')).toBeVisible()
    await expectAccessible(page, 'a dialog')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await page.getByRole('checkbox', { name: 'Choose Ali' }).check()
    await expectAccessible(page, 'a class with somebody chosen')
    const pupil = await page.locator('[data-pupil]').first().getAttribute('data-pupil')
    const own = new URL(address).pathname
    for (const path of [
      '/teach',
      '/teach/classes',
      ...['lessons', 'pupils', 'insight', 'settings'].map(tab => `${own}?tab=${tab}`),
      `${own}/board`,
      `${own}/door`,
      `${own}/progress`,
      `${own}/pupils/${pupil}`,
      `${own}/cards`,
    ]) {
      await goTo(page, path)
      await expectAccessibleAaa(page, path)
      expect(await page.locator('main .button:not(.quiet, [aria-disabled="true"]):visible').count(), `filled buttons of ${path}`).toBeLessThanOrEqual(1)
      await expectFocusSeen(page, `${path} at ${width} px`)
      // As wide as 1,280 px at 400 %.
      if (width === 360) await page.setViewportSize({ width: 320, height: 768 })
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth), path)
        .toBeLessThanOrEqual(width === 360 ? 320 : width)
      if (width === 360) await page.setViewportSize({ width, height: 768 })
    }
  })
}

/** Reka UI and TanStack Table, as they call themselves in what is built. */
const OF_STAFF = /DropdownMenuRoot|DialogRoot|ToastRoot|rowSelectionFeature|getToggleSelectedHandler/

test('what staff pages are built on is found in what is built, or the look for it in pupils\' pages would say nothing', () => {
  const built = readdirSync('.output/public/_nuxt').filter(name => name.endsWith('.js'))
  const found = built.filter(name => OF_STAFF.test(readFileSync(`.output/public/_nuxt/${name}`, 'utf8')))
  expect(found.length).toBeGreaterThan(1)
})

/** Names that a page must show as text, and a database keep as text. */
const MARKUP = '<img src=x onerror=alert(1)>'
const QUOTES = 'Robert\'); DROP TABLE pupil;--'

test('pupils from a CSV file: looked through row by row, added all at once, pictures shown this once; a name is text wherever it stands', async ({
  browser,
}) => {
  await makeClass('5B')
  const address = await goToAdd()
  await page.locator('input[type="file"]').setInputFiles({
    name: 'class.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      `Forename;Surname;DOB\r\nZoë;Baker;01/02/2016\r\nSam;Khan;02/02/2016\r\nSam;Cole;03/02/2016\r\n;Moss;04/02/2016\r\n${MARKUP};Lee;05/02/2016\r\n"${QUOTES}";Tables;06/02/2016\r\n`,
      'latin1',
    ),
  })
  const add = page.locator('[data-action="add"]')
  await expect(add).toHaveText('4 to look at')
  await expect(add).toHaveAttribute('aria-disabled', 'true')
  await expectAccessible(page, 'the list looked through')
  const odd = page.locator('[data-why="signs"]')
  await odd.getByRole('textbox').fill(MARKUP)
  await odd.locator('[data-action="right"]').click()
  await expect(add).toHaveText('3 to look at')
  await page.locator('[data-action="all-right"]').click()
  await expect(add).toHaveText(/^Add 5 pupils/)
  await add.click()
  // The list that was looked through has a row of that name too.
  await expect(page.getByRole('heading', { name: 'New pictures' })).toBeVisible()
  const pictures = await picturesOf(MARKUP)
  expect(pictures).toHaveLength(3)
  const asText = async (where: Page) => {
    await expect(where.getByText(MARKUP).first()).toBeVisible()
    await expect(where.locator('img[src="x"]')).toHaveCount(0)
  }
  await asText(page)
  await backTo(address)

  await page.getByRole('button', { name: 'Let the class in', exact: true }).click()
  await page.waitForURL('**/door')
  await expect(page.getByText(/Open until \d\d:\d\d/)).toBeVisible()
  // The page before it says "Open until" too.
  const code = await page.locator('.door h1').getAttribute('aria-label') ?? ''
  await expect(page.getByText('0 of 5 are in.')).toBeVisible()
  await asPupil(browser, async (pupil) => {
    const scripts: string[] = []
    pupil.on('response', async response => response.url().endsWith('.js') && scripts.push(await response.text().catch(() => '')))
    await goTo(pupil, '/join')
    await pupil.getByRole('textbox', { name: 'Type your class code' }).fill(code)
    await pupil.keyboard.press('Enter')
    await expect(pupil.locator('[data-action="pick-name"]')).toHaveText([MARKUP, QUOTES, 'Sam C', 'Sam K', 'Zoë'])
    await asText(pupil)
    await pupil.getByRole('button', { name: MARKUP }).click()
    for (const name of pictures) await pupil.getByRole('button', { name, exact: true }).click()
    await pupil.getByRole('button', { name: 'Go', exact: true }).click()
    await pupil.waitForURL('**/my')
    await untilAlive(pupil)
    await asText(pupil)
    await pupil.waitForLoadState('networkidle')
    // What staff pages are built on is in none of the pupils' scripts, though it is in the app.
    await expect.poll(() => scripts.length).toBeGreaterThan(5)
    expect(scripts.filter(text => OF_STAFF.test(text))).toEqual([])
  })
  // How many are in, and never who.
  await expect(page.getByText('1 of 5 are in.')).toBeVisible()
  await expect(page.getByText(QUOTES)).toHaveCount(0)
  await page.getByRole('button', { name: 'Shut' }).click()
  await expect(page.locator('[data-toast]')).toContainText('Shut. Who is in, stays in.')
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('Escape')
  await page.waitForURL(address)
  await page.getByRole('tab', { name: 'Pupils' }).click()
  await expect(page.getByRole('link', { name: MARKUP })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'New pictures' })).toHaveCount(0)
  await page.request.post('/api/assignments', {
    data: {
      classIds: [address.split('/').at(-1)],
      lessonIds: ['lying-online-9-11'],
      opensOn: '2026-01-05',
      weekly: false,
      dueAfter: null,
      boosterWeeks: null,
    },
  })
  for (const path of ['?tab=pupils', '/board', '/progress', '/cards']) {
    await page.goto(`${address}${path}`)
    await asText(page)
    await expect(page.getByText(QUOTES).first()).toBeVisible()
  }
})

test('a file in letters that nobody can read adds nothing, and says what to do', async () => {
  await makeClass('Letters')
  const address = await goToAdd()
  const garbled = Buffer.from(Array.from({ length: 5000 }, (_, index) => `Zoë ${index}`).join('\n'), 'utf8').toString('latin1')
  await page.locator('input[type="file"]').setInputFiles({ name: 'class.csv', mimeType: 'text/csv', buffer: Buffer.from(garbled, 'utf8') })
  await expect(page.getByRole('alert').filter({ hasText: 'CSV UTF-8' })).toBeVisible()
  await page.goto(address)
  await expect(page.getByText('No pupils yet')).toBeVisible()
})

test('a list as a system exports it: letters are asked about, what may be no pupil comes first, and only the names are sent', async () => {
  await makeClass('5 Rowan')
  await goToAdd()
  await page.setViewportSize({ width: 360, height: 740 })
  const rows = [
    'Imię;Nazwisko;PESEL;E-mail',
    'Łukasz;Wójcik;16210112345;lukasz@school.example',
    'Żaneta;Śliwińska;16210154321;zaneta@school.example',
    'Łukasz;Kowalski;16210199999;lk@school.example',
    'Razem: 3;;;',
  ]
  const central: Readonly<Record<string, number>> = { ę: 0xEA, Ł: 0xA3, ó: 0xF3, Ż: 0xAF, Ś: 0x8C, ń: 0xF1 }
  const buffer = Buffer.from(Uint8Array.from(rows.join('\r\n'), sign => central[sign] ?? sign.charCodeAt(0)))
  await page.locator('input[type="file"]').setInputFiles({ name: 'klasa.csv', mimeType: 'text/csv', buffer })
  await expect(page.getByLabel('We read this as Łukasz, Żaneta. Is that right?')).toHaveValue('windows-1250')
  await expect(page.locator('[data-why]').first()).toContainText('It looks like a total')
  await expectAccessible(page, 'a list with rows in doubt at 360 px')
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await page.locator('[data-action="encoding"]').selectOption('windows-1252')
  await expect(page.getByText('Żaneta')).toHaveCount(0)
  await page.locator('[data-action="encoding"]').selectOption('windows-1250')
  await expect(page.getByLabel('We read this as Łukasz, Żaneta. Is that right?')).toBeVisible()
  // The total is nobody; the two of one name are told apart.
  const right = page.locator('[data-action="right"]')
  await page.locator('[data-why="total"]').locator(right).focus()
  for (let left = await right.count(); left > 0; left--) {
    await expect(right.first()).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(right).toHaveCount(left - 1)
  }
  const sent = page.waitForRequest(request => request.method() === 'POST' && request.url().endsWith('/api/class-lists'))
  await page.getByRole('button', { name: 'Add 3 pupils' }).click()
  const body = (await sent).postDataJSON() as { id: string, classes: { names: string[] }[] }
  expect(Object.keys(body)).toEqual(['id', 'classes'])
  expect([...body.classes[0]?.names ?? []].sort()).toEqual(['Łukasz K', 'Łukasz W', 'Żaneta'])
  expect(JSON.stringify(body)).not.toMatch(/Wójcik|1621|@/)
  await page.locator('[data-action="done"]').click()
  await page.setViewportSize({ width: 1366, height: 768 })
})

test('a list with a quotation mark that is never closed, and a workbook called .csv, add nothing and say what to do', async () => {
  await makeClass('5 Birch')
  await goToAdd()
  const choose = (buffer: Buffer) => page.locator('input[type="file"]').setInputFiles({ name: 'class.csv', mimeType: 'text/csv', buffer })
  await choose(Buffer.from('Forename,Surname\nSam,Baker\n"Ali,Khan\nZoë,Cole\n'))
  await expect(page.getByText('A quotation mark is out of place in row 3, “"Ali,Khan”')).toBeVisible()
  await choose(Buffer.from('<html><body><table><tr><td>Sam</td></tr></table>'))
  await expect(page.getByText('This is a web page, though its name may end in .xls or .csv')).toBeVisible()
})

test('cards: eight on an A4 page, without the site, pictures or classmates; new ones stop the old', async () => {
  await makeClass('Cards')
  await addPupils(Array.from({ length: 9 }, (_, index) => `Pupil${index}`).join('\n'))
  await page.getByRole('tab', { name: 'Pupils' }).click()
  await page.getByRole('link', { name: 'Print cards' }).click()
  await page.getByRole('button', { name: 'Make 9 cards and print' }).click()
  await expect(page.locator('.card')).toHaveCount(9)
  await expect(page.locator('.card').first()).toContainText('/join')
  await expect(page.locator('.card img')).toHaveCount(0)
  await expectAccessible(page, 'cards')
  expect(await printedPages(page)).toBe(2)
  await page.reload()
  await expect(page.getByText('The cards that 9 of these pupils have now will stop working.')).toBeVisible()
})

test('a class is archived and brought back, deleted and brought back after a reload, and everybody in it is there again', async () => {
  await makeClass('Ends')
  await addPupils('Ali')
  await page.getByRole('tab', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Archive' }).click()
  await page.getByRole('button', { name: 'Bring it back' }).click()
  await expect(page.getByRole('button', { name: 'Let the class in', exact: true })).toBeVisible()
  await page.locator('[data-action="delete"]').click()
  await page.waitForURL('**/teach/classes')
  await untilAlive(page)
  await expect(page.getByRole('link', { name: 'Ends' })).toHaveCount(0)
  await page.reload()
  await untilAlive(page)
  await page.getByRole('button', { name: 'Undo: bring Ends back' }).click()
  await page.getByRole('main').getByRole('link', { name: 'Ends', exact: true }).click()
  await page.getByRole('tab', { name: 'Pupils' }).click()
  await expect(page.getByRole('link', { name: 'Ali' })).toBeVisible()
})

test('in forced colours each state is told apart, focus is never under what stays in view, and a board of 32 is whole on a laptop', async ({ browser }) => {
  await makeClass('Forced')
  await addPupils(Array.from({ length: 32 }, (_, index) => `Pupil ${String(index + 1).padStart(2, '0')}`).join('\n'))
  const address = page.url().replace(/\?.*/, '')
  await page.request.post('/api/assignments', { data: {
    classIds: [address.split('/').at(-1)], lessonIds: ['lying-online-9-11'], opensOn: '2026-01-05', weekly: false, dueAfter: null, boosterWeeks: null,
  } })
  const context = await browser.newContext({ baseURL: server.address, forcedColors: 'active', storageState: await page.context().storageState() })
  const forced = await context.newPage()
  await goTo(forced, address)
  await forced.getByRole('tab', { name: 'Pupils' }).click()
  await expect(forced.getByRole('tab', { name: 'Pupils' })).toHaveAttribute('data-state', 'active')
  const edgeOf = (name: string) => forced.getByRole('tab', { name }).evaluate(tab => getComputedStyle(tab).borderBottomWidth)
  expect(await edgeOf('Pupils')).not.toBe(await edgeOf('Lessons'))
  await forced.getByRole('checkbox', { name: 'Choose Pupil 01' }).check()
  for (let step = 0; step < 60; step++) {
    // Half of it on a laptop, half on a phone.
    if (step === 30) await forced.setViewportSize({ width: 360, height: 740 })
    await forced.keyboard.press('Tab')
    await expect.poll(() => forced.evaluate(() => {
      const element = document.activeElement
      if (!element || element === document.body) return true
      const { left, top, width, height } = element.getBoundingClientRect()
      const found = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 20))
      return found !== null && (element.contains(found) || found.contains(element))
    }), `focus in step ${step}`).toBe(true)
  }
  await goTo(forced, `${address}/board`)
  const looks = await forced.locator('.legend .sign').evaluateAll(signs => signs.map((sign) => {
    const { backgroundColor, backgroundImage, borderStyle } = getComputedStyle(sign)
    return [backgroundColor, backgroundImage, borderStyle, sign.querySelector('path')?.getAttribute('d')].join()
  }))
  expect(new Set(looks).size).toBe(4)
  await forced.setViewportSize({ width: 1366, height: 768 })
  await expect(forced.locator('.chips li')).toHaveCount(32)
  await expect.poll(() => forced.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(768)
  for (const chip of [forced.locator('.chips li').first(), forced.locator('.chips li').last(), forced.locator('.legend')])
    await expect(chip).toBeInViewport({ ratio: 1 })
  await context.close()
})
