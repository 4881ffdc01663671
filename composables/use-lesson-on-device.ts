import type { Attempt } from '#shared/attempt/attempt'
import type { Recorder } from '#shared/attempt/recorder'
import { encodeAttempt } from '#shared/attempt/suspend-data'
import type { PlayerLesson } from '#activities/lesson'
import { pictureFile, picturesOf } from '#activities/pictures'
import { bringLesson, leaveLesson } from '~/utils/device/lesson-on-device'
import { tabMemory } from '~/utils/device/tab-memory'

/** What this tab remembers of its lesson. Only in the browser. */
export function useTabMemory() {
  const { app } = useRuntimeConfig()
  return tabMemory({ storage: () => window.sessionStorage, now: () => Date.now(), build: String(app.buildId) })
}

interface Page { readonly lesson: PlayerLesson }

/**
 * Keeps an open lesson on the device until it ends, so that it goes on without a network, also after a reload.
 * @param page what the page was given, now or once it has all of it; nobody's name is in it
 * @param options `place`: nobody else on this device remembers where the pupil is, as a guest's recorder does
 * @returns the recorder, which ends what is kept with the lesson
 */
export function useLessonOnDevice<T extends Recorder>(
  page: Page | Promise<Page>,
  recorder: T,
  { place }: { place: boolean },
): T {
  const { path } = useRoute()
  const { baseURL } = useRuntimeConfig().app
  const memory = useTabMemory()
  const keepPlace = (attempt: Attempt) => memory.place(place ? encodeAttempt(attempt) : '')
  const keep = (whole: Page) => memory.keep(path, whole)
  if (page instanceof Promise) void page.then(keep)
  else keep(page)
  // After everything that the pupil waits for.
  onNuxtReady(async () => {
    const { lesson } = await page
    await bringLesson(baseURL, picturesOf(lesson).map(id => baseURL + pictureFile(id)))
  })
  return {
    ...recorder,
    async resume() {
      const resumed = await recorder.resume()
      if (resumed.kind === 'resume') keepPlace(resumed.attempt)
      return resumed
    },
    record(attempt) {
      recorder.record(attempt)
      keepPlace(attempt)
    },
    finish(attempt) {
      recorder.finish(attempt)
      memory.forget()
      void leaveLesson()
    },
  }
}
