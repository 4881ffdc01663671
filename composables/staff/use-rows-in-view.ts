/** As many where nobody has measured yet: in a window of 1366 by 768 with nothing above that can be undone. */
const USUAL = 3.5
/** Where two columns begin, in `rem`. */
const TWO_COLUMNS = 60
/** Fewer would say nothing. */
const FEWEST = 1
/** In `rem`: a row with its line, the heading above the rows, and the page's end with the ways on below it. */
const [ROW, HEADING, END] = [5.5625, 2.25, 5.5]

/**
 * How many rows fit into the window below what stands above them. In a narrow one, where columns stand below each other, as many
 * lessons as usual, and all of the rest.
 * @param list what the rows stand in
 * @returns how many, with parts of one; `less(rem)` says how many where something of that height stands below them
 */
export function useRowsInView(list: Readonly<Ref<HTMLElement | null>>) {
  const room = ref(USUAL)
  /** Columns stand below each other, and the page is scrolled. */
  const isNarrow = ref(false)
  function measure() {
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
    const above = list.value && list.value.getBoundingClientRect().top + window.scrollY
    isNarrow.value = window.innerWidth < TWO_COLUMNS * rem
    if (above !== null) room.value = ((window.innerHeight - above) / rem - HEADING - END) / ROW
  }
  let observer: ResizeObserver | undefined
  onMounted(() => {
    measure()
    window.addEventListener('resize', measure)
    // What stands above comes and goes: a note, what can be undone.
    observer = new ResizeObserver(measure)
    observer.observe(document.body)
  })
  watch(list, measure, { flush: 'post' })
  onBeforeUnmount(() => {
    window.removeEventListener('resize', measure)
    observer?.disconnect()
  })
  const less = (rem: number) => isNarrow.value ? Infinity : Math.max(FEWEST, room.value - rem / ROW)
  return { rows: computed(() => isNarrow.value ? USUAL : less(0)), less }
}
