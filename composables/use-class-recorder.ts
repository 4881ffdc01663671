import { deviceOutbox } from '~/utils/class-work/class-outbox'
import { classRecorder, type ClassAttempt } from '~/utils/class-work/class-recorder'
import { ownAnswers, tabStorage } from '~/utils/class-work/own-answers'
import { postJson } from '~/utils/class-work/post-json'
import { readStateAnswer } from '#shared/api/events'

/** Where the pupil is, as the server knows it; null where it cannot be asked. */
async function askState(assignmentId: string): Promise<string | null> {
  try {
    return readStateAnswer(await $fetch<unknown>(`/api/my/assignments/${assignmentId}/state`))
  }
  catch {
    return null
  }
}

/** The recorder of a pupil's assignment; sends once more when the page goes out of sight. Only in the browser. */
export function useClassRecorder(attempt: ClassAttempt) {
  const recorder = classRecorder(attempt, {
    outbox: deviceOutbox(),
    post: postJson,
    ask: askState,
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
