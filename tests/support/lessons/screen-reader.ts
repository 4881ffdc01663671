/** A screen reader over the page of a component test: what it says is looked at, and controls are reached and pressed through it. */
import { virtual } from '@guidepup/virtual-screen-reader'
import { flushPromises } from '@vue/test-utils'

/** More than the longest step has. */
const FAR = 600

export interface ScreenReader {
  /** Everything on the page, from its top. */
  read(): Promise<string[]>
  /** Goes on until it meets what is wanted, presses it, and gives what is said then, with what stands there without a role left out. */
  press(wanted: string | RegExp | Element): Promise<string[]>
  /** Keys for whatever has the focus. @returns what is said then */
  keys(...keys: string[]): Promise<string[]>
}

const matches = (phrase: string, wanted: string | RegExp) => typeof wanted === 'string' ? phrase.startsWith(wanted) : wanted.test(phrase)

/** Lets the page change and the live regions speak. */
async function settle() {
  await flushPromises()
  await new Promise(resolve => setTimeout(resolve, 0))
  await flushPromises()
}

async function since(act: () => Promise<unknown>) {
  await virtual.clearSpokenPhraseLog()
  await act()
  await settle()
  return virtual.spokenPhraseLog()
}

/** Runs with a screen reader on, and takes it away again. */
export async function withScreenReader(run: (reader: ScreenReader) => Promise<void>) {
  await virtual.start({ container: document.body })
  try {
    await run({
      async read() {
        await virtual.stop()
        await virtual.start({ container: document.body })
        for (let steps = 0; steps < FAR && await virtual.lastSpokenPhrase() !== 'end of document'; steps++) await virtual.next()
        return virtual.spokenPhraseLog()
      },
      async press(wanted) {
        for (let steps = 0; steps < FAR; steps++) {
          const isThere = wanted instanceof Element ? virtual.activeNode === wanted : matches(await virtual.lastSpokenPhrase(), wanted)
          if (isThere) return since(() => virtual.act())
          await virtual.next()
        }
        throw new Error(`The screen reader never comes to ${wanted instanceof Element ? wanted.outerHTML.slice(0, 200) : String(wanted)}.`)
      },
      keys: (...keys) => since(async () => {
        for (const key of keys) await virtual.press(key)
      }),
    })
  }
  finally {
    await virtual.stop()
  }
}
