/**
 * Two windows with the same lesson of the same package: the newer one asks, the older one hands its attempt over and stops writing.
 * Messages stay between windows of one browser and address; nothing is stored.
 */
import type { Attempt } from '#shared/attempt/attempt'
import type { Outline } from '#shared/lesson/outline'
import { decodeAttempt, encodeAttempt } from '#shared/attempt/suspend-data'

export interface OtherWindows {
  /** Takes over from whichever window has the lesson open. @returns its attempt, null when there is none */
  ask(): Promise<Attempt | null>
  close(): void
}

interface Host {
  readonly BroadcastChannel?: typeof BroadcastChannel
  readonly location?: Pick<Location, 'pathname'>
  setTimeout(handler: () => void, milliseconds: number): number
}

/** How long another window has to answer, in milliseconds. */
const ANSWER_WITHIN = 200

/**
 * @param handOver called when a newer window asks; gives the attempt, or null where there is nothing to hand over
 * @returns null in browsers that cannot
 */
export function otherWindows(outline: Outline, host: Host, { handOver }: { handOver: () => Attempt | null }): OtherWindows | null {
  if (!host.BroadcastChannel) return null
  // By the package's own folder, so that two imports of a lesson never meet.
  const channel = new host.BroadcastChannel(`whos-there:${host.location?.pathname}`)
  let answered: (attempt: Attempt | null) => void = () => {}
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data === 'who has it?') {
      const attempt = handOver()
      if (attempt) channel.postMessage(encodeAttempt(attempt))
      return
    }
    const decoded = decodeAttempt(outline, data)
    if (decoded.kind === 'attempt') answered(decoded.attempt)
  }
  return {
    ask: () => new Promise((resolve) => {
      answered = resolve
      channel.postMessage('who has it?')
      host.setTimeout(() => resolve(null), ANSWER_WITHIN)
    }),
    close: () => channel.close(),
  }
}
