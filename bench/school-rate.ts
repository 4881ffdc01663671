/**
 * A school's pupils as they are: each answers about every ten seconds and knows nothing of the others, so answers come at random
 * moments (a Poisson process), whether or not those before have been met. An answer's time counts from the moment at which its
 * pupil pressed the button, so that one that had to wait to be sent is not made to look quick.
 */
import { Agent, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { seededRandom } from '#shared/attempt/random'
import { newId } from '../server/platform/security/tokens.ts'

export interface Seat { readonly pupilId: string, readonly assignmentId: string, readonly cookie: string }

export interface SchoolAnswers {
  /** Milliseconds of each answer, from its moment until the server's answer has come. */
  readonly times: readonly number[]
  /** Milliseconds by which each was sent late: the bench's own share, which is in `times` too. */
  readonly late: readonly number[]
  readonly refused: number
}

export const percentile = (times: readonly number[], share: number) =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN

/** Sends one answer. @returns whether it was taken */
function answer(address: string, agent: Agent, { pupilId, assignmentId, cookie }: Seat): Promise<boolean> {
  const body = JSON.stringify({ pupilId, events: [{ id: newId(), change: { kind: 'arrived', screen: 'our-secret' } }] })
  return new Promise((resolve) => {
    const sent = request(
      `${address}/api/my/assignments/${assignmentId}/events`,
      { method: 'POST', agent, headers: { 'content-type': 'application/json', 'content-length': body.length, cookie } },
      (came) => {
        came
          .resume()
          .on('end', () => resolve(came.statusCode === 200))
          .on('error', () => resolve(false))
      },
    )
    sent.on('error', () => resolve(false)).end(body)
  })
}

/** @param perSecond answers of all pupils together, on average */
export async function schoolAnswers(
  address: string,
  seats: readonly Seat[],
  { perSecond, seconds }: { perSecond: number, seconds: number },
): Promise<SchoolAnswers> {
  const agent = new Agent({ keepAlive: true })
  const random = seededRandom(1)
  const [times, late, under]: [number[], number[], Promise<void>[]] = [[], [], []]
  let refused = 0
  const began = performance.now()
  for (let due = 0, next = 0; due < seconds * 1000; due += (-Math.log(1 - random()) * 1000) / perSecond) {
    const moment = began + due
    while (performance.now() < moment) await wait(Math.max(0, Math.floor(moment - performance.now())))
    late.push(performance.now() - moment)
    under.push(
      answer(address, agent, seats[next++ % seats.length] as Seat).then((isTaken) => {
        times.push(performance.now() - moment)
        if (!isTaken) refused += 1
      }),
    )
  }
  await Promise.all(under)
  agent.destroy()
  return { times, late, refused }
}

/** For a row of the bench. */
export const told = ({ times, late, refused }: SchoolAnswers) =>
  `median ${percentile(times, 0.5).toFixed(0)}, p99 ${percentile(times, 0.99).toFixed(0)}, longest ${Math.max(...times).toFixed(0)} ms (sent late by p99 ${percentile(late, 0.99).toFixed(0)} ms), ${refused} refused`
