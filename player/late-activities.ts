/**
 * The activities of a package, which come in a script of their own while the opening is read: what a pupil needs first comes first.
 * The player's build takes this in the place of activities/components.ts.
 */
import { shallowReactive, type Component } from 'vue'
import { nextPause, type Pauses } from '#shared/attempt/retry'
import type { ActivityType } from '#activities/schemas'
import { loadScript, loadStyle } from './load-script'

declare global {
  interface Window {
    /** Takes what activities.js brings. */
    whosThereActivities?: (components: Readonly<Record<ActivityType | 'ending', Component>>) => void
  }
}

/** Empty until they have come. A screen that is there before says so, and goes on by itself. */
export const components = shallowReactive<{ [T in ActivityType | 'ending']?: Component }>({})

/** A pupil may be waiting for them. Milliseconds. */
const pauses: Pauses = { first: 500, longest: 8_000 }

/** @returns after some time, or at once when the device is back on a network */
const later = (pause: number) => new Promise<void>((resolve) => {
  const goOn = () => {
    clearTimeout(timer)
    window.removeEventListener('online', goOn)
    resolve()
  }
  const timer = setTimeout(goOn, pause)
  window.addEventListener('online', goOn)
})

/** Asks for them until they have come. @param root of the package */
export async function fetchActivities(root: string): Promise<void> {
  window.whosThereActivities = brought => void Object.assign(components, brought)
  let hasStyle = false
  for (let pause = pauses.first; ; pause = nextPause(pause, pauses)) {
    // The style first: nothing is shown without it.
    hasStyle ||= await loadStyle(`${root}activities.css`)
    if (hasStyle && await loadScript(`${root}activities.js`)) return
    await later(pause)
  }
}
