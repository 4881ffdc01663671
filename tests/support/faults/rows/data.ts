/** What the LMS has kept, and how it wants the lesson to be taken. */
import { scorm, type FaultRow } from '../row.ts'

const recorded = { pupil: 'Nothing.', reported: 'Passed, 100.', formats: scorm, outcome: 'recorded' } as const
const afresh = { ...recorded, pupil: 'The lesson starts at the beginning, and a notice says so.' } as const
const looking = { pupil: 'A calm notice: nothing is recorded this time.', reported: 'Nothing is written.', formats: scorm, outcome: 'review' } as const
const heldBefore = { ...recorded, scenario: 'passed-before', reported: 'The pass and the score that the LMS holds stay.' } as const

export const dataRows: readonly FaultRow[] = [
  { id: 'data-cut', title: 'Saved data cut off', lms: 'It gives back only the first half of the suspend data.', ...afresh, tampering: 'cut' },
  { id: 'data-corrupted', title: 'Saved data corrupted', lms: 'One character of the suspend data is another one.', ...afresh, tampering: 'corrupted' },
  { id: 'data-other-lesson', title: 'Saved data of another lesson', lms: 'It gives back the suspend data of another lesson.', ...afresh, tampering: 'other-lesson' },
  { id: 'data-older-version', title: 'Saved data of an older edition', lms: 'The lesson was replaced by a newer edition meanwhile.', ...afresh, tampering: 'older-version' },
  { id: 'data-future-format', title: 'Saved data of a later player', lms: 'The suspend data has a format that this player does not know.', ...afresh, tampering: 'future-format' },
  { id: 'data-gone', title: 'Resumed with nothing saved', lms: 'Entry says "resume", but the suspend data is empty.', ...recorded, pupil: 'The lesson starts at the beginning.', manner: { entry: 'resume' }, tampering: 'gone' },
  { id: 'passed-then-cut', title: 'Passed before, then cut off', lms: 'It holds a pass, and gives back only half of the suspend data.', ...heldBefore, tampering: 'cut' },
  { id: 'passed-then-gone', title: 'Passed before, then nothing saved', lms: 'It holds a pass, but the suspend data is empty.', ...heldBefore, tampering: 'gone' },
  { id: 'passed-then-mute', title: 'Passed before, then no values', lms: 'It holds a pass, but every GetValue throws an exception.', ...heldBefore, manner: { faults: [{ call: 'GetValue', does: 'throws' }] } },
  { id: 'passed-then-review', title: 'Passed before, then review', lms: 'It holds a pass and opens the lesson in the mode "review", in which some LMSs still take what is written.', ...heldBefore, manner: { mode: 'review' } },
  { id: 'mode-review', title: 'Review', lms: 'It opens the lesson in the mode "review".', ...looking, manner: { mode: 'review' } },
  { id: 'mode-browse', title: 'Browse', lms: 'It opens the lesson in the mode "browse".', ...looking, manner: { mode: 'browse' } },
  { id: 'no-credit', title: 'No credit', lms: 'It opens the lesson as "no-credit".', ...recorded, reported: 'Passed, 100; the LMS makes of it what it likes.', manner: { credit: 'no-credit' } },
  { id: 'mark-50-passed', title: 'Lower pass mark in the LMS', lms: 'Its own pass mark is 50 (the lesson’s is 70), and the pupil gets 60.', ...recorded, pupil: 'The quiz is passed.', reported: 'Passed, 60.', manner: { passMark: 50 }, share: 0.6 },
  { id: 'mark-50-missed', title: 'Lower pass mark in the LMS, missed', lms: 'Its own pass mark is 50, and the pupil gets 40 and ends the quiz.', ...recorded, pupil: 'Another go is offered.', reported: 'Failed, 40, and open for another go.', manner: { passMark: 50 }, share: 0.4, result: 'failed' },
  { id: 'mark-90-missed', title: 'Higher pass mark in the LMS', lms: 'Its own pass mark is 90, and the pupil gets 80 and ends the quiz.', ...recorded, pupil: 'Another go is offered.', reported: 'Failed, 80, and open for another go.', manner: { passMark: 90 }, share: 0.8, result: 'failed' },
  { id: 'mark-90-passed', title: 'Higher pass mark in the LMS, reached', lms: 'Its own pass mark is 90, and the pupil gets 90.', ...recorded, pupil: 'The quiz is passed.', reported: 'Passed, 90.', manner: { passMark: 90 }, share: 0.9 },
]
