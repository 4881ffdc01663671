/** Sends what waits, once, in order, until the server says that it has it. Nobody else's word counts. */
import { readCheckAnswer, readEventsAnswer, readRefusal } from '#shared/api/events'
import type { Outbox } from './class-outbox'
import type { Entry } from './waiting'

export type Sent
  /** Nothing waits any more. */
  = | 'sent'
  /** The server could not be reached, is busy, or somebody else answered: later. */
    | 'later'
  /** The pupil is not signed in here any more; it waits for them. */
    | 'signed-out'
  /** The teacher has closed it, or taken it away: it waits for two days, since both may be undone. */
    | 'closed'
  /** The server named some of it that it will never take: that was let go of. */
    | 'refused'

/** An answer as it came; `body` is what its JSON says. Where nobody answered the status is 0. */
export interface Answer { readonly status: number, readonly body: unknown }

export type Post = (path: string, body: object, keepalive: boolean) => Promise<Answer>

/** One request carries so many events; the server takes 400. */
const AT_ONCE = 200

/** @returns whether it looks like a server that works and has something against this one request */
const isServer = ({ status }: Answer) => status > 0 && status < 500 && status !== 429

interface Judged {
  readonly outcome: Sent
  /** Keys of entries that may leave the device. */
  readonly settled: readonly string[]
}

/**
 * Sends everything that waits for a pupil.
 * @param keepalive the page is going: the request may outlive it
 * @returns the worst that happened, for the notice: what is to be tried again before what waits, and that before what was let go of
 */
export async function sendWaiting(outbox: Outbox, pupilId: string, post: Post, keepalive = false): Promise<Sent> {
  const outcomes = new Set<Sent>()
  for (const [assignmentId, entries] of Map.groupBy(await outbox.of(pupilId), entry => entry.assignmentId)) {
    for (const part of parts(entries)) {
      const answer = await post(`/api/my/assignments/${assignmentId}/${part.path}`, { pupilId, ...part.body }, keepalive)
      const { outcome, settled } = part.judge(answer)
      await outbox.remove(settled)
      outcomes.add(outcome)
      // What comes after would fare no better.
      if (outcome === 'signed-out' || (outcome === 'later' && !isServer(answer))) return outcome
      if (outcome === 'closed') await outbox.noteClosed(part.keys)
    }
  }
  return (['later', 'closed', 'refused'] as const).find(outcome => outcomes.has(outcome)) ?? 'sent'
}

/** A whole class wants to leave, so nobody waits for long. Milliseconds. */
const LEAVING_TAKES = 3_000

/**
 * Sends what waits before a pupil leaves a device: afterwards it could only be sent when they sign in there again.
 * @returns whether all of it is sent, but for what waits for a closed lesson to open again
 */
export async function sendBeforeLeaving(outbox: Outbox, pupilId: string, post: Post, within = LEAVING_TAKES): Promise<boolean> {
  await Promise.race([sendWaiting(outbox, pupilId, post), new Promise(resolve => setTimeout(resolve, within))])
  return (await outbox.of(pupilId)).every(({ closedAt }) => closedAt !== undefined)
}

interface Part {
  readonly path: 'events' | 'check'
  readonly body: object
  readonly keys: readonly string[]
  readonly judge: (answer: Answer) => Judged
}

type Keyed = readonly { readonly key: string, readonly id: string }[]

/** Nothing of the request was taken. What the server's own words don't explain is tried again. */
function refusalOf({ status, body }: Answer): Sent {
  if (readRefusal(body) === null) return 'later'
  if (status === 401) return 'signed-out'
  return status === 404 || status === 409 || status === 410 ? 'closed' : 'later'
}

function judgeEvents(sent: Keyed, answer: Answer): Judged {
  const taken = answer.status === 200 ? readEventsAnswer(answer.body) : null
  if (!taken) return { outcome: refusalOf(answer), settled: [] }
  const [held, refused] = [new Set(taken.held), new Set(taken.refused.map(({ id }) => id))]
  const settled = sent.filter(({ id }) => held.has(id) || refused.has(id))
  return {
    outcome: settled.length < sent.length ? 'later' : settled.some(({ id }) => !held.has(id)) ? 'refused' : 'sent',
    settled: settled.map(({ key }) => key),
  }
}

function judgeCheck(key: string, answer: Answer): Judged {
  const taken = answer.status === 200 ? readCheckAnswer(answer.body) : null
  if (!taken) return { outcome: refusalOf(answer), settled: [] }
  return { outcome: taken.held ? 'sent' : 'refused', settled: [key] }
}

const checkOf = ({ kind: _, id: __, ...check }: Extract<Entry['waiting'], { kind: 'check' }>) => check

function parts(entries: readonly Entry[]): Part[] {
  const events = entries.flatMap(({ key, waiting }) =>
    waiting.kind === 'event' ? [{ key, id: waiting.event.id, event: waiting.event }] : [],
  )
  const batches = Array.from({ length: Math.ceil(events.length / AT_ONCE) }, (_, index) =>
    events.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
  )
  return [
    ...batches.map((batch): Part => ({
      path: 'events',
      body: { events: batch.map(({ event }) => event) },
      keys: batch.map(({ key }) => key),
      judge: answer => judgeEvents(batch, answer),
    })),
    ...entries.flatMap(({ key, waiting }): Part[] =>
      waiting.kind === 'check'
        ? [{ path: 'check', body: checkOf(waiting), keys: [key], judge: answer => judgeCheck(key, answer) }]
        : [],
    ),
  ]
}
