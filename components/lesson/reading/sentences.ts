/** The sentences of a part of the page as a person sees them, each with its place, so that it can be read aloud and marked meanwhile. */

export interface Sentence {
  readonly text: string
  readonly place: Range
}

/** What a screen reader would not say either, and the ways on: whoever listens wants the text. */
const unread = '[aria-hidden="true"], nav, script, style, select'

const isInline = (element: Element) => getComputedStyle(element).display.startsWith('inline')

function isShown(element: Element): boolean {
  return element.closest(unread) === null && element.getClientRects().length > 0
}

/** @returns the nearest element around that starts a line of its own; text of one such element is read in one go */
function blockOf(node: Text): Element | null {
  let element = node.parentElement
  while (element && isInline(element)) element = element.parentElement
  return element
}

/** @returns runs of text nodes, a run for each line or paragraph, in the order of the page */
function paragraphs(root: Element): Text[][] {
  const runs: Text[][] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  let block: Element | null = null
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node as Text
    if (!text.parentElement || !isShown(text.parentElement)) continue
    const around = blockOf(text)
    if (around !== block) runs.push([])
    block = around
    runs[runs.length - 1]?.push(text)
  }
  return runs
}

/** @returns where each sentence starts and ends; the last sign may be a quotation mark */
function split(text: string): { start: number, end: number }[] {
  return [...text.matchAll(/[^.!?…]+[.!?…]*["”’)]*\s*/g)].map(match => ({
    start: match.index,
    end: match.index + match[0].trimEnd().length,
  }))
}

/** @returns the text node that holds this offset of the run, and the offset in it */
function locate(run: readonly Text[], offset: number): [Text, number] | undefined {
  let before = 0
  for (const node of run) {
    if (offset <= before + node.length) return [node, offset - before]
    before += node.length
  }
  return undefined
}

/** @returns every sentence that can be seen inside the element, in reading order */
export function sentencesIn(root: Element): Sentence[] {
  return paragraphs(root).flatMap((run) => {
    const whole = run.map(node => node.data).join('')
    return split(whole).flatMap(({ start, end }) => {
      const text = whole.slice(start, end).replace(/\s+/g, ' ').trim()
      const from = locate(run, start)
      const to = locate(run, end)
      if (!/[\p{L}\p{N}]/u.test(text) || !from || !to) return []
      const place = document.createRange()
      place.setStart(...from)
      place.setEnd(...to)
      return [{ text, place }]
    })
  })
}
