/** Where the LMS's API is, and how it starts. */
import { everyFormat, scorm, type FaultRow } from '../row.ts'

const recorded = { pupil: 'Nothing.', reported: 'Passed, 100.', formats: scorm, outcome: 'recorded' } as const
const untracked = {
  pupil: 'A calm notice: results are not recorded. The lesson works.',
  reported: 'Nothing.',
  formats: scorm,
  outcome: 'not-recorded',
} as const

export const discoveryRows: readonly FaultRow[] = [
  {
    id: 'no-api',
    title: 'No LMS',
    lms: 'The package is opened where there is no API.',
    ...untracked,
    formats: everyFormat,
    place: { nowhere: true },
  },
  { id: 'api-parent', title: 'API in the parent', lms: 'The API is in the page that holds the lesson’s frame.', ...recorded },
  {
    id: 'api-grandparent',
    title: 'API in the grandparent',
    lms: 'There is one more frame between.',
    ...recorded,
    place: { between: ['same'] },
  },
  {
    id: 'api-top',
    title: 'API at the top',
    lms: 'There are three more frames between.',
    ...recorded,
    place: { between: ['same', 'same', 'same'] },
  },
  {
    id: 'api-opener',
    title: 'Pop-up',
    lms: 'The lesson opens in a window of its own; the API is in the window that opened it.',
    ...recorded,
    place: { popUp: true },
  },
  {
    id: 'api-opener-of-parent',
    title: 'Frame in a pop-up',
    lms: 'The lesson is in a frame of a pop-up; the API is in the window that opened the pop-up.',
    ...recorded,
    place: { popUp: true, between: ['same'] },
  },
  {
    id: 'foreign-frame-between',
    title: 'Foreign frame between',
    lms: 'A frame of another address stands between; the page at the top has the lesson’s own address and the API.',
    ...recorded,
    place: { between: ['other'] },
  },
  {
    id: 'foreign-lms',
    title: 'API out of reach',
    lms: 'Only a page of another address has the API, and browsers allow no way there.',
    ...untracked,
    place: { elsewhere: true },
  },
  {
    id: 'decoy',
    title: 'Something else called API',
    lms: 'A frame between has an element with the API’s name; the real API is further up.',
    ...recorded,
    place: { between: ['same'] },
    manner: { decoy: true },
  },
  {
    id: 'other-version',
    title: 'The other API',
    lms: 'The LMS has only the API of the other version of SCORM than the package was made for.',
    ...recorded,
    manner: { otherVersion: true },
  },
  { id: 'api-late', title: 'API comes late', lms: 'The API appears a second after the lesson.', ...recorded, manner: { lateBy: 1_000 } },
  {
    id: 'initialize-slow',
    title: 'Slow start',
    lms: 'Initialize blocks for 1.5 seconds.',
    ...recorded,
    pupil: 'The first screen answers a little later.',
    manner: { blocks: { Initialize: 1_500 } },
  },
]
