/** Where the LMS's API is, and how it starts. */
import { everyFormat, scorm, type FaultRow } from '../row.ts'

const nothingToSay = 'Nothing.'
const passed = 'Passed, 100.'
const untracked = 'A calm notice: results are not recorded. The lesson works.'
const nothing = 'Nothing.'

export const discoveryRows: readonly FaultRow[] = [
  { id: 'no-api', title: 'No LMS', lms: 'The package is opened where there is no API.', pupil: untracked, reported: nothing, formats: everyFormat, outcome: 'not-recorded', place: { nowhere: true } },
  { id: 'api-parent', title: 'API in the parent', lms: 'The API is in the page that holds the lesson’s frame.', pupil: nothingToSay, reported: passed, formats: scorm, outcome: 'recorded' },
  { id: 'api-grandparent', title: 'API in the grandparent', lms: 'There is one more frame between.', pupil: nothingToSay, reported: passed, formats: scorm, outcome: 'recorded', place: { between: ['same'] } },
  { id: 'api-top', title: 'API at the top', lms: 'There are three more frames between.', pupil: nothingToSay, reported: passed, formats: scorm, outcome: 'recorded', place: { between: ['same', 'same', 'same'] } },
  { id: 'api-opener', title: 'Pop-up', lms: 'The lesson opens in a window of its own; the API is in the window that opened it.', pupil: nothingToSay, reported: passed, formats: scorm, outcome: 'recorded', place: { popUp: true } },
  { id: 'api-opener-of-parent', title: 'Frame in a pop-up', lms: 'The lesson is in a frame of a pop-up; the API is in the window that opened the pop-up.', pupil: nothingToSay, reported: passed, formats: scorm, outcome: 'recorded', place: { popUp: true, between: ['same'] } },
  { id: 'foreign-frame-between', title: 'Foreign frame between', lms: 'A frame of another address stands between; the page at the top has the lesson’s own address and the API.', pupil: nothingToSay, reported: passed, formats: scorm, outcome: 'recorded', place: { between: ['other'] } },
  { id: 'foreign-lms', title: 'API out of reach', lms: 'Only a page of another address has the API, and browsers allow no way there.', pupil: untracked, reported: nothing, formats: scorm, outcome: 'not-recorded', place: { elsewhere: true } },
  { id: 'decoy', title: 'Something else called API', lms: 'A frame between has an element with the API’s name; the real API is further up.', pupil: nothingToSay, reported: passed, formats: scorm, outcome: 'recorded', place: { between: ['same'] }, manner: { decoy: true } },
  { id: 'api-late', title: 'API comes late', lms: 'The API appears a second after the lesson.', pupil: nothingToSay, reported: passed, formats: scorm, outcome: 'recorded', manner: { lateBy: 1_000 } },
  { id: 'initialize-slow', title: 'Slow start', lms: 'Initialize blocks for 1.5 seconds.', pupil: 'The first screen comes a little later.', reported: passed, formats: scorm, outcome: 'recorded', manner: { blocks: { Initialize: 1_500 } } },
  { id: 'initialize-false', title: 'Initialize answers "false"', lms: 'The LMS refuses the session.', pupil: untracked, reported: nothing, formats: scorm, outcome: 'not-recorded', manner: { faults: [{ call: 'Initialize', does: 'false' }] } },
  { id: 'initialize-throws', title: 'Initialize throws', lms: 'The LMS’s own script breaks.', pupil: untracked, reported: nothing, formats: scorm, outcome: 'not-recorded', manner: { faults: [{ call: 'Initialize', does: 'throws' }] } },
]
