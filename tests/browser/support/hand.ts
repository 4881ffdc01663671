/** How a pupil works the controls: with a pointer, or with the keyboard alone. */
import type { Locator } from '@playwright/test'

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

const isFocused = (control: Locator) => control.evaluate(element => element === document.activeElement)

/** Tab, until the control has the focus; fails when it never gets there. */
async function tabTo(control: Locator) {
  const { keyboard } = control.page()
  // Looked up once: a whole lesson is some thousand presses.
  const element = await control.elementHandle()
  for (let presses = 0; presses < 120; presses++) {
    if (await element?.evaluate(found => found === document.activeElement)) return
    await keyboard.press('Tab')
  }
  throw new Error(`The Tab key never reaches ${control.toString()}`)
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
    const { keyboard } = radio.page()
    const group = await radio.locator('xpath=ancestor::fieldset[1]').elementHandle()
    // A group is entered by Tab once, at its checked or first button; arrows move inside it.
    for (let presses = 0; presses < 120; presses++) {
      if (
        await group?.evaluate(
          element => element.contains(document.activeElement) && document.activeElement?.getAttribute('type') === 'radio',
        )
      )
        break
      await keyboard.press('Tab')
    }
    if (await isFocused(radio) && !(await radio.isChecked())) await keyboard.press('Space')
    for (let presses = 0; presses < 8 && !(await radio.isChecked()); presses++) await keyboard.press('ArrowDown')
    if (!(await radio.isChecked())) throw new Error(`The arrow keys never reach ${radio.toString()}`)
  },
}
