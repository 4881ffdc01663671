import { atHand } from '#activities/at-hand'
import { nextPause, type Pauses } from '#shared/attempt/retry'

/** A pupil may be waiting for them. Milliseconds. */
const pauses: Pauses = { first: 500, longest: 8_000 }

/** Brings the components of activities while the opening of a lesson is read, and asks again until they have come. */
export function useActivities(): void {
  let isGone = false
  onBeforeUnmount(() => isGone = true)
  onMounted(async () => {
    for (let pause = pauses.first; !isGone; pause = nextPause(pause, pauses)) {
      try {
        const { components } = await import('#activities/components')
        Object.assign(atHand, components)
        return
      }
      catch {
        await new Promise<void>(resolve => setTimeout(resolve, pause))
      }
    }
  })
}
