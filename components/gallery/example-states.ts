/**
 * Brings an activity into each state that a pupil can meet, by working its real controls: the same hooks that automation uses
 * (docs/scorm.md).
 */
import { nextTick } from 'vue'

export const exampleStates = ['fresh', 'answered', 'feedback', 'retried', 'disabled'] as const
export type ExampleState = typeof exampleStates[number]

/** More steps than any activity has. */
const LIMIT = 80

const visible = (selector: string, root: HTMLElement) =>
  [...root.querySelectorAll<HTMLElement>(selector)].find(element => element.checkVisibility?.() ?? true)

/** Picks the first answer of the first open question that has none. */
function pick(root: HTMLElement): boolean {
  const open = [...root.querySelectorAll<HTMLFieldSetElement>('fieldset:not(:disabled)')]
    .find(group => group.querySelector('input:is([type="radio"], [type="checkbox"])') && !group.querySelector('input:checked'))
  open?.querySelector<HTMLInputElement>('input')?.click()
  return open !== undefined
}

function press(selector: string, root: HTMLElement): boolean {
  const control = visible(selector, root)
  control?.click()
  return control !== undefined
}

const pressOption = (root: HTMLElement) => press('button[data-option]:enabled:not([data-done]):not([aria-pressed="true"])', root)

/** One step on the way to the end. @returns whether there was anything left to do */
function step(root: HTMLElement): boolean {
  return pick(root)
    || press('[data-action="start"]:enabled', root)
    || press('[data-action="check"]:enabled', root)
    || pressOption(root)
    || press('[data-action="next"]:enabled, [data-action="continue"]:enabled', root)
}

async function repeat(act: () => boolean, isOver: () => boolean) {
  for (let steps = 0; steps < LIMIT && !isOver() && act(); steps++) {
    await nextTick()
    await nextTick()
  }
}

/**
 * @param root the activity, mounted and fresh
 * @param isComplete whether the player would let the pupil go on
 */
export async function bringInto(state: ExampleState, root: HTMLElement, isComplete: () => boolean) {
  if (state === 'fresh' || state === 'disabled') return
  if (state === 'answered') {
    press('[data-action="start"]:enabled', root)
    await nextTick()
    if (!pick(root)) pressOption(root)
    await nextTick()
    await repeat(() => pick(root), () => false)
    return
  }
  await repeat(() => step(root), isComplete)
  if (state === 'retried') {
    press('[data-action="retry"]:enabled, [data-action="restart"]:enabled', root)
    await nextTick()
  }
}
