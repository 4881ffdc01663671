/** How a lesson stands in its window: which steps have to be scrolled, and how much a pupil presses to get through. */
import type { Locator } from '@playwright/test'
import type { Hand } from './hand.ts'
import type { Look } from './lesson-driver.ts'

/** Of the steps of a lesson, at least this share stands in the window whole. */
const SHARE = 0.8
/** The most that a pupil has to press in a lesson, from the opening to Finish. */
const PRESSES = 110

/** Under this many pixels nothing is hidden: shadows and rounded halves. */
const TOLERANCE = 2

export function fitOf(player: Locator) {
  const misfits: string[] = []
  let steps = 0

  const look: Look = async (where) => {
    const over = await player.evaluate((element) => {
      const hidden = (part: Element | null) => part ? part.scrollHeight - part.clientHeight : 0
      const button = element.querySelector('.foot .go')?.getBoundingClientRect()
      return {
        body: hidden(element.querySelector('.body')),
        sheet: hidden(element.querySelector('.sheets')),
        page: hidden(document.documentElement),
        buttonBelow: button ? Math.max(0, button.bottom - window.innerHeight) : 0,
      }
    })
    steps++
    const parts = Object.entries(over).filter(([, pixels]) => pixels > TOLERANCE)
    if (parts.length > 0) misfits.push(`${where}: ${parts.map(([part, pixels]) => `${part} ${Math.round(pixels)} px`).join(', ')}`)
  }

  return {
    look,
    /** @returns the steps that do not fit, where they are too many or hide the button; else nothing */
    faults(): readonly string[] {
      const hiding = misfits.filter(misfit => misfit.includes('buttonBelow'))
      const share = 1 - misfits.length / Math.max(1, steps)
      return share < SHARE ? [`${Math.round(share * 100)} % of ${steps} steps fit`, ...misfits] : hiding
    },
  }
}

/** A hand that counts what it presses. */
export function counted(hand: Hand): Hand & { faults(): readonly string[] } {
  let presses = 0
  const count = (act: (control: Locator) => Promise<void>) => async (control: Locator) => {
    presses++
    await act(control)
  }
  return {
    press: count(hand.press),
    choose: count(hand.choose),
    tick: count(hand.tick),
    faults: () => presses > PRESSES ? [`${presses} presses; at most ${PRESSES}`] : [],
  }
}
