import type { PlayerLesson } from '#activities/lesson'
import type { Recorder } from '#shared/attempt/recorder'
import { untilItComes } from '~/utils/until-it-comes'

interface HasLesson {
  readonly lesson: PlayerLesson
}

/**
 * The lesson of a page that holds its opening alone: the rest is brought once that works.
 * @param page what the page was given
 * @param bring the whole lesson, rejecting where it does not come; it is asked for again. Null where the page has it already
 */
export function useWholeLesson<Page extends HasLesson>(page: Page, bring: (() => Promise<Page>) | null) {
  const lesson = shallowRef(page.lesson)
  let isGone = false
  onBeforeUnmount(() => isGone = true)
  const whole = bring === null
    ? Promise.resolve(page)
    : new Promise<Page>(resolve => onMounted(async () => {
        const brought = await untilItComes(bring, () => isGone)
        if (!brought) return
        lesson.value = brought.lesson
        // The player has it before anybody looks into its screens.
        await nextTick()
        resolve(brought)
      }))
  return { lesson, whole }
}

/** @returns the recorder, with which nobody goes on from an earlier visit before the whole lesson is there */
export const behindWhole = <R extends Recorder>(recorder: R, whole: Promise<unknown>): R => ({
  ...recorder,
  async resume() {
    const resumed = await recorder.resume()
    if (resumed.kind !== 'fresh') await whole
    return resumed
  },
  async takeOver() {
    await whole
    return recorder.takeOver()
  },
})
