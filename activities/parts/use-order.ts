/** What order and rank share: a list that is arranged, checked, and opened again. */
import { nextTick, ref, watch, type Ref } from 'vue'
import { mixed, validOrder } from './options/movable'

/**
 * @param items the members in the author's order
 * @param given the order that has been checked, if one has
 * @param emit hands on the pupil's order at a check
 * @param root where the list stands, for the focus
 */
export function useOrder(
  items: () => readonly { readonly id: string }[],
  given: () => readonly string[] | undefined,
  emit: (order: string[]) => void,
  root: Ref<HTMLElement | undefined>,
) {
  const checked = () =>
    validOrder(
      items().map(item => item.id),
      given(),
    )
  const order = ref<readonly string[]>(checked() ?? mixed(items().map(item => item.id)))
  const isOpen = ref(checked() === undefined)
  watch(given, () => {
    const valid = checked()
    if (valid) order.value = valid
    isOpen.value = valid === undefined
  })

  return {
    order,
    isOpen,
    check() {
      isOpen.value = false
      emit([...order.value])
    },
    /** The pupil's order stays. The button that was pressed goes, so the focus moves to the first card that can be moved. */
    async tryAgain() {
      isOpen.value = true
      await nextTick()
      root.value?.querySelector<HTMLElement>('[data-card] button:not([disabled])')?.focus()
    },
  }
}
