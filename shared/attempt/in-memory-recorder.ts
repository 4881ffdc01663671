/** A recorder that keeps the attempt in memory: for previews, the gallery and tests. */
import type { Attempt } from '#shared/attempt/attempt'
import type { Recorder, Resumed } from '#shared/attempt/recorder'

/** @returns a recorder and the attempts it was given, newest last */
export function inMemoryRecorder(
  resumed: Resumed = { kind: 'fresh' },
): Recorder & { readonly recorded: Attempt[], finished: Attempt | null } {
  const recorded: Attempt[] = []
  return {
    recorded,
    finished: null,
    resume: async () => resumed,
    takeOver: async () => recorded[recorded.length - 1] ?? ('attempt' in resumed ? resumed.attempt : null),
    record(attempt) {
      recorded.push(attempt)
    },
    finish(attempt) {
      this.finished = attempt
    },
    clear() {
      recorded.length = 0
    },
    saveAgain() {},
    onSaving: listener => listener('saved'),
  }
}
