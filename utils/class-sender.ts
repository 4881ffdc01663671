/** Sends what waits, once, in order, until the server says that it has it. */
import type { Entry, Outbox } from './class-outbox'

export type Sent
  /** Nothing waits any more. */
  = | 'sent'
  /** The server could not be reached or is busy: later. */
    | 'later'
  /** The pupil is not signed in here any more; it waits for them. */
    | 'signed-out'
  /** The teacher has closed it: there is nothing left to send. */
    | 'closed'
  /** It is gone for good (taken away, or the pupil's in another class now), or cannot be read: it was let go of. */
    | 'refused'

/** @returns the status of the answer, or 0 where there was none */
export type Post = (path: string, body: object, keepalive: boolean) => Promise<number>

/** One request carries so many events; the server takes 400. */
const AT_ONCE = 200

const judged = (status: number): Sent | 'taken' => {
  if (status >= 200 && status < 300) return 'taken'
  if (status === 401) return 'signed-out'
  if (status === 409) return 'closed'
  // What the server cannot read today it will not be able to read tomorrow; holding on to it would block all that follows.
  return status === 400 || status === 404 || status === 410 || status === 413 ? 'refused' : 'later'
}

/**
 * Sends everything that waits for a pupil.
 * @param keepalive the page is going: the request may outlive it
 */
export async function sendWaiting(outbox: Outbox, pupilId: string, post: Post, keepalive = false): Promise<Sent> {
  let result: Sent = 'sent'
  for (const [assignmentId, entries] of Map.groupBy(await outbox.of(pupilId), entry => entry.assignmentId)) {
    for (const part of parts(entries)) {
      const outcome = judged(await post(`/api/my/assignments/${assignmentId}/${part.path}`, { pupilId, ...part.body }, keepalive))
      if (outcome === 'later' || outcome === 'signed-out') return outcome
      await outbox.remove(part.keys)
      if (outcome !== 'taken') result = outcome
    }
  }
  return result
}

/** A whole class wants to leave, so nobody waits for long. Milliseconds. */
const LEAVING_TAKES = 3_000

/** Sends what waits before a pupil leaves a device: afterwards it could only be sent when they sign in there again. @returns whether all of it is sent */
export async function sendBeforeLeaving(outbox: Outbox, pupilId: string, post: Post, within = LEAVING_TAKES): Promise<boolean> {
  await Promise.race([sendWaiting(outbox, pupilId, post), new Promise(resolve => setTimeout(resolve, within))])
  return (await outbox.of(pupilId)).length === 0
}

interface Part { readonly path: 'events' | 'check', readonly body: object, readonly keys: readonly string[] }

function parts(entries: readonly Entry[]): Part[] {
  const events = entries.flatMap(({ key, waiting }) => waiting.kind === 'event' ? [{ key, event: waiting.event }] : [])
  const batches = Array.from({ length: Math.ceil(events.length / AT_ONCE) }, (_, index) => events.slice(index * AT_ONCE, (index + 1) * AT_ONCE))
  return [
    ...batches.map((batch): Part => ({ path: 'events', body: { events: batch.map(({ event }) => event) }, keys: batch.map(({ key }) => key) })),
    ...entries.flatMap(({ key, waiting }): Part[] => waiting.kind === 'check' ? [{ path: 'check', body: { form: waiting.form, answers: waiting.answers }, keys: [key] }] : []),
  ]
}
