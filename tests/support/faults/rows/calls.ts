/** Each function of the LMS, answering in each wrong way. */
import { scorm, scorm2004, type FaultFormat, type FaultRow, type LmsCall, type Misbehaviour, type Outcome } from '../row.ts'

/** `lost` is the network's doing, not a call's: see saving.ts. */
type Way = Exclude<Misbehaviour, 'lost'>

const ways: Readonly<Record<Way, readonly [title: string, lms: string]>> = {
  false: ['answers "false"', 'does nothing and answers "false", error 101.'],
  throws: ['throws', 'throws an exception.'],
  undefined: ['answers nothing', 'does its work and returns undefined.'],
  number: ['answers with a number', 'does its work and returns a number instead of text.'],
  nothing: ['neither works nor answers', 'does nothing and returns null, error 391.'],
}

interface Behaviour {
  readonly outcome: Outcome
  readonly pupil: string
  readonly reported: string
  readonly formats?: readonly FaultFormat[]
  readonly forgets?: true
}

const fine: Behaviour = { outcome: 'recorded', pupil: 'Nothing.', reported: 'Passed, 100.' }
const untracked: Behaviour = {
  outcome: 'not-recorded',
  pupil: 'A calm notice: results are not recorded. The lesson works.',
  reported: 'Nothing.',
}
const unsaved: Behaviour = {
  outcome: 'unsaved',
  pupil: 'A calm notice: saving does not work just now, with a way to try again. The lesson works.',
  reported: 'Nothing is taken; the page says so.',
}
/** In 2004 Terminate takes what no Commit has taken. */
const lateButFine: Behaviour = {
  ...fine,
  pupil: 'A calm notice until the lesson is finished.',
  reported: 'Passed, 100, when the lesson is finished.',
  formats: scorm2004,
}
const forgetful: Behaviour = {
  ...fine,
  pupil: 'Every visit starts at the beginning.',
  reported: 'Passed, 100; a later visit takes nothing back.',
  forgets: true,
}
const only12: Behaviour = {
  ...unsaved,
  formats: ['scorm12'],
  reported: 'What LMSFinish takes when the page is closed; until then the page says that it is not saved.',
}
const committedBefore: Behaviour = { ...fine, reported: 'Passed, 100: all of it was saved before.' }

const behaviours: Readonly<Record<LmsCall, Readonly<Partial<Record<Way, readonly Behaviour[]>>>>> = {
  Initialize: { false: [untracked], throws: [untracked], undefined: [fine], number: [fine], nothing: [untracked] },
  GetValue: { false: [forgetful], throws: [forgetful], undefined: [forgetful], number: [fine], nothing: [forgetful] },
  SetValue: { false: [unsaved], throws: [unsaved], undefined: [fine], number: [fine], nothing: [unsaved] },
  Commit: {
    false: [only12, lateButFine],
    throws: [only12, lateButFine],
    undefined: [fine],
    number: [fine],
    nothing: [only12, lateButFine],
  },
  Terminate: { false: [committedBefore], throws: [committedBefore], undefined: [fine], number: [fine], nothing: [committedBefore] },
}

function rowsOf(call: LmsCall): FaultRow[] {
  const ofCall = Object.entries(behaviours[call]) as [Way, readonly Behaviour[]][]
  return ofCall.flatMap(([does, found]) => found.map(({ formats = scorm, ...behaviour }) => ({
    id: `${call.toLowerCase()}-${does}${formats === scorm ? '' : formats === scorm2004 ? '-2004' : '-12'}`,
    title: `${call} ${ways[does][0]}`,
    lms: `Every ${call} ${ways[does][1]}`,
    formats,
    manner: { faults: [{ call, does, ...(does === 'nothing' ? { error: '391' } : {}) }] },
    ...behaviour,
  })))
}

export const callRows: readonly FaultRow[] = (Object.keys(behaviours) as LmsCall[]).flatMap(rowsOf)
