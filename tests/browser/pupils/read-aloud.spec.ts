/**
 * Read-aloud in the player. Chromium brings no voice here, so a stand-in for the device's speech says when it starts and ends
 * each utterance.
 */
import { expect, test, type Page } from '@playwright/test'
import { goTo } from '../support/alive.ts'
import { readLesson } from '../support/lesson-driver.ts'
import { lessonId, lessonOn, open } from '../support/open-lesson.ts'

/** What the stand-in has been asked to say, and what is marked on the page. */
interface Voice {
  spoken(): Promise<{ text: string, voice: string }[]>
  marked(): Promise<string>
  /** Says the utterance to its end. */
  finish(): Promise<void>
}

async function withVoice(page: Page): Promise<Voice> {
  await page.addInitScript(() => {
    type Utterance = SpeechSynthesisUtterance & { text: string }
    const spoken: { text: string, voice: string }[] = []
    let current: Utterance | undefined
    const voices = [{ lang: 'en-GB', localService: false, name: 'Elsewhere' }, { lang: 'en-GB', localService: true, name: 'Here' }]
    class Said {
      constructor(readonly text: string) {}
    }
    const say = (utterance: Utterance) => {
      current = utterance
      spoken.push({ text: utterance.text, voice: utterance.voice?.name ?? '' })
      utterance.onboundary?.(new Event('boundary') as SpeechSynthesisEvent)
    }
    const finish = () => {
      const ended = current
      current = undefined
      ended?.onend?.(new Event('end') as SpeechSynthesisEvent)
    }
    Object.assign(window, { spoken, finish, SpeechSynthesisUtterance: Said })
    Object.defineProperty(window, 'speechSynthesis', {
      value: { getVoices: () => voices, speak: say, cancel: () => (current = undefined), addEventListener() {}, removeEventListener() {} },
    })
  })
  type Host = { spoken: { text: string, voice: string }[], finish: () => void }
  return {
    spoken: () => page.evaluate(() => (window as unknown as Host).spoken),
    marked: () => page.evaluate(() => [...CSS.highlights.get('reading') ?? []].map(range => String(range)).join('')),
    finish: () => page.evaluate(() => (window as unknown as Host).finish()),
  }
}

test('where the browser has no voice of its own, read-aloud is absent and nothing breaks', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'speechSynthesis', { value: undefined, configurable: true }))
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(error.message))
  const driver = await open(page)
  await expect(driver.player.locator('[data-action="read"]')).toHaveCount(0)
  await driver.press('continue')
  expect(complaints).toEqual([])
})

test('it reads sentence by sentence with a voice of the device, and marks the one it reads', async ({ page }) => {
  const voice = await withVoice(page)
  const driver = await open(page)
  await driver.player.locator('[data-action="read"]').click()
  const title = await driver.screen().locator('h1').innerText()
  await expect.poll(voice.marked).toBe(title)
  await voice.finish()
  await expect.poll(async () => (await voice.spoken()).length).toBe(2)
  const [first, second] = await voice.spoken()
  expect(first).toEqual({ text: title, voice: 'Here' })
  await expect.poll(voice.marked).toBe(second?.text)
  expect(second?.text).not.toBe(title)
})

