/** An LMS that comes and goes, and pupils who do. */
import { scorm, scorm2004, type Fault, type FaultRow } from '../row.ts'

const recorded = { pupil: 'Nothing.', reported: 'Passed, 100.', formats: scorm, outcome: 'recorded' } as const
const refused: Fault = { call: 'Commit', does: 'false' }
const loggedOut: readonly Fault[] = [{ call: 'SetValue', does: 'false' }, refused, { call: 'Terminate', does: 'false' }]
const away = 'A calm notice while it lasts. The lesson works.'
const retry = 'A calm notice that it is not saved, with a way to try again. The lesson works.'

export const savingRows: readonly FaultRow[] = [
  { id: 'comes-back', title: 'LMS goes away and comes back', lms: 'From the third screen to the last, each Commit answers "false"; then it works again.', ...recorded, pupil: away, scenario: 'comes-back', manner: { faults: [refused] } },
  { id: 'comes-back-forgetful', title: 'The same in Moodle’s way', lms: 'As above, and what it has refused it does not take again as long as the value is the same.', ...recorded, pupil: away, formats: ['scorm12'], scenario: 'comes-back', manner: { faults: [refused], forgetsWhatItRefused: true } },
  { id: 'never-back', title: 'LMS never comes back', lms: 'From the third screen on, each Commit and the end of the session answer "false".', ...recorded, pupil: retry, reported: 'What was taken before. The next visit goes on from there.', scenario: 'never-back', manner: { faults: [refused, { call: 'Terminate', does: 'false' }] } },
  { id: 'logged-out', title: 'Logged out', lms: 'From the third screen on, every call that writes answers "false", error 101.', ...recorded, pupil: retry, reported: 'What was taken before. The next visit goes on from there.', scenario: 'never-back', manner: { faults: loggedOut } },
  { id: 'cut-off-often', title: 'Gone without a word', lms: 'Five times in one lesson the frame is removed and no event reaches it.', ...recorded, pupil: 'The lesson goes on where it was, down to the quiz question.', scenario: 'cut-often' },
  { id: 'pagehide-only', title: 'Only pagehide', lms: 'The browser says "pagehide" as the page goes, and nothing before it.', ...recorded, pupil: 'The lesson goes on where it was.', leaves: 'pagehide' },
  { id: 'two-tabs', title: 'Open in two tabs', lms: 'The pupil opens the lesson again in a second tab, goes on there, and comes back to the first.', ...recorded, pupil: 'The tab that was left says that the lesson is open somewhere else, and can bring it back.', scenario: 'two-tabs' },
  { id: 'slow-lms', title: 'Slow LMS', lms: 'Every call blocks the page for 150 milliseconds.', ...recorded, pupil: 'Each screen comes a little later.', scenario: 'from-quiz', manner: { blocks: { every: 150 } } },
  { id: 'navigation-refused', title: 'Navigation refused', lms: 'It answers "false" to the wish to leave the lesson at its end (adl.nav.request).', ...recorded, formats: scorm2004, manner: { faults: [{ call: 'SetValue', element: 'adl.nav.request', does: 'false', error: '351' }] } },
  { id: 'navigation-throws', title: 'Navigation throws', lms: 'It throws an exception at the wish to leave the lesson at its end (adl.nav.request).', ...recorded, formats: scorm2004, manner: { faults: [{ call: 'SetValue', element: 'adl.nav.request', does: 'throws' }] } },
]
