/** Leave this page: Shift three times does what the button does. Esc would stop the very page load that leaving starts. */
import { onBeforeUnmount, onMounted } from 'vue'

const PRESSES = 3
/** Milliseconds in which the presses have to come, so that ordinary typing never leaves. */
const WITHIN = 1_500

/** @param leave called once Shift has been pressed three times in a row with no other key between */
export function useShiftThreeTimes(leave: () => void) {
  let presses: number[] = []
  function onKey(event: KeyboardEvent) {
    if (event.key !== 'Shift') {
      presses = []
      return
    }
    if (event.repeat) return
    presses = [...presses, event.timeStamp].filter(time => event.timeStamp - time < WITHIN)
    if (presses.length >= PRESSES) leave()
  }
  onMounted(() => window.addEventListener('keydown', onKey))
  onBeforeUnmount(() => window.removeEventListener('keydown', onKey))
}
