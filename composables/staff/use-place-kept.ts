const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex="0"]'

/**
 * Keeps the place of somebody on the keyboard in a list: where the row that had the focus goes, the one that took its place has it;
 * where none is left, the page.
 * @param root in which the rows are, whether or not it is there just now
 */
export function usePlaceKept(root: Readonly<Ref<HTMLElement | null>>, rows = 'li, tr') {
  let place = -1
  const all = () => [...root.value?.querySelectorAll<HTMLElement>(rows) ?? []]
  onBeforeUpdate(() => {
    const row = document.activeElement?.closest<HTMLElement>(rows)
    place = row ? all().indexOf(row) : -1
  })
  onUpdated(() => {
    if (place < 0 || (document.activeElement !== null && document.activeElement !== document.body)) return
    const next = all()[Math.min(place, all().length - 1)]
    const target = next?.querySelector<HTMLElement>(FOCUSABLE) ?? document.getElementById('main')
    target?.focus()
  })
}
