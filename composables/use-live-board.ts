/** Milliseconds between two looks: a change is seen within five seconds, also over a slow network. */
const EVERY = 3_000

/** The board of a class, asked for again while it is looked at. An unchanged board costs an empty answer; a server that is away is waited for. */
export function useLiveBoard(classId: string, showScores: Ref<boolean>) {
  const query = computed(() => ({ class: classId, ...(showScores.value ? { scores: '1' as const } : {}) }))
  const { data, error, refresh } = useFetch('/api/assignments', { query })
  const isAway = computed(() => error.value !== null && error.value !== undefined && data.value !== null)
  const { wayBack, noteWayBack } = useWayBack()
  watch(error, noteWayBack)
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
  return { board: data, error, refresh, isAway, wayBack }
}
