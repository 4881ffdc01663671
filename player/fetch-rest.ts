/** The rest of a package, which comes while the opening is read: what records, the whole lesson, and the activities with their style. */
import { nextPause, type Pauses } from '#shared/attempt/retry'
import type { components } from '../activities/components'
import type { lateParts } from '../components/lesson/late-parts'
import type { LateScoring } from './late-activities'
import type { interactionsIn } from './lms/interactions-in'
import type { scormRecorder } from './lms/scorm-recorder'
import { loadScript, loadStyle } from './load-script'
import type { PackageData } from './package-data'

/** What activities.js brings. */
export interface Activities {
  readonly components: typeof components
  readonly lateParts: typeof lateParts
  readonly scoring: LateScoring
  readonly interactionsIn: typeof interactionsIn
}

declare global {
  interface Window {
    /** Takes what activities.js brings. */
    whosThereActivities?: (activities: Activities) => void
    /** Takes what record.js brings. */
    whosThereRecord?: (recorder: typeof scormRecorder) => void
  }
}

/** A pupil may be waiting for it. Milliseconds. */
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

/** Asks until it has come. */
async function until(ask: () => Promise<boolean>): Promise<void> {
  for (let pause = pauses.first; !await ask(); pause = nextPause(pause, pauses)) await later(pause)
}

/** @returns once it is there what keeps an attempt in an LMS @param root of the package */
export async function fetchRecorder(root: string): Promise<typeof scormRecorder> {
  let recorder: typeof scormRecorder | undefined
  window.whosThereRecord = brought => void (recorder = brought)
  await until(async () => await loadScript(`${root}record.js`) && recorder !== undefined)
  delete window.whosThereRecord
  return recorder as unknown as typeof scormRecorder
}

/** @returns once all of it is there @param opening what the page holds, whose words are told nowhere else */
export async function fetchRest(
  { root, messages }: PackageData,
): Promise<{ readonly lesson: PackageData, readonly activities: Activities }> {
  let lesson: PackageData | undefined
  let activities: Activities | undefined
  window.whosThereActivities = brought => void (activities = brought)
  await Promise.all([
    until(async () => {
      // Taken at once: lesson.<locale>.js writes to the same place.
      if (await loadScript('lesson.js')) lesson = window.whosThere
      return lesson !== undefined
    }),
    until(() => loadStyle(`${root}activities.css`)),
    until(async () => await loadScript(`${root}activities.js`) && activities !== undefined),
  ])
  // Both are there by now, which no type can say.
  const rest = lesson as unknown as PackageData
  return { lesson: { ...rest, messages: { ...messages, ...rest.messages } }, activities: activities as unknown as Activities }
}
