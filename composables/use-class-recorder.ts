import { deviceOutbox } from '~/utils/class-work/class-outbox'
import { classRecorder, type ClassAttempt } from '~/utils/class-work/class-recorder'
import { onceWhole } from '~/utils/class-work/once-whole'
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
 * @param options `ltiKey` of a pupil who came from an LMS; `whole` resolves to the whole lesson, where `attempt` has its opening alone
 */
export function useClassRecorder(
  attempt: ClassAttempt,
  { ltiKey, whole = null }: { readonly ltiKey?: string | undefined, readonly whole?: Promise<Pick<ClassAttempt, 'lesson' | 'state'>> | null } = {},
) {
  const headers: Readonly<Record<string, string>> = ltiKey === undefined ? {} : { [LTI_KEY]: ltiKey }
  const device = {
    outbox: deviceOutbox(),
    post: ltiKey === undefined ? postJson : postJsonOf(headers),
    ask: (assignmentId: string) => askState(assignmentId, headers),
    own: ownAnswers(tabStorage()),
    now: () => Date.now(),
    newId: () => crypto.randomUUID(),
    later: (then: () => void, after: number) => setTimeout(then, after),
  }
  const { pupilId, assignmentId, outline } = attempt
  const isNew = async () =>
    attempt.state === null && Object.keys(device.own.of(pupilId, `${assignmentId}.${outline.lessonVersion}`)).length === 0
    && !(await device.outbox.of(pupilId)).some(entry => entry.assignmentId === assignmentId)
  const recorder = whole === null
    ? classRecorder(attempt, device)
    : onceWhole(whole.then(({ lesson, state }) => classRecorder({ ...attempt, lesson, state }, device)), isNew)
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
