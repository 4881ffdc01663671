/**
 * Read-aloud in the player. Chromium brings no voice here, so a stand-in for the device's speech says when it starts and ends
 * each utterance.
 */
import { expect, test, type Page } from '@playwright/test'
import { readLesson } from '../support/lesson-driver.ts'
import { lessonId, open } from '../support/open-lesson.ts'

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
  expect(await voice.marked()).toBe(title)
  await voice.finish()
  const [first, second] = await voice.spoken()
  expect(first).toEqual({ text: title, voice: 'Here' })
  expect(await voice.marked()).toBe(second?.text)
  expect(second?.text).not.toBe(title)
})

test('it is silent on the next screen, and while a dialog is open; after that it goes on where it was', async ({ page }) => {
  const voice = await withVoice(page)
  const driver = await open(page)
  const read = driver.player.locator('[data-action="read"]')
  await read.click()
  await voice.finish()
  await driver.player.locator('header [data-action="pause"]').click()
  expect(await voice.marked()).toBe('')
  await page.keyboard.press('Escape')
  await expect(read).toHaveAttribute('aria-pressed', 'true')
  const spoken = await voice.spoken()
  expect(spoken.length).toBe(3)
  expect(spoken[2]).toEqual(spoken[1])
  await driver.press('continue')
  await expect(read).toHaveAttribute('aria-pressed', 'false')
  expect(await voice.marked()).toBe('')
})

test('it reads the options, and feedback as soon as it comes', async ({ page }) => {
  const voice = await withVoice(page)
  const driver = await open(page)
  const sort = (await readLesson(lessonId)).screens.find(({ type }) => type === 'sort')
  await driver.goTo(sort?.id ?? '')
  await driver.player.locator('[data-action="read"]').click()
  const group = driver.screen().locator('button[data-option]').first()
  const label = (await group.innerText()).trim()
  for (let sentences = 0; sentences < 30 && await voice.marked() !== ''; sentences++) await voice.finish()
  expect((await voice.spoken()).map(({ text }) => text)).toContain(label)
  await group.click()
  const feedback = await driver.screen().locator('[data-feedback]').innerText()
  const last = (await voice.spoken()).at(-1)?.text ?? 'nothing'
  expect(feedback).toContain(last)
  expect(await voice.marked()).toBe(last)
})
