/** How a pupil works the controls: with a pointer, or with the keyboard alone. */
import type { CDPSession, Locator, Page } from '@playwright/test'

export interface Hand {
  /** Presses a button or link. */
  press(control: Locator): Promise<void>
  /** Picks a radio button. */
  choose(radio: Locator): Promise<void>
  /** Ticks a checkbox. */
  tick(box: Locator): Promise<void>
}

export const pointer: Hand = {
  press: control => control.click(),
  choose: radio => radio.check(),
  tick: box => box.check(),
}

const keys = {
  Tab: { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 },
  ArrowDown: { key: 'ArrowDown', code: 'ArrowDown', windowsVirtualKeyCode: 40 },
} as const

const sessions = new WeakMap<Page, Promise<CDPSession>>()

/** The same presses as `keyboard.press` one after the other, without waiting in between: a lesson is some thousand of them. */
async function pressOften(page: Page, key: keyof typeof keys, times: number) {
  const opened = sessions.get(page) ?? page.context().newCDPSession(page)
  sessions.set(page, opened)
  const session = await opened
  await Promise.all(
    Array.from({ length: times }).flatMap(() =>
      (['rawKeyDown', 'keyUp'] as const).map(type => session.send('Input.dispatchKeyEvent', { type, ...keys[key] })),
    ),
  )
}

/**
 * Runs in the page. How often Tab should have to be pressed to get from where the focus is to the control, and how often an arrow
 * then; 0 where it is behind. Only a guess: whoever presses looks whether the focus has come there.
 */
function waysTo(control: Element): { tabs: number, arrows: number } {
  const isRadio = (element: Element): element is HTMLInputElement => element instanceof HTMLInputElement && element.type === 'radio'
  const members = isRadio(control)
    ? [...document.querySelectorAll('input')].filter(other => isRadio(other) && other.name === control.name && !other.disabled)
    : []
  // A group is entered by Tab once, at its checked or first button; arrows move inside it.
  const entryOf = (group: readonly HTMLInputElement[]) => group.find(radio => radio.checked) ?? group[0]
  const focusable = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, audio, [tabindex]')]
    .filter(element => element.tabIndex >= 0 && !element.matches(':disabled') && element.checkVisibility({ visibilityProperty: true }))
  const stops = focusable.filter((element) => {
    if (!isRadio(element)) return true
    return entryOf(focusable.filter(isRadio).filter(other => other.name === element.name)) === element
  })
  const entry = entryOf(members) ?? control
  const focused = document.activeElement ?? document.body
  const precedes = (one: Element, other: Element) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  const from = members.find(member => member === focused) ?? entry
  const isOnTheWay = (element: Element) =>
    element !== focused && precedes(focused, element) && (element === entry || precedes(element, entry))
  const placeOf = (wanted: Element) => members.findIndex(member => member === wanted)
  return { tabs: from === focused ? 0 : stops.filter(isOnTheWay).length, arrows: Math.max(0, placeOf(control) - placeOf(from)) }
}

/** Tab, until the control (or for a radio button its group) has the focus; fails when it never gets there. */
async function tabTo(control: Locator) {
  const page = control.page()
  // Looked up once: a whole lesson is some thousand presses.
  const element = await control.elementHandle()
  if (!element) throw new Error(`There is no ${control.toString()}`)
  const { tabs, arrows } = await element.evaluate(waysTo)
  await pressOften(page, 'Tab', tabs)
  const isThere = () => element.evaluate((found) => {
    const focused = document.activeElement
    return found === focused || (focused instanceof HTMLInputElement && focused.type === 'radio'
      && found instanceof HTMLInputElement && found.type === 'radio' && found.name === focused.name)
  })
  for (let presses = 0; !(await isThere()); presses++) {
    if (presses === 120) throw new Error(`The Tab key never reaches ${control.toString()}`)
    await page.keyboard.press('Tab')
  }
  return { element, arrows }
}

export const keyboardAlone: Hand = {
  async tick(box) {
    await tabTo(box)
    if (!(await box.isChecked())) await box.page().keyboard.press('Space')
  },
  async press(control) {
    await tabTo(control)
    await control.page().keyboard.press('Enter')
  },
  async choose(radio) {
    const { element, arrows } = await tabTo(radio)
    const page = radio.page()
    await pressOften(page, 'ArrowDown', arrows)
    for (let presses = 0; !(await element.isChecked()); presses++) {
      if (presses === 8) throw new Error(`The arrow keys never reach ${radio.toString()}`)
      const isFocused = await element.evaluate(found => found === document.activeElement)
      await page.keyboard.press(isFocused ? 'Space' : 'ArrowDown')
    }
  },
}
