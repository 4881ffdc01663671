/** What an LMS remembers of a lesson between launches, and what the next launch starts with. */
import type { ScormVersion } from '#shared/scorm/package-format'

/** What was stored last for one lesson. */
export interface Kept {
  readonly values: ReadonlyMap<string, string>
  /** In the version's own notation; grows only when a session ends properly. */
  readonly totalTime: string
}

/** How a launch begins: for the first time, in the middle, once more on the same record, or as a new attempt. */
export type Way = 'first' | 'resumed' | 'again' | 'new-attempt'

export interface Opening {
  readonly way: Way
  readonly values: Readonly<Record<string, string>>
}

export interface OpeningTrouble {
  readonly isReview: boolean
  /** Half of the suspend data is lost. */
  readonly isTruncated: boolean
}

const names = {
  1.2: {
    mode: 'cmi.core.lesson_mode',
    credit: 'cmi.core.credit',
    entry: 'cmi.core.entry',
    exit: 'cmi.core.exit',
    totalTime: 'cmi.core.total_time',
    learnerId: 'cmi.core.student_id',
    learnerName: 'cmi.core.student_name',
    // Interactions of 1.2 can only be written: no lesson gets them back.
    ofOneSession: /^cmi\.(?:core\.(?:entry|exit|session_time|total_time|lesson_mode|credit|student_id|student_name)$|interactions\.)/,
    noTime: '00:00:00',
  },
  2004: {
    mode: 'cmi.mode',
    credit: 'cmi.credit',
    entry: 'cmi.entry',
    exit: 'cmi.exit',
    totalTime: 'cmi.total_time',
    learnerId: 'cmi.learner_id',
    learnerName: 'cmi.learner_name',
    ofOneSession: /^(?:cmi\.(?:entry|exit|session_time|total_time|mode|credit|learner_id|learner_name)$|adl\.)/,
    noTime: 'PT0S',
  },
} as const

/**
 * The values that a lesson finds when it is opened (SCORM 1.2 RTE §3.4.4; SCORM 2004 RTE §4.2.8 Entry, §2.1.1 attempts).
 * 1.2 has one record for each pupil and always gives it back. 2004 gives it back only after exit "suspend"; any other exit ends
 * the attempt, and the next launch is a new one.
 */
export function nextOpening(version: ScormVersion, kept: Kept | undefined, { isReview, isTruncated }: OpeningTrouble): Opening {
  const name = names[version]
  const way = wayOf(version, kept)
  const values: Record<string, string> = way === 'first' || way === 'new-attempt' ? {} : carried(version, kept)
  if (isTruncated && values['cmi.suspend_data']) values['cmi.suspend_data'] = firstHalf(values['cmi.suspend_data'])
  return {
    way,
    values: {
      ...values,
      [name.learnerId]: 'test-pupil',
      [name.learnerName]: 'Pupil, Test',
      [name.mode]: isReview ? 'review' : 'normal',
      [name.credit]: isReview ? 'no-credit' : 'credit',
      ...(way === 'again' ? {} : { [name.entry]: way === 'resumed' ? 'resume' : 'ab-initio' }),
      [name.totalTime]: way === 'new-attempt' ? name.noTime : kept?.totalTime ?? name.noTime,
    },
  }
}

/** @returns the total time of a lesson that was never opened */
export function noTime(version: ScormVersion): string {
  return names[version].noTime
}

function wayOf(version: ScormVersion, kept: Kept | undefined): Way {
  if (!kept) return 'first'
  if (kept.values.get(names[version].exit) === 'suspend') return 'resumed'
  return version === '1.2' ? 'again' : 'new-attempt'
}

function carried(version: ScormVersion, kept: Kept | undefined): Record<string, string> {
  return Object.fromEntries([...kept?.values ?? []].filter(([element]) => !names[version].ofOneSession.test(element)))
}

function firstHalf(text: string): string {
  return text.slice(0, Math.floor(text.length / 2))
}
