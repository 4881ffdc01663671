import { deviceOutbox } from '~/utils/class-work/class-outbox'
import { classRecorder, type ClassAttempt } from '~/utils/class-work/class-recorder'
import { ownAnswers, tabStorage } from '~/utils/class-work/own-answers'
import { postJson, postJsonOf } from '~/utils/class-work/post-json'
import { LTI_KEY } from '#shared/api/lti-key'
import { readStateAnswer } from '#shared/api/events'

/** Where the pupil is, as the server knows it; null where it cannot be asked. */
async function askState(assignmentId: string, headers: Readonly<Record<string, string>>): Promise<string | null> {
  try {
    return readStateAnswer(await $fetch<unknown>(`/api/my/assignments/${assignmentId}/state`, { headers }))
  }
  catch {
    return null
  }
}

/**
 * The recorder of a pupil's assignment; sends once more when the page goes out of sight. Only in the browser.
 * @param ltiKey of a pupil who came from an LMS
 */
export function useClassRecorder(attempt: ClassAttempt, ltiKey?: string) {
  const headers: Readonly<Record<string, string>> = ltiKey === undefined ? {} : { [LTI_KEY]: ltiKey }
  const recorder = classRecorder(attempt, {
    outbox: deviceOutbox(),
    post: ltiKey === undefined ? postJson : postJsonOf(headers),
    ask: assignmentId => askState(assignmentId, headers),
    own: ownAnswers(tabStorage()),
    now: () => Date.now(),
    newId: () => crypto.randomUUID(),
    later: (then, after) => setTimeout(then, after),
  })
  const leave = () => document.visibilityState === 'hidden' && recorder.leave()
  document.addEventListener('visibilitychange', leave)
  window.addEventListener('online', recorder.saveAgain)
  onBeforeUnmount(() => {
    recorder.leave()
    document.removeEventListener('visibilitychange', leave)
    window.removeEventListener('online', recorder.saveAgain)
  })
  return recorder
}
