/** Every route of the API, from the names of its files, and a body that each would take from somebody who may. */
import { readdirSync } from 'node:fs'
import { newId } from '../../../server/platform/security/tokens.ts'

export interface Route { readonly method: string, readonly path: string }

export const routes: readonly Route[] = readdirSync('server/api', { recursive: true, encoding: 'utf8' })
  .map(file => file.replaceAll('\\', '/'))
  .flatMap((file) => {
    const [, path = '', method] = /^(.*)\.(get|post|put|patch|delete)\.ts$/.exec(file) ?? []
    return method === undefined ? [] : [{ method: method.toUpperCase(), path: `/api/${path.replace(/(?:^|\/)index$/, '')}` }]
  })

export const nameOf = ({ method, path }: Route) => `${method} ${path}`

export interface Target {
  readonly classId: string
  readonly pupilId: string
  readonly assignmentId: string
  readonly staffId: string
  readonly sessionId: string
  readonly groupId: string
  readonly changeId: string
}

/** Somebody else asked with a body that does not fit would be refused for the wrong reason. */
export const bodies: Readonly<Record<string, (target: Target) => object>> = {
  'PATCH /api/account': () => ({ name: 'Mallory' }),
  'POST /api/account/password': () => ({ currentPassword: 'guess', newPassword: 'otter lamp mud violin' }),
  'POST /api/account/two-factor': () => ({ password: 'guess' }),
  'POST /api/account/two-factor-code': () => ({ code: '000000' }),
  'POST /api/account/two-factor-off': () => ({ password: 'guess' }),
  'POST /api/account/passkeys/begin': () => ({ password: 'guess' }),
  'POST /api/account/passkeys': () => ({ name: 'Mine', response: { id: 'a', rawId: 'a', type: 'public-key', response: {} } }),
  'POST /api/assignments': ({ classId }) => ({
    classIds: [classId],
    lessonIds: ['lying-online-9-11'],
    opensOn: '2026-11-25',
    weekly: false,
    dueAfter: null,
    boosterWeeks: null,
  }),
  'PATCH /api/assignments/[id]': () => ({ opensOn: '2026-01-01', dueOn: null }),
  'POST /api/assignments/[id]/excuse': ({ pupilId }) => ({ pupilId, excused: true }),
  'POST /api/auth/code': () => ({ code: '000000', kind: 'app' }),
  'POST /api/auth/forgotten': () => ({ email: 'mallory@example.org' }),
  'POST /api/auth/passkey': () => ({ response: { id: 'a', rawId: 'a', type: 'public-key', response: {} } }),
  'POST /api/auth/sign-in': () => ({ email: 'mallory@example.org', password: 'guess' }),
  'POST /api/classes': () => ({ name: 'Mine' }),
  'PATCH /api/classes/[id]': () => ({ name: 'Taken' }),
  'PUT /api/classes/[id]/archived': () => ({ archived: true }),
  'PUT /api/classes/[id]/open': () => ({ minutes: 60 }),
  'POST /api/classes/[id]/cards': ({ pupilId }) => ({ pupilIds: [pupilId] }),
  'POST /api/classes/[id]/pictures': ({ pupilId }) => ({ pupilIds: [pupilId] }),
  'POST /api/classes/[id]/groups': ({ pupilId }) => ({ name: 'Mine', pupilIds: [pupilId] }),
  'PUT /api/groups/[id]': ({ pupilId }) => ({ name: 'Mine', pupilIds: [pupilId] }),
  'POST /api/class-lists': ({ classId }) => ({
    id: newId(),
    classes: [{ classId, name: '', year: '', staffIds: [], names: ['Mallory'], again: false }],
  }),
  'POST /api/school-year': ({ classId }) => ({
    id: newId(),
    ends: '2028-07-31',
    lines: [{ classId, was: '5B', step: 'leaves', name: '6B', year: '', staffId: null, names: [] }],
    made: [],
  }),
  'POST /api/export': () => ({ lessons: ['lying-online-9-11'], format: 'scorm12', locales: ['en'] }),
  'POST /api/export/bulk': () => ({ lessons: ['lying-online-9-11'], formats: ['scorm12'], locales: ['en'] }),
  'POST /api/export/preview': () => ({ lessons: ['lying-online-9-11'], format: 'scorm12', locales: ['en'] }),
  'POST /api/export/preview/foreign/[key]': () => ({ item: 0, lookedFor: [], begun: false, ended: false, calls: 0, values: {}, refused: [], pageErrors: [], windows: [] }),
  'POST /api/export/summary': () => ({ lessons: ['lying-online-9-11'], format: 'scorm12', locales: ['en'] }),
  'POST /api/classes/[id]/round': () => ({ lesson: 'lying-online-9-11', screen: 'quiz', item: 'q1', locale: 'en' }),
  'POST /api/classes/[id]/round/show': () => ({ round: 'a' }),
  'POST /api/my/round': () => ({ round: 'a', option: '-' }),
  'PUT /api/evidence/notes': () => ({ year: '2027-07-31', notes: ['Taken'] }),
  'POST /api/assignments/[id]/catch-up': ({ pupilId }) => ({ pupilId }),
  'POST /api/assignments/[id]/second-go': ({ pupilId }) => ({ pupilId }),
  'POST /api/join': ({ pupilId }) => ({ classCode: 'KT4R-8CM2', pupilId, pictures: ['car', 'fish', 'sun'] }),
  'POST /api/join/class': () => ({ code: 'KT4R-8CM2' }),
  'POST /api/password-advice': () => ({ password: 'otter lamp mud violin', names: ['Mallory'] }),
  'POST /api/lms': () => ({
    name: 'Mine', issuer: 'https://lms.example', clientId: 'x', deploymentId: '1', authUrl: 'https://lms.example/auth',
    tokenUrl: 'https://lms.example/token', tokenAudience: null, jwksUrl: 'https://lms.example/keys', home: null,
  }),
  'POST /api/lms/invite': () => ({ home: 'https://lms.example' }),
  'POST /api/lms/[id]/deployments': () => ({ deploymentId: '1' }),
  'POST /api/lti/rounds': ({ assignmentId }) => ({ assignmentId }),
  'POST /api/lti/pick': () => ({ lessonIds: ['lying-online-9-11'], withGrades: true }),
  'PATCH /api/pupils/[id]': () => ({ name: 'Mallory' }),
  'POST /api/my/assignments/[id]/events': ({ pupilId }) => ({ pupilId, events: [{ id: 'e', change: { kind: 'finished' } }] }),
  'POST /api/my/assignments/[id]/check': ({ pupilId }) => ({ pupilId, form: 'before', answers: {} }),
  'POST /api/school/holidays': () => ({ source: 'typed', holidays: [{ name: 'Half-term', from: '2027-02-15', to: '2027-02-19' }] }),
  'POST /api/school/holidays/file': () => ({ text: 'BEGIN:VCALENDAR' }),
  'POST /api/school/holidays/removed': () => ({ ids: ['none'], removed: true }),
  'PUT /api/school': () => ({ name: 'Taken', helpContact: '', nation: 'uk', yearEnds: '07-31', keepMonths: 1, secondStep: 'nobody' }),
  'POST /api/system/clock': () => ({ now: new Date().toISOString() }),
  'PUT /api/school/logo': () => ({ logo: null }),
  'POST /api/set-password': () => ({ key: 'guess', password: 'otter lamp mud violin' }),
  'POST /api/setup': () => ({
    key: 'guess',
    school: 'Mine',
    name: 'Mallory',
    email: 'mallory@example.org',
    password: 'otter lamp mud violin',
  }),
  'POST /api/staff': () => ({ name: 'Mallory', email: 'mallory@example.org', role: 'admin' }),
  'PATCH /api/staff/[id]': () => ({ role: 'admin' }),
}

