/** An LMS that comes and goes, and pupils who do. */
import { scorm, scorm2004, type Fault, type FaultRow } from '../row.ts'

const recorded = { pupil: 'Nothing.', reported: 'Passed, 100.', formats: scorm, outcome: 'recorded' } as const
const refused: Fault = { call: 'Commit', does: 'false' }
const loggedOut: readonly Fault[] = [{ call: 'SetValue', does: 'false' }, refused, { call: 'Terminate', does: 'false' }]
/** As Moodle's script does where a request gets no answer: it hands the save to a beacon and says "true". */
const beacons: readonly Fault[] = [{ call: 'Commit', does: 'lost' }, { call: 'Terminate', does: 'lost' }]
const away = 'A calm notice while it lasts. The lesson works.'
const retry = 'A calm notice that it is not saved, with a way to try again. The lesson works.'

export const savingRows: readonly FaultRow[] = [
  {
    id: 'comes-back',
    title: 'LMS goes away and comes back',
    lms: 'From the third screen to the last, each Commit answers "false"; then it works again.',
    ...recorded,
    pupil: away,
    scenario: 'comes-back',
    manner: { faults: [refused] },
  },
  {
    id: 'comes-back-forgetful',
    title: 'The same in Moodle’s way',
    lms: 'As above, and what it has refused it does not take again as long as the value is the same.',
    ...recorded,
    pupil: away,
    formats: ['scorm12'],
    scenario: 'comes-back',
    manner: { faults: [refused], forgetsWhatItRefused: true },
  },
  {
    id: 'never-back',
    title: 'LMS never comes back',
    lms: 'From the third screen on, each Commit and the end of the session answer "false".',
    ...recorded,
    pupil: retry,
    reported: 'What was taken before. In the same tab the next visit goes on where the pupil was, and all of it is saved.',
    scenario: 'never-back',
    manner: { faults: [refused, { call: 'Terminate', does: 'false' }] },
  },
  {
    id: 'logged-out',
    title: 'Logged out',
    lms: 'From the third screen on, every call that writes answers "false", error 101.',
    ...recorded,
    pupil: retry,
    reported: 'What was taken before. In the same tab the next visit goes on where the pupil was, and all of it is saved.',
    scenario: 'never-back',
    manner: { faults: loggedOut },
  },
  {
    id: 'says-true',
    title: 'No network, and the LMS says "true"',
    lms: 'From the third screen on there is no network; each Commit answers "true" and nothing arrives. Later the network is back.',
    ...recorded,
    pupil: 'A calm notice while it lasts. The lesson works. "Your work is saved" is said only once it is.',
    scenario: 'no-proof',
    manner: { faults: beacons },
  },
  {
    id: 'says-true-forgetful',
    title: 'The same with what counts as sent',
    lms: 'As above, and what was lost it does not take again as long as the value is the same, as Moodle does in SCORM 1.2.',
    ...recorded,
    pupil: away,
    formats: ['scorm12'],
    scenario: 'no-proof',
    manner: { faults: beacons, forgetsWhatItRefused: true },
  },
  {
    id: 'signed-out',
    title: 'Signed out in the middle',
    lms: 'From the third screen on it answers "false" (error 101), and a page to sign in on comes in the place of every file. Later the pupil signs in again and opens the lesson again in the same tab.',
    ...recorded,
    pupil: 'A calm notice that says what helps. Then the lesson goes on where it was.',
    scenario: 'signed-out',
    manner: { faults: loggedOut },
  },
  {
    id: 'cut-off-often',
    title: 'Gone without a word',
    lms: 'Five times in one lesson the frame is removed and no event reaches it.',
    ...recorded,
    pupil: 'The lesson goes on where it was, down to the quiz question.',
    scenario: 'cut-often',
  },
  {
    id: 'pagehide-only',
    title: 'Only pagehide',
    lms: 'The browser says "pagehide" as the page goes, and nothing before it.',
    ...recorded,
    pupil: 'The lesson goes on where it was.',
    leaves: 'pagehide',
  },
  {
    id: 'two-tabs',
    title: 'Open in two tabs',
    lms: 'The pupil opens the lesson again in a second tab, goes on there, and comes back to the first.',
    ...recorded,
    pupil: 'The tab that was left says that the lesson is open somewhere else, and can bring it back.',
    scenario: 'two-tabs',
  },
  {
    id: 'slow-lms',
    title: 'Slow LMS',
    lms: 'Every call blocks the page for 150 milliseconds.',
    ...recorded,
    pupil: 'Each screen comes a little later.',
    scenario: 'from-quiz',
    manner: { blocks: { every: 150 } },
  },
  {
    id: 'navigation-refused',
    title: 'Navigation refused',
    lms: 'It answers "false" to the wish to leave the lesson at its end (adl.nav.request).',
    ...recorded,
    formats: scorm2004,
    manner: { faults: [{ call: 'SetValue', element: 'adl.nav.request', does: 'false', error: '351' }] },
  },
  {
    id: 'navigation-throws',
    title: 'Navigation throws',
    lms: 'It throws an exception at the wish to leave the lesson at its end (adl.nav.request).',
    ...recorded,
    formats: scorm2004,
    manner: { faults: [{ call: 'SetValue', element: 'adl.nav.request', does: 'throws' }] },
  },
]
