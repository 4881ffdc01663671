/**
 * Brings the keyboard to the page that a link has led to: from the rail, which stays, and from nowhere, where what had the focus
 * went with the page before. A page that puts it somewhere itself keeps it there.
 */
export function usePageFocus() {
  const route = useRoute()
  let path = route.path
  const stop = useNuxtApp().hook('page:finish', () => {
    if (route.path === path) return
    path = route.path
    const active = document.activeElement
    if (active === null || active === document.body || active.closest('.rail, .who') !== null)
      document.getElementById('main')?.focus({ preventScroll: true })
  })
  onBeforeUnmount(stop)
}
