/**
 * What was done before a page works is not lost (scripts/setup/early-presses.mjs keeps it). As Vue takes the page over it empties the
 * fields of its forms, and hears nothing of what they held: so each is filled once more, as if it were done now. Then each press, and
 * each form that was sent, counts once.
 */
interface Early {
  /** What a field held when it was last changed. */
  readonly fields: Map<EventTarget, { readonly value: string, readonly checked: boolean }>
  /** Buttons, and forms that were sent, as they came. */
  readonly presses: Set<HTMLElement>
}

declare global {
  interface Window {
    /** @returns what was done so far; nothing more is kept */
    whosThereDoneEarly?: () => Early
  }
}

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement
const typed = 'input:not([type=checkbox], [type=radio], [type=file]), textarea'
const isField = (target: EventTarget): target is Field =>
  target instanceof Element && target.isConnected && target.matches('input:not([type=file]), select, textarea')

function fill(field: Field, { value, checked }: { value: string, checked: boolean }) {
  const isChosen = field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type)
  if (isChosen) field.checked = checked
  else field.value = value
  field.dispatchEvent(new Event(field.matches(typed) ? 'input' : 'change', { bubbles: true }))
}

export default defineNuxtPlugin((nuxt) => {
  const take = window.whosThereDoneEarly
  // The page that starts without a network has nothing to press before.
  if (!nuxt.isHydrating) return void take?.()
  // A password manager tells nobody.
  const filled = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(typed)]
    .filter(field => field.value !== field.defaultValue)
    .map(field => [field, { value: field.value, checked: false }] as const)
  nuxt.hooks.hookOnce('app:suspense:resolve', () => {
    const early = take?.()
    for (const [field, held] of new Map<EventTarget, { value: string, checked: boolean }>([...filled, ...early?.fields ?? []]))
      if (isField(field)) fill(field, held)
    for (const pressed of early?.presses ?? []) {
      if (!pressed.isConnected) continue
      if (pressed instanceof HTMLFormElement) pressed.requestSubmit()
      else pressed.click()
    }
  })
})
