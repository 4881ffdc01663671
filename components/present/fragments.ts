/**
 * Text that comes line by line, so that a class reads together. Works on what is rendered, so every screen that is read can be
 * shown this way.
 */

const LINES = '.body > p, .body > .points > li, .body > .callout'

/** @returns the lines that still wait, in order; the first is shown at once */
export function holdBack(stage: HTMLElement): HTMLElement[] {
  const [, ...waiting] = stage.querySelectorAll<HTMLElement>(LINES)
  for (const line of waiting) line.dataset.waits = ''
  return waiting
}

/** Shows the next line. */
export function release(line: HTMLElement): void {
  delete line.dataset.waits
}
