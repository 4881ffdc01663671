import type { Outline } from '#shared/lesson/outline'
import { guestRecorder } from '~/utils/device/guest-recorder'

const ASK_NEXT = 'whos-there:ask-next'

/** The next reload of this tab counts as a new visit. */
export function askNextTime() {
  try {
    sessionStorage.setItem(ASK_NEXT, '')
  }
  catch {
    // Without a storage there is no attempt to ask about.
  }
}

/** A play page that was reached by a link in this document is a new visit, however the document itself was loaded. */
let hasPlayed = false

function isReload(): boolean {
  const [entry] = performance.getEntriesByType('navigation')
  const isFirst = !hasPlayed && useNuxtApp().isHydrating === true
  hasPlayed = true
  try {
    if (sessionStorage.getItem(ASK_NEXT) !== null) {
      sessionStorage.removeItem(ASK_NEXT)
      return false
    }
  }
  catch {
    return false
  }
  return isFirst && entry instanceof PerformanceNavigationTiming && entry.type === 'reload'
}

/** The recorder of this device's guest, closed with the page. Only in the browser. */
export function useGuestRecorder(outline: Outline) {
  const recorder = guestRecorder(outline, {
    storage: () => window.localStorage,
    channel: name => 'BroadcastChannel' in window ? new BroadcastChannel(name) : null,
    isReload: isReload(),
    tab: crypto.getRandomValues(new Uint32Array(2)).join('').slice(0, 16),
    now: () => Date.now(),
  })
  onBeforeUnmount(() => recorder.close())
  return recorder
}
