/** Finds the obvious way on in a page of a stranger's lesson. Runs in that page, so it is one function without anything around it. */

export interface Candidate {
  /** What it says, for the report. */
  readonly label: string
  /** 0 begins the lesson, 1 goes on, 2 hands an answer in, 3 finishes, 4 answers a question, 5 passes over one. */
  readonly rank: number
  /** Tells it from others on the page. */
  readonly key: string
}

/** Set on the element that was found. */
export const FOUND_MARK = 'data-check-package-found'

/**
 * Marks the best candidate with {@link FOUND_MARK}.
 * @param tried keys of those that led nowhere
 */
export function findWayOn({ tried, mark }: { readonly tried: readonly string[], readonly mark: string }): Candidate | null {
  const words: readonly (readonly [rank: number, pattern: RegExp])[] = [
    [0, /^(?:start|begin|launch|enter|get started|let['’]?s (?:go|start|begin)|play|resume|carry on)\b/i],
    [1, /^(?:next|continue|forward|go on|proceed|weiter|suivant|siguiente)\b|^(?:>|›|»|→|➔|▶)$/i],
    [2, /^(?:submit|check|done|ok|okay|got it|i understand|i agree|accept)\b/i],
    [3, /^(?:finish|complete|mark (?:as )?complete|end lesson|end course)\b/i],
    [5, /^skip\b/i],
  ]
  const named: readonly (readonly [rank: number, pattern: RegExp])[] = [
    [0, /(?:^|[-_ ])(?:start|begin)(?:$|[-_ ])/i],
    [1, /(?:^|[-_ ])(?:next|continue|forward)(?:$|[-_ ])/i],
    [2, /(?:^|[-_ ])(?:submit|check)(?:$|[-_ ])/i],
    [3, /(?:^|[-_ ])finish(?:$|[-_ ])/i],
  ]
  document.querySelector(`[${mark}]`)?.removeAttribute(mark)
  let best: { readonly element: Element, readonly candidate: Candidate } | null = null
  const offer = (element: Element, label: string, rank: number) => {
    const key = `${element.tagName} ${element.id} ${label}`
    if (!tried.includes(key) && (best === null || rank < best.candidate.rank)) best = { element, candidate: { label, rank, key } }
  }
  const isShown = (element: HTMLElement) => {
    const box = element.getBoundingClientRect()
    return box.width > 1 && box.height > 1 && getComputedStyle(element).visibility === 'visible'
      && !element.matches(':disabled') && element.getAttribute('aria-disabled') !== 'true'
  }
  const all = document.querySelectorAll<HTMLElement>('button, a, input, [role=button], [role=radio], [role=option], [role=checkbox], '
    + '[onclick], [tabindex]')
  for (const element of [...all].slice(0, 2000)) {
    if (!isShown(element)) continue
    const input = element instanceof HTMLInputElement ? element : null
    const text = [element.getAttribute('aria-label'), input?.labels?.[0]?.innerText, element.innerText, input?.value, element.title]
      .map(one => typeof one === 'string' ? one.replace(/\s+/g, ' ').trim() : '').find(one => one !== '') ?? ''
    const label = text.slice(0, 60)
    const type = input?.type ?? ''
    if (type === 'radio' || type === 'checkbox' || /^(?:radio|option|checkbox)$/.test(element.getAttribute('role') ?? '')) {
      const checked = input
        ? input.checked
        : element.getAttribute('aria-checked') === 'true' || element.getAttribute('aria-selected') === 'true'
      const answered
        = input !== null && input.name !== '' && document.querySelector(`input[name="${CSS.escape(input.name)}"]:checked`) !== null
      if (!checked && !answered) offer(element, label || 'an answer', 4)
      continue
    }
    if (type !== '' && !/^(?:button|submit|image)$/.test(type)) continue
    const byWords = words.find(([, pattern]) => pattern.test(label))
    // What it is called in the page's code tells where it says nothing, or nothing that is known.
    const name = [element.dataset.action, ...(label.length < 3 ? [element.id, element.className] : [])]
      .filter(one => typeof one === 'string')
      .join(' ')
    const byName = named.find(([, pattern]) => pattern.test(name))
    const rank = byWords?.[0] ?? byName?.[0]
    if (rank !== undefined) offer(element, label || name.slice(0, 60), rank)
  }
  const found = best as { readonly element: Element, readonly candidate: Candidate } | null
  found?.element.setAttribute(mark, '')
  return found?.candidate ?? null
}
