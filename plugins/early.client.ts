/**
 * What is typed, or filled in by a password manager, before a page works is not lost: as Vue takes the page over it empties the
 * fields of its forms, and hears nothing of what they held. So each is filled once more, as if it were typed now. A press that
 * comes too early does nothing, rather than leave the page: `method="dialog"` on the forms that are there first.
 */
const fields = 'input:not([type=checkbox], [type=radio], [type=file]), textarea'

export default defineNuxtPlugin((nuxt) => {
  if (!nuxt.isHydrating) return
  const typed = new Map<HTMLInputElement, string>()
  const note = (field: EventTarget | null) => {
    if (field instanceof Element && field.matches(fields)) typed.set(field as HTMLInputElement, (field as HTMLInputElement).value)
  }
  const noteTyped = ({ target }: Event) => note(target)
  document.querySelectorAll<HTMLInputElement>(fields).forEach((field) => {
    if (field.value !== field.defaultValue) note(field)
  })
  document.addEventListener('input', noteTyped, true)
  nuxt.hooks.hookOnce('app:suspense:resolve', () => {
    document.removeEventListener('input', noteTyped, true)
    for (const [field, value] of typed) {
      field.value = value
      field.dispatchEvent(new Event('input', { bubbles: true }))
    }
  })
})