/** What takes no body. */
const bare: readonly string[] = [
  'DELETE /api/classes/[id]',
  'POST /api/classes/[id]/undelete',
  'POST /api/pupils/[id]/let-in',
  'DELETE /api/export/preview/foreign/[key]',
  // Its body is a zip.
  'POST /api/export/preview/foreign',
  'POST /api/assignments/[id]/close',
  'POST /api/assignments/[id]/restore',
  'DELETE /api/groups/[id]',
  'POST /api/school/holidays/bank',
  'POST /api/groups/[id]/restore',
  'POST /api/classes/[id]/keep',
  'POST /api/auth/passkey-begin',
  'POST /api/auth/sign-out',
  'POST /api/classes/[id]/code',
  'POST /api/classes/[id]/let-in',
  'POST /api/device/forget',
  'POST /api/join/leave',
  'POST /api/lms/key',
  'POST /api/lms/[id]/connect',
  'POST /api/lms/[id]/disconnect',
  'DELETE /api/lms/[id]',
  'DELETE /api/lms/courses/[id]',
  'DELETE /api/lms/courses/[id]/pupils/[pupil]',
  'POST /api/lms/courses/[id]/undelete',
  'POST /api/lti/scores',
  'POST /api/roster-changes/[id]/undo',
  'POST /api/staff/[id]/link',
  'PUT /api/classes/[id]/staff/[staff]',
  'DELETE /api/classes/[id]/staff/[staff]',
  'DELETE /api/assignments/[id]',
  'DELETE /api/pupils/[id]',
  'DELETE /api/classes/[id]/round',
  'DELETE /api/pupils/[id]/account',
  'POST /api/assignments/[id]/reopen',
  'DELETE /api/assignments/[id]/catch-up',
  'DELETE /api/assignments/[id]/second-go',
  'DELETE /api/staff/[id]',
  'DELETE /api/staff/[id]/two-factor',
  'DELETE /api/account/sessions',
  'DELETE /api/account/sessions/[id]',
  'DELETE /api/account/passkeys/[id]',
]

/** Routes that nobody has put into the table yet. */
export const unknownRoutes = routes.map(nameOf).filter(name => !name.startsWith('GET ') && !(name in bodies) && !bare.includes(name))

/** Whose id stands in an address; an assignment's in all others. */
const idIn: readonly (readonly [start: string, of: keyof Target])[] = [
  ['/api/classes', 'classId'],
  ['/api/pupils', 'pupilId'],
  ['/api/staff', 'staffId'],
  ['/api/account', 'sessionId'],
  ['/api/groups', 'groupId'],
  ['/api/roster-changes', 'changeId'],
]

export function addressOf({ path }: Route, target: Target): string {
  const id = target[idIn.find(([start]) => path.startsWith(start))?.[1] ?? 'assignmentId']
  const filled = path.replace('[id]', id).replace('[staff]', target.staffId).replace('[pupil]', target.pupilId)
  if (path === '/api/assignments') return `${filled}?class=${target.classId}`
  if (/\/(?:catch-up|second-go)$/.test(path)) return `${filled}?pupil=${target.pupilId}`
  return path.endsWith('/score') ? `${filled}?assignment=${target.assignmentId}` : filled
}
