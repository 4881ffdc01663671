/** A screen reader over the page of a component test: what it says is looked at, and controls are reached and pressed through it. */
import { virtual } from '@guidepup/virtual-screen-reader'
import { flushPromises } from '@vue/test-utils'

/** More than the longest step has. */
const FAR = 600

export interface ScreenReader {
  /** Everything on the page, from its top. */
  read(): Promise<string[]>
  /** Reads on until it comes to what is wanted, presses it, and gives what is said then. */
  press(wanted: string): Promise<string[]>
  /** Goes straight to a control, as the Tab key does, and presses it. @returns how it is called, and what is said then */
  tabTo(control: HTMLElement): Promise<readonly [called: string, said: string[]]>
  /** Keys for whatever has the focus. @returns what is said then */
  keys(...keys: string[]): Promise<string[]>
}

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
          if ((await virtual.lastSpokenPhrase()).startsWith(wanted)) return since(() => virtual.act())
          await virtual.next()
        }
        throw new Error(`The screen reader never comes to "${wanted}".`)
      },
      async tabTo(control) {
        // Even where the focus is there already, what is pressed is called by its name.
        ;(document.activeElement as HTMLElement | null)?.blur()
        control.focus()
        await settle()
        if (virtual.activeNode !== control) throw new Error(`The screen reader does not follow the focus to ${control.outerHTML.slice(0, 200)}`)
        return [await virtual.lastSpokenPhrase(), await since(() => virtual.act())]
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
