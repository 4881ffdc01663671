/** Messages that arrive one by one, as in an app. Where nothing shall move, all stand there at once; and nothing waits for them. */
import { onBeforeUnmount, ref, watch } from 'vue'

/** Milliseconds for which dots say that somebody types. */
const TYPING = 900
/** Milliseconds to read what has come, for each letter of it, and at most. */
const READING = 20
const MOST_READING = 2000

/** Nothing moves for who has asked the device or the lesson for stillness: one switch of the style says both. */
const moves = () =>
  typeof document !== 'undefined' && Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--motion')) > 0

interface Line {
  readonly text: string
  /** Written by the pupil's own character: nobody waits for it. */
  readonly isMine: boolean
}

/**
 * @param lines all there are to be; when more come, those that were there before stand at once
 * @param isFresh nobody has seen them yet; otherwise what is there at first stands there
 * @returns `shown`: how many stand there; `isTyping`; `showAll`
 */
export function useArrival(lines: () => readonly Line[], isFresh: boolean) {
  const total = () => lines().length
  const shown = ref(isFresh && moves() ? Math.min(1, total()) : total())
  const isTyping = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined

  function show() {
    isTyping.value = false
    shown.value++
    wait()
  }

  function type() {
    if (lines()[shown.value]?.isMine) return show()
    isTyping.value = true
    timer = setTimeout(show, TYPING)
  }

  function wait() {
    clearTimeout(timer)
    isTyping.value = false
    if (shown.value >= total()) return
    const last = lines()[shown.value - 1]
    timer = setTimeout(type, !last || last.isMine ? 0 : Math.min(MOST_READING, last.text.length * READING))
  }

  watch(total, (now, before) => {
    shown.value = moves() ? Math.min(before, now) : now
    while (lines()[shown.value]?.isMine) shown.value++
    wait()
  })
  wait()
  onBeforeUnmount(() => clearTimeout(timer))

  return {
    shown,
    isTyping,
    showAll: () => {
      shown.value = total()
      wait()
    },
  }
}
