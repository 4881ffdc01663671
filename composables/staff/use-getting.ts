/** Milliseconds after which a page that does not come yet is said to be on its way. */
export const LATE = 400

/** @returns what is on its way to somebody who went to another page, once it is late; null while nothing is */
export function useGetting() {
  const { isLoading } = useLoadingIndicator({ throttle: LATE, hideDelay: 0, resetDelay: 0 })
  const to = shallowRef('')
  const stop = import.meta.client ? useRouter().beforeEach(({ path }) => void (to.value = path)) : () => {}
  onBeforeUnmount(stop)
  return computed(() => isLoading.value ? /^\/teach\/classes\/./.test(to.value) ? 'class' as const : 'page' as const : null)
}
