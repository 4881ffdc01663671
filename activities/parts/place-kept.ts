/** What is true of a pupil's place in the lesson, for whoever wants to stop half-way. */
import type { Saving } from '#shared/attempt/recorder'

/** `device`: this device alone. `lms`: an LMS, or the school's own server. `none`: nobody. */
export type KeptBy = 'device' | 'lms' | 'none'

/** @returns the message about it: kept, kept on this device for a day, not yet, or by nobody */
export function placeKept(host: KeptBy, saving: Saving): 'kept' | 'device' | 'not-yet' | 'none' {
  if (host === 'none') return 'none'
  switch (saving) {
    case 'not-recorded':
    case 'reopen':
    case 'review':
    case 'closed':
    case 'taken-over':
      return 'none'
    case 'saved':
      return host === 'device' ? 'device' : 'kept'
    default:
      return 'not-yet'
  }
}
