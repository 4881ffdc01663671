/** How the files of a package reach the browser. */
import { everyFormat, type FaultRow } from '../row.ts'

const recorded = { pupil: 'Nothing.', reported: 'Passed, 100.', formats: everyFormat, outcome: 'recorded' } as const

export const servingRows: readonly FaultRow[] = [
  {
    id: 'strict-policy',
    title: 'Strict Content-Security-Policy',
    lms: 'It adds a policy of its own to every file: nothing but files of its own address.',
    ...recorded,
    serving: 'strict-policy',
  },
  {
    id: 'wrong-types',
    title: 'Scripts as plain text',
    lms: 'It serves .js files as text/plain with nosniff, so browsers refuse to run them.',
    ...recorded,
    pupil: 'The first screen can be read, and a calm notice says after some seconds that the lesson has not started.',
    reported: 'Nothing.',
    outcome: 'not-started',
    scenario: 'not-started',
    serving: 'wrong-types',
  },
  { id: 'lower-case', title: 'Names in lower case', lms: 'It keeps all file names in lower case.', ...recorded, serving: 'lower-case' },
  {
    id: 'any-case',
    title: 'Names in upper case',
    lms: 'It launches INDEX.HTML, and finds files whatever their case.',
    ...recorded,
    serving: 'any-case',
  },
  {
    id: 'odd-folder',
    title: 'Folder with an odd name',
    lms: 'The package lies in a folder with spaces, "&" and letters beyond ASCII.',
    ...recorded,
    serving: 'odd-folder',
  },
  {
    id: 'query',
    title: 'Launch address with a query',
    lms: 'It adds a query and a fragment to the launch address.',
    ...recorded,
    serving: 'query',
  },
  {
    id: 'other-charset',
    title: 'Another charset',
    lms: 'It says that the page is in ISO 8859-1, which it is not.',
    ...recorded,
    serving: 'other-charset',
  },
  {
    id: 'no-storage',
    title: 'Storage forbidden',
    lms: 'The browser forbids cookies and every storage to the lesson.',
    ...recorded,
    storage: 'forbidden',
  },
]
