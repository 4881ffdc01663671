/** Keeps one guest's lesson from the next one's eyes. */
import { askNextTime } from '~/composables/use-guest-recorder'
import { clearGuestAttempts } from '~/utils/device/guest-recorder'
import { forgetOldLessons } from '~/utils/device/lesson-on-device'

export default defineNuxtPlugin(() => {
  void forgetOldLessons(Date.now())
  // To ask is to let what has lain for too long go.
  useTabMemory().kept('')
  clearGuestAttempts({ storage: () => window.localStorage, now: () => Date.now() }, 'expired')
  // Back brought a page out of the browser's memory, just as the last child left it: load it anew, and ask.
  window.addEventListener('pageshow', (event) => {
    if (!event.persisted) return
    askNextTime()
    window.location.reload()
  })
})
