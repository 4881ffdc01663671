import { LTI_KEY } from '#shared/api/lti-key'
import type { MyLesson, MyOpening } from '#shared/api/my'
import { isNoAnswer } from '#shared/api/mark'
import type { PlayerLesson } from '#activities/lesson'

type Mine = MyLesson<PlayerLesson>

/** What a page of a pupil's lesson was given. */
export interface AssignedPage {
  readonly id: string
  readonly mine: Mine
  /** Brings the whole lesson, where the page has its opening alone. */
  readonly bring: (() => Promise<Mine>) | null
  /** Of whoever came from an LMS. */
  readonly ltiKey: string | undefined
}

/**
 * A pupil's lesson, for its page. One that comes from the server holds the opening, so that a slow line has the rest behind it; who
 * goes on in the middle gets all of it.
 * @param ltiKey of a page inside an LMS
 * @returns the lesson, or why there is none
 */
export async function useAssignedLesson(id: string, ltiKey?: string) {
  const address = `/api/my/assignments/${id}`
  const query = useAskedLocale()
  const headers: Record<string, string> = ltiKey === undefined ? {} : { [LTI_KEY]: ltiKey }
  const isOpening = import.meta.server || useNuxtApp().isHydrating === true
  const { path } = useRoute()
  const memory = useTabMemory()
  const { data: found, error } = await useFetch<Mine | MyOpening<PlayerLesson>>(isOpening ? `${address}/opening` : address, { query, headers })
  /** Without a network a reload goes on with what this tab remembers. */
  const kept = import.meta.client && isNoAnswer(error.value) ? memory.kept(path) : null
  const remembered = kept && { ...kept.page as Mine, state: kept.state ?? (kept.page as Mine).state }
  const mine = found.value ?? remembered
  const hasRest = found.value !== undefined && 'isWhole' in found.value && !found.value.isWhole
  const page: AssignedPage | null = mine && {
    id,
    mine,
    bring: hasRest ? () => $fetch<Mine>(address, { query, headers }) : null,
    ltiKey,
  }
  return { page, error }
}