test('it is silent on the next screen, and while a dialog is open; after that it goes on where it was', async ({ page }) => {
  const voice = await withVoice(page)
  const driver = await open(page)
  const read = driver.player.locator('[data-action="read"]')
  await read.click()
  await expect.poll(voice.marked).not.toBe('')
  await voice.finish()
  await expect.poll(async () => (await voice.spoken()).length).toBe(2)
  await driver.player.locator('header [data-action="pause"]').click()
  await expect.poll(voice.marked).toBe('')
  await expect(page.locator('dialog[open]')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(read).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(async () => (await voice.spoken()).length).toBe(3)
  const spoken = await voice.spoken()
  expect(spoken[2]).toEqual(spoken[1])
  await driver.press('continue')
  await expect(read).toHaveAttribute('aria-pressed', 'false')
  await expect.poll(voice.marked).toBe('')
})

test('it reads the options, and feedback as soon as it comes', async ({ page }) => {
  const voice = await withVoice(page)
  const driver = await open(page)
  const sort = (await readLesson(lessonId)).screens.find(({ type }) => type === 'sort')
  await driver.goTo(sort?.id ?? '')
  await driver.player.locator('[data-action="read"]').click()
  const group = driver.screen().locator('button[data-option]').first()
  const label = (await group.innerText()).trim()
  await expect.poll(voice.marked).not.toBe('')
  for (let sentences = 0; sentences < 30 && await voice.marked() !== ''; sentences++) await voice.finish()
  expect((await voice.spoken()).map(({ text }) => text)).toContain(label)
  await group.click()
  const feedback = await driver.screen().locator('[data-feedback]').innerText()
  const last = async () => (await voice.spoken()).at(-1)?.text ?? 'nothing'
  await expect.poll(async () => feedback.includes(await last())).toBe(true)
  await expect.poll(voice.marked).toBe(await last())
})

const youngest = 'lying-online-7-9'

async function openYoungest(page: Page) {
  await goTo(page, `/lessons/${youngest}/play`)
  return lessonOn(page, youngest)
}

/** Lines of a step that nothing beside them says. Counters and names stand alone, the head of a sheet is said with its line. */
const unsaid = (page: Page) => page.locator('article.screen').evaluate((screen) => {
  const lines = screen.querySelectorAll('h1, h2, legend, p, li, .tile, .chip, .detail, .thing, summary')
  const isOwn = (element: Element) => [...element.childNodes].some(node =>
    (node.nodeType === Node.TEXT_NODE || (node instanceof Element && node.matches('span, b, strong'))) && /\p{L}/u.test(node.textContent ?? ''))
  return [...lines]
    .filter(line => line.getClientRects().length > 0 && isOwn(line) && !line.matches('.count, [data-round], .name, .label, .visually-hidden, .path li, .people li, .help h2'))
    .filter(line => !line.querySelector('[data-action="say"]') && !line.closest('.said') && !line.closest('details'))
    .map(line => (line.textContent ?? '').trim())
    .filter(text => !/^(?:Question|Profile) \d of \d$/.test(text) && !['PetPod', 'Crabface', 'Honey'].includes(text))
})

test('at ages 7 to 9 every line has a speaker of its own, and to hear an answer is not to give it', async ({ page }) => {
  test.slow()
  const voice = await withVoice(page)
  const driver = await openYoungest(page)
  await expect(driver.screen().getByText('no voice of its own')).toHaveCount(0)
  await driver.goTo('radio-name')
  const option = driver.screen().locator('.said').filter({ hasText: 'Captain Custard' })
  await option.getByRole('button', { name: 'Listen: Captain Custard' }).click()
  expect((await voice.spoken()).at(-1)).toEqual({ text: 'Captain Custard', voice: 'Here' })
  await expect(driver.screen().locator('[data-feedback]')).toHaveCount(0)
  const { screens } = await readLesson(youngest)
  for (const [index, { id }] of screens.entries()) {
    if (index > 1) await driver.goTo(id)
    expect(await unsaid(page), `lines of ${id}`).toEqual([])
    if (id === 'ending') break
    await driver.doScreen('right')
    expect(await unsaid(page), `lines at the end of ${id}`).toEqual([])
  }
})

test('at ages 7 to 9 the opening says where the device has no voice, and nobody is given a mark', async ({ page }) => {
  const driver = await openYoungest(page)
  await expect(driver.screen()).toContainText('This device has no voice of its own. Ask a grown-up to read with you.')
  await expect(driver.player.locator('[data-action="say"]')).toHaveCount(0)
  await driver.goTo('quiz')
  await driver.doScreen('right')
  await expect(driver.screen()).toContainText('Well listened!')
  await expect(driver.screen()).not.toContainText('out of 4')
})
