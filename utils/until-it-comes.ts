import { nextPause, type Pauses } from '#shared/attempt/retry'

/** A pupil may be waiting for it. Milliseconds. */
const pauses: Pauses = { first: 500, longest: 8_000 }

/**
 * Asks until it has come, at longer and longer pauses.
 * @param isGone whether nobody waits for it any more
 * @returns what has come, or undefined where nobody waits for it
 */
export async function untilItComes<T>(ask: () => Promise<T>, isGone: () => boolean): Promise<T | undefined> {
  for (let pause = pauses.first; !isGone(); pause = nextPause(pause, pauses)) {
    try {
      return await ask()
    }
    catch {
      await new Promise<void>(resolve => setTimeout(resolve, pause))
    }
  }
  return undefined
}
