/**
 * The reading settings of a page. Their dialog, with the player's words, comes when the page works and the browser has nothing
 * else to do, or when it is asked for.
 */
export function useReadingSettings() {
  const dialog = shallowRef<typeof import('~/components/site/ReadingSettings.vue')['default']>()
  const isOpen = ref(false)
  // Without a network it cannot come yet: whoever presses again tries again.
  const bring = () =>
    import('~/components/site/ReadingSettings.vue').then(
      ({ default: component }) => (dialog.value = component),
      () => (isOpen.value = false),
    )
  onNuxtReady(bring)
  function open() {
    isOpen.value = true
    void bring()
  }
  return { dialog, isOpen, open }
}
