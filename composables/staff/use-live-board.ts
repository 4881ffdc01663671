/** Milliseconds between two looks: a change is seen within five seconds, also over a slow network. */
const EVERY = 3_000

/**
 * The board of a class, asked for again while it is looked at. An unchanged board costs an empty answer; a server that is away is
 * waited for.
 * @param scores with quiz totals; @param room as a whole room may see it
 */
export function useLiveBoard(
  classId: string,
  { scores, room }: { readonly scores?: Readonly<Ref<boolean>>, readonly room?: Readonly<Ref<boolean>> } = {},
) {
  const locale = useAskedLocale()
  const query = computed(() => ({
    ...locale,
    class: classId,
    ...(scores?.value ? { scores: '1' as const } : {}),
    ...(room?.value ? { room: '1' as const } : {}),
  }))
  const { data, error, refresh } = useFetch('/api/assignments', { query })
  const isRefused = () => (error.value?.statusCode ?? 0) >= 400 && (error.value?.statusCode ?? 0) < 500
  /**
   * A look that failed empties what was found. While the server is away the board stays as it was; from whoever may not see it
   * any more it goes.
   */
  const board = shallowRef(data.value)
  watch([data, error], () => {
    if (data.value) board.value = data.value
    else if (isRefused()) board.value = undefined
    // At once: the server's own page is told of no change that comes later.
  }, { flush: 'sync' })
  /** The moment of the last look that went well. */
  const seenAt = shallowRef<Date>()
  watch([data, error], () => {
    if (data.value && !error.value) seenAt.value = new Date()
  }, { immediate: true })
  const isAway = computed(() => error.value !== null && error.value !== undefined && board.value !== undefined && board.value !== null)
  const { wayBack, noteWayBack } = useWayBack()
  // After every look: what stood in the way of a form is over when one succeeds, and looking goes on.
  watch([data, error], () => noteWayBack(error.value))
  let timer: ReturnType<typeof setInterval> | undefined
  const lookIfSeen = () => {
    if (document.visibilityState === 'visible') void refresh()
  }
  onMounted(() => {
    // A board that is left open overnight does not ask on when its session is over; whoever comes back to it does.
    timer = setInterval(() => wayBack.value === null && lookIfSeen(), EVERY)
    document.addEventListener('visibilitychange', lookIfSeen)
  })
  onBeforeUnmount(() => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', lookIfSeen)
  })
  return { board, error, refresh, isAway, seenAt, wayBack }
}
