import { atHand } from '#activities/at-hand'
import { untilItComes } from '~/utils/until-it-comes'

/**
 * Brings the components of activities while the opening of a lesson is read, and asks again until they have come.
 * @param whole resolves once the page has the whole lesson, into which they look
 */
export function useActivities(whole: Promise<unknown> = Promise.resolve()): void {
  let isGone = false
  onBeforeUnmount(() => isGone = true)
  onMounted(async () => {
    const brought = await untilItComes(() => import('#activities/components'), () => isGone)
    await whole
    // What is done on the screens looks into them, so they are there before.
    await nextTick()
    if (brought && !isGone) Object.assign(atHand, brought.components)
  })
}
