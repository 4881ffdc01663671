/** How the steps of a lesson stand in its window: which have to be scrolled, and where something that has to be pressed is out of view. */
import type { Page } from '@playwright/test'

export interface Fit {
  /** How many steps there were with something to do. */
  readonly steps: number
  /** Of these the ones that have to be scrolled, each with the parts that do and by how much. */
  readonly scrolled: readonly string[]
  /** Steps of any kind on which something that has to be pressed is out of view, each with what it is. */
  readonly hiding: readonly string[]
  /** How many presses each type of screen took. */
  readonly presses: Readonly<Record<string, number>>
}

/**
 * Runs in the lesson's page and looks at each step that is played there (tests/support/lessons/play-lesson.ts). A step fits where no
 * part of it, and not the page, has more than it shows; the log of a chat is made to be scrolled. To be pressed are every open
 * answer and the foot's one button.
 */
function watchSteps() {
  /** Under this many pixels nothing is hidden: shadows and rounded halves. */
  const tolerance = 2
  const open = '.body fieldset:enabled label[data-option], .foot .go, '
    + ':is(.body, .board) button[data-option]:enabled:not([data-done], [aria-pressed="true"])'
  const fit = { steps: 0, scrolled: [] as string[], hiding: [] as string[], presses: {} as Record<string, number> }

  /** What stays of it when everything around it that cuts has cut. */
  function isInView(control: Element): boolean {
    const box = control.getBoundingClientRect()
    let [top, bottom] = [0, window.innerHeight]
    for (let around = control.parentElement; around; around = around.parentElement) {
      if (getComputedStyle(around).overflowY === 'visible') continue
      const cut = around.getBoundingClientRect()
      top = Math.max(top, cut.top)
      bottom = Math.min(bottom, cut.bottom)
    }
    if (box.top < top - tolerance || box.bottom > bottom + tolerance) return false
    const onTop = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
    return onTop !== null && (control.contains(onTop) || onTop.contains(control))
  }

  const typeNow = () => document.querySelector<HTMLElement>('main [data-screen]')?.dataset.screenType ?? 'over'
  let type = typeNow()

  document.addEventListener('lesson-played', () => {
    fit.presses[type] = (fit.presses[type] ?? 0) + 1
    type = typeNow()
    const screen = document.querySelector<HTMLElement>('main [data-screen]')
    if (!screen) return
    const round = screen.querySelector('[data-round], [data-quiz-heading]')?.textContent.trim() ?? ''
    const where = `${screen.dataset.screen} ${round}`.trim()
    const parts = { body: '.body', sheet: '.sheets', slip: '.slip', page: ':root' }
    const over = Object.entries(parts).flatMap(([name, selector]) => {
      const part = document.querySelector(selector)
      const more = part ? part.scrollHeight - part.clientHeight : 0
      return more > tolerance ? [`${name} ${more} px`] : []
    })
    const hidden = [...document.querySelectorAll<HTMLElement>(open)]
      .filter(control => control.checkVisibility() && !isInView(control))
      .map(({ dataset, textContent }) => dataset.option ?? textContent.trim())
    if (hidden.length > 0) fit.hiding.push(`${where}: ${hidden.join(', ')}`)
    if (['opening', 'content', 'ending', 'over'].includes(type)) return
    fit.steps++
    if (over.length > 0) fit.scrolled.push(`${where}: ${over.join(', ')}`)
  })
  Object.assign(window, { fit })
}

/** Looks at every step that is played from now on. @returns asks what was seen */
export async function watchFit(page: Page): Promise<() => Promise<Fit>> {
  await page.evaluate(watchSteps)
  return () => page.evaluate(() => (window as unknown as { fit: Fit }).fit)
}
