import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { claimOf, CLIENT, DEPLOYMENT, roleOf, testPlatform, type TestPlatform } from '../../tests/support/lti/platform'
import { engines, freshDatabase, seededSchool } from '../../tests/support/databases/databases'
import type { Db } from '../platform/database/client'
import { takeSettings } from '../platform/settings'
import { closeAssignment } from '../assignments/closing'
import { newId } from '../platform/security/tokens'
import { arrive, beginAnew } from './courses'
import { allowedAddress, ask, isPublic, LmsError } from './fetching'
import { publicKeys, rotateKey, signed } from './keys'
import { beginLogin, takeLogin } from './logins'
import { LtiRefusal } from './lti-refusal'
import { readLaunch, type LessonLaunch } from './messages'
import type { Options } from './options'
import { addDeployment, addPlatform, connect, disconnect, platformOf } from './platforms'
import { ensureLtiTeacher, pupilCame, teacherCame } from './sessions'
import { pupilWith } from '../classes/pupil-session'

const BASE = 'https://lessons.example'
const TARGET = `${BASE}/lti/launch`
let lms: TestPlatform

beforeAll(async () => {
  lms = await testPlatform(TARGET)
})
afterAll(() => lms.stop())
beforeEach(() => void takeSettings({ LTI_PRIVATE_HOSTS: '127.0.0.1' }))
afterEach(() => {
  lms.instead.clear()
  takeSettings({})
})

const wanted = (more: object = {}) => ({
  name: 'Our Moodle', issuer: lms.issuer, clientId: CLIENT, authUrl: `${lms.issuer}/auth`, tokenUrl: `${lms.issuer}/token`,
  tokenAudience: null, jwksUrl: `${lms.issuer}/jwks`, home: null, deploymentIds: [DEPLOYMENT], ...more,
})

async function connected(engine: 'sqlite' | 'postgres' = 'sqlite') {
  const { db } = await freshDatabase(engine)
  const school = await seededSchool(db)
  const { id } = await addPlatform(db, school.staff, wanted())
  return { db, ...school, platformId: id }
}

const asked = (more: object = {}) => ({ iss: lms.issuer, client_id: CLIENT, login_hint: 'hint', target_link_uri: TARGET, ...more })

/** A login that has come back in the same browser. */
async function login(db: Db, more: object = {}) {
  const { state, secret, address } = await beginLogin(db, asked(more), BASE)
  return { taken: await takeLogin(db, state, secret), nonce: new URL(address).searchParams.get('nonce') ?? '' }
}

/** @returns what comes of a launch with these claims */
async function launched(db: Db, changes: Readonly<Record<string, unknown>> = {}, more: object = {}) {
  const { taken, nonce } = await login(db, more)
  return readLaunch(db, taken, await lms.sign(lms.claims({ nonce, ...changes })), BASE)
}

/** @returns the word for the log, or null where nothing was refused */
async function reasonOf(what: Promise<unknown>): Promise<string | null> {
  try {
    await what
    return null
  }
  catch (error) {
    if (!(error instanceof LtiRefusal)) throw error
    return error.reason
  }
}

const now = () => Math.floor(Date.now() / 1000)
const picking = {
  [claimOf('message_type')]: 'LtiDeepLinkingRequest', [claimOf('resource_link')]: undefined, [claimOf('roles')]: [roleOf('Instructor')],
}
const settingsOf = (more: object = {}) => ({
  'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings': {
    deep_link_return_url: lms.returnUrl, accept_types: ['ltiResourceLink'], accept_multiple: true, data: 'given', ...more,
  },
})

describe('a launch', () => {
  it('says who comes, what for and where from', async () => {
    const { db } = await connected()
    expect(await launched(db)).toMatchObject({
      kind: 'lesson', person: 'pupil-1', role: 'pupil', context: { id: 'course-1', title: 'PSHE Year 5' }, linkId: 'link-1',
      lessonId: 'lying-online-9-11', lineItem: lms.lineItem, membersUrl: lms.members,
    })
    expect(await launched(db, { ...picking, ...settingsOf() })).toMatchObject({
      kind: 'pick', role: 'teacher', picking: { returnUrl: lms.returnUrl, isSeveral: true, takesGrades: true, data: 'given' },
    })
  })

  it.each<[string, string, () => Readonly<Record<string, unknown>>]>([
    ['another audience', 'aud', () => ({ aud: 'client-2' })],
    ['several audiences without azp', 'azp', () => ({ aud: [CLIENT, 'other'] })],
    ['another azp', 'azp', () => ({ azp: 'client-2' })],
    ['another issuer', 'iss', () => ({ iss: 'https://lms.example' })],
    ['another nonce', 'nonce', () => ({ nonce: 'another' })],
    ['no nonce', 'no-nonce', () => ({ nonce: undefined })],
    ['no exp', 'no-exp', () => ({ exp: undefined })],
    ['no iat', 'no-iat', () => ({ iat: undefined })],
    ['nobody', 'no-sub', () => ({ sub: undefined })],
    ['nobody, as an empty text', 'shape-sub', () => ({ sub: '' })],
    ['an exp that has passed', 'expired', () => ({ iat: now() - 200, exp: now() - 100 })],
    ['an iat of long ago', 'iat', () => ({ iat: now() - 1_000, exp: now() + 60 })],
    ['an iat that is still to come', 'iat', () => ({ iat: now() + 300, exp: now() + 360 })],
    ['a life of a day', 'exp', () => ({ exp: now() + 86_400 })],
    ['another version', 'version', () => ({ [claimOf('version')]: '1.2.0' })],
    ['no deployment', 'no-deployment_id', () => ({ [claimOf('deployment_id')]: undefined })],
    ['another deployment', 'deployment_id', () => ({ [claimOf('deployment_id')]: '8' })],
    ['another place', 'target', () => ({ [claimOf('target_link_uri')]: 'https://elsewhere.example/lti/launch' })],
    ['another place of ours than it began with', 'target', () => ({ [claimOf('target_link_uri')]: `${TARGET}?lesson=x` })],
    ['no place', 'target', () => ({ [claimOf('target_link_uri')]: undefined })],
    ['a role that does not exist', 'role', () => ({ [claimOf('roles')]: [roleOf('Wizard')] })],
    ['a role by its short name', 'role', () => ({ [claimOf('roles')]: ['Instructor'] })],
    ['a role of another kind', 'role', () => ({ [claimOf('roles')]: ['http://purl.imsglobal.org/vocab/lis/v2/system/person#Administrator'] })],
    ['no role', 'role', () => ({ [claimOf('roles')]: [] })],
    ['no link', 'resource_link', () => ({ [claimOf('resource_link')]: undefined })],
    ['no course', 'resource_link', () => ({ [claimOf('context')]: undefined })],
    ['an unknown message', 'message_type', () => ({ [claimOf('message_type')]: 'LtiStartProctoring' })],
    ['grades to another host', 'line-item', () => ({ 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint': { lineitem: 'https://elsewhere.example/1' } })],
    ['names from another host', 'members-address', () => ({ 'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice': { context_memberships_url: 'https://elsewhere.example/1' } })],
    ['lessons to be chosen by a pupil', 'role', () => ({ ...picking, ...settingsOf(), [claimOf('roles')]: [roleOf('Learner')] })],
    ['lessons to be returned to another host', 'return-address', () => ({ ...picking, ...settingsOf({ deep_link_return_url: 'https://elsewhere.example/return' }) })],
    ['nothing that we could give', 'accept_types', () => ({ ...picking, ...settingsOf({ accept_types: ['link'] }) })],
  ])('with %s is refused, and the log says %s', async (_, reason, changes) => {
    const { db } = await connected()
    expect(await reasonOf(launched(db, changes()))).toBe(reason)
    expect(await db.selectFrom('lti_context').selectAll().execute()).toEqual([])
  })

  it('signed by nobody, with another key or in another way is refused', async () => {
    const { db } = await connected()
    const say = async (make: (nonce: string) => Promise<string>) => {
      const { taken, nonce } = await login(db)
      return reasonOf(make(nonce).then(token => readLaunch(db, taken, token, BASE)))
    }
    const stranger = await testPlatform(TARGET)
    expect(await say(nonce => stranger.sign(lms.claims({ nonce })))).toBe('signature')
    expect(await say(nonce => stranger.sign(lms.claims({ nonce }), { kid: 'unknown' }))).toBe('key')
    expect(await say(nonce => lms.sign(lms.claims({ nonce }), { alg: 'HS256' }))).toBe('alg')
    expect(await say(async nonce => `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify(lms.claims({ nonce })))}.`)).toBe('alg')
    expect(await say(async () => 'nonsense')).toBe('unreadable')
    await stranger.stop()
  })

  it('is good once, for ten minutes, and only in the browser that began it', async () => {
    const { db, platformId, staff } = await connected()
    const { state, secret } = await beginLogin(db, asked(), BASE)
    const later = new Date(Date.now() + 601_000)
    expect(await reasonOf(takeLogin(db, state, secret, later))).toBe('state')
    expect(await reasonOf(takeLogin(db, state, secret))).toBeNull()
    expect(await reasonOf(takeLogin(db, state, secret))).toBe('state')
    const second = await beginLogin(db, asked(), BASE)
    expect(await reasonOf(takeLogin(db, second.state, secret))).toBe('other-browser')
    expect(await reasonOf(takeLogin(db, second.state, second.secret))).toBe('state')
    const third = await beginLogin(db, asked(), BASE)
    const error = await takeLogin(db, third.state, undefined).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ reason: 'no-cookie', asked: asked() })
    const fourth = await beginLogin(db, asked(), BASE)
    await db.updateTable('lti_platform').set({ state: 'disconnected' }).where('id', '=', platformId).execute()
    expect(await reasonOf(takeLogin(db, fourth.state, fourth.secret))).toBe('disconnected')
    await connect(db, staff, platformId)
    expect(await reasonOf(login(db))).toBeNull()
  })

  it('of nobody that is connected, or to another place, is refused before anything is kept', async () => {
    const { db } = await connected()
    expect(await reasonOf(beginLogin(db, asked({ iss: 'https://lms.example' }), BASE))).toBe('platform')
    expect(await reasonOf(beginLogin(db, asked({ client_id: 'client-2' }), BASE))).toBe('platform')
    expect(await reasonOf(beginLogin(db, asked({ target_link_uri: 'https://elsewhere.example/' }), BASE))).toBe('target')
    expect(await reasonOf(beginLogin(db, asked({ target_link_uri: `${TARGET}.elsewhere.example` }), BASE))).toBe('target')
    expect(await db.selectFrom('lti_login').selectAll().execute()).toEqual([])
    expect(await reasonOf(launched(db, {}, { lti_deployment_id: '8' }))).toBe('deployment_id')
  })

  it('from an LMS whose keys are away, a page or too large is told from one that was forged', async () => {
    const { db } = await connected()
    const large = { ...(await (await fetch(`${lms.issuer}/jwks`)).json()) as object, pad: 'x'.repeat(2_100_000) }
    for (const answer of [{ status: 500 }, { status: 200, body: '<html>' }, { status: 200, body: '{}' }, { status: 302, headers: { location: '/jwks' } }, { status: 200, body: JSON.stringify(large) }]) {
      await db.updateTable('lti_platform').set({ jwks_url: `${lms.issuer}/jwks?${Math.random()}` }).execute()
      lms.instead.set('/jwks', () => answer)
      expect(await reasonOf(launched(db)), JSON.stringify(answer).slice(0, 60)).toBe('keys')
    }
    lms.instead.clear()
    expect(await reasonOf(launched(db))).toBeNull()
  })

  it('is taken from a platform that has changed its keys, as soon as they are looked up again', async () => {
    const { db } = await connected()
    const usual = lms
    lms = await testPlatform(TARGET)
    await db.updateTable('lti_platform').set({ issuer: lms.issuer, jwks_url: `${lms.issuer}/jwks`, origins: lms.issuer }).execute()
    expect(await reasonOf(launched(db))).toBeNull()
    await lms.newKeys(false)
    // Not looked up for every stranger's key, so nobody has us ask again and again.
    expect(await reasonOf(launched(db))).toBe('key')
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 5_100 })
    expect(await reasonOf(launched(db))).toBeNull()
    vi.useRealTimers()
    await lms.stop()
    lms = usual
  })

  it('comes from a platform with several deployments, and from the right one of two', async () => {
    const { db, staff, platformId } = await connected()
    await addDeployment(db, staff, platformId, '8')
    expect(await launched(db, { [claimOf('deployment_id')]: '8' })).toMatchObject({ deploymentId: '8' })
    await addPlatform(db, staff, wanted({ clientId: 'client-2' }))
    expect(await platformOf(db, lms.issuer, undefined)).toBeUndefined()
    expect((await platformOf(db, lms.issuer, CLIENT))?.id).toBe(platformId)
    await expect(addPlatform(db, staff, wanted())).rejects.toThrow('connected already')
  })
})

describe.each(engines)('a course on %s', (engine) => {
  const everything = (_: string, chosen: Options) => chosen
  const lesson = async (db: Db, changes: object = {}) => (await launched(db, changes as Record<string, unknown>)) as LessonLaunch

  it('is a class that nobody of the staff sees, with pupils without names', async () => {
    const { db, staff } = await connected(engine)
    const first = await arrive(db, await lesson(db), everything)
    expect(await arrive(db, await lesson(db), everything)).toEqual(first)
    expect(await db.selectFrom('pupil').select('name').where('class_id', '=', first.classId).execute()).toEqual([{ name: '' }])
    const { listClasses, readClass, openClass } = await import('../classes/classes')
    const admin = { ...staff, role: 'admin' as const }
    expect((await listClasses(db, admin)).map(({ id }) => id)).not.toContain(first.classId)
    await expect(readClass(db, admin, first.classId)).rejects.toThrow()
    await expect(openClass(db, admin, first.classId, 60, '')).rejects.toThrow()
  })

  it('of next year, copied from this one, begins with nobody in it', async () => {
    const { db } = await connected(engine)
    const first = await arrive(db, await lesson(db), everything)
    const copy = await lesson(db, { [claimOf('context')]: { id: 'course-2', title: 'PSHE Year 6' }, [claimOf('resource_link')]: { id: 'link-9' } })
    const second = await arrive(db, copy, everything)
    expect(second.classId).not.toBe(first.classId)
    expect(second.assignmentId).not.toBe(first.assignmentId)
    expect(second.pupilId).not.toBe(first.pupilId)
  })

  it('of one deployment is another than the same in another deployment', async () => {
    const { db, staff, platformId } = await connected(engine)
    await addDeployment(db, staff, platformId, '8')
    const [one, other] = [await arrive(db, await lesson(db), everything), await arrive(db, await lesson(db, { [claimOf('deployment_id')]: '8' }), everything)]
    expect(other.classId).not.toBe(one.classId)
    expect(other.pupilId).not.toBe(one.pupilId)
  })

  it('and another one have the same person as two pupils, who do not mix', async () => {
    const { db } = await connected(engine)
    const [here, there] = [await lesson(db), await lesson(db, { [claimOf('context')]: { id: 'course-2' } })]
    const [one, two] = [await arrive(db, here, everything), await arrive(db, there, everything)]
    const [a, b] = [await pupilCame(db, here, one.pupilId ?? ''), await pupilCame(db, there, two.pupilId ?? '')]
    expect((await pupilWith(db, a.token))?.classId).toBe(one.classId)
    expect((await pupilWith(db, b.token))?.classId).toBe(two.classId)
  })

  it('has its teacher on the board, also where the teacher is a pupil too', async () => {
    const { db } = await connected(engine)
    const both = await lesson(db, { [claimOf('roles')]: [roleOf('Learner'), roleOf('Instructor')] })
    const arrival = await arrive(db, both, everything)
    expect(both.role).toBe('teacher')
    expect(arrival.pupilId).toBeNull()
    const came = await teacherCame(db, both, arrival.classId)
    expect(await ensureLtiTeacher(db, came)).toMatchObject({ classId: arrival.classId })
    await expect(ensureLtiTeacher(db, { ...came, key: 'other' })).rejects.toThrow()
  })

  it('takes a whole class at the same moment', async () => {
    const { db } = await connected(engine)
    const launches = await Promise.all(Array.from({ length: 12 }, (_, index) => lesson(db, { sub: `pupil-${index % 6}` })))
    const arrivals = await Promise.all(launches.map(launch => arrive(db, launch, everything)))
    expect(new Set(arrivals.map(({ classId }) => classId)).size).toBe(1)
    expect(new Set(arrivals.map(({ assignmentId }) => assignmentId)).size).toBe(1)
    expect(new Set(arrivals.map(({ pupilId }) => pupilId)).size).toBe(6)
  })

  it('keeps a lesson closed that its teacher has closed, until a teacher lets it begin anew, or it is long over', async () => {
    const { db } = await connected(engine)
    const { assignmentId, classId } = await arrive(db, await lesson(db), everything)
    const id = assignmentId ?? ''
    const teacher = { id: null, schoolId: (await db.selectFrom('school').select('id').executeTakeFirstOrThrow()).id, courseId: classId }
    await expect(beginAnew(db, teacher, id)).rejects.toThrow('Close it first')
    await closeAssignment(db, teacher, id)
    expect((await arrive(db, await lesson(db), everything)).assignmentId).toBe(id)
    await db.updateTable('assignment').set({ can_reopen: 0 }).execute()
    expect((await arrive(db, await lesson(db), everything)).assignmentId).toBe(id)
    await expect(beginAnew(db, { ...teacher, courseId: 'another' }, id)).rejects.toMatchObject({ kind: 'not-found' })
    await beginAnew(db, teacher, id)
    const anew = (await arrive(db, await lesson(db), everything)).assignmentId
    expect(anew).not.toBe(id)
    await expect(beginAnew(db, teacher, id)).rejects.toMatchObject({ kind: 'not-found' })
    await closeAssignment(db, teacher, anew ?? '')
    await db.updateTable('assignment').set({ can_reopen: 0 }).execute()
    const inSummer = new Date(Date.now() + 91 * 86_400_000)
    expect((await arrive(db, await lesson(db), everything, inSummer)).assignmentId).not.toBe(anew)
  })

  it('is given what was chosen, keeps up with the LMS\'s day, and changes no questions once somebody has begun', async () => {
    const { db } = await connected(engine)
    const custom = (more: object) => ({ [claimOf('custom')]: { lesson: 'lying-online-9-11', part: 'quiz', ...more } })
    const given = (id: string | null) => db.selectFrom('assignment').select(['kind', 'part', 'order_seed', 'left_out', 'put_in', 'due_on'])
      .where('id', '=', id).executeTakeFirstOrThrow()
    const first = await arrive(db, await lesson(db, custom({ order: 'same', left_out: 'a b', due_on: '2027-01-15' })), everything)
    expect(await given(first.assignmentId)).toMatchObject({ kind: 'lesson', part: 'quiz', left_out: 'a b', put_in: '', due_on: '2027-01-15' })
    const { order_seed: seed } = await given(first.assignmentId)
    expect(seed).not.toBeNull()
    await arrive(db, await lesson(db, custom({ order: 'same', left_out: 'a b', due: '2027-02-01T23:30:00Z' })), everything)
    expect(await given(first.assignmentId)).toMatchObject({ order_seed: seed, due_on: '2027-02-01' })
    await arrive(db, await lesson(db, custom({ put_in: 'c', due: '$ResourceLink.submission.endDateTime' })), everything)
    expect(await given(first.assignmentId)).toMatchObject({ order_seed: null, left_out: '', put_in: 'c', due_on: '2027-02-01' })
    await db.insertInto('attempt').values({
      id: newId(), school_id: (await db.selectFrom('school').select('id').executeTakeFirstOrThrow()).id, assignment_id: first.assignmentId ?? '', pupil_id: first.pupilId ?? '',
      lesson_version: 1, state: '', status: 'started', points: null, max: null, changes: 1,
    }).execute()
    await arrive(db, await lesson(db, custom({ put_in: 'd' })), everything)
    expect(await given(first.assignmentId)).toMatchObject({ put_in: 'c' })
    const other = await arrive(db, await lesson(db, custom({ part: 'sitting-1' })), everything)
    expect(other.assignmentId).not.toBe(first.assignmentId)
  })

  it('without a lesson, or with one that is gone, says so', async () => {
    const { db } = await connected(engine)
    const bare = { [claimOf('custom')]: undefined }
    expect(await reasonOf(arrive(db, await lesson(db, bare), everything))).toBe('no-lesson')
    expect(await reasonOf(arrive(db, await lesson(db), () => undefined))).toBe('lesson')
    const teacher = await lesson(db, { ...bare, [claimOf('roles')]: [roleOf('Instructor')] })
    expect(await arrive(db, teacher, everything)).toMatchObject({ assignmentId: null, pupilId: null })
    expect(await db.selectFrom('pupil').innerJoin('lti_pupil', 'pupil_id', 'pupil.id').select('pupil.id').execute()).toEqual([])
  })

  it('of an LMS that is disconnected signs everybody out, and keeps what they did', async () => {
    const { db, staff, platformId } = await connected(engine)
    const launch = await lesson(db)
    const { pupilId, classId } = await arrive(db, launch, everything)
    const [pupil, teacher] = [await pupilCame(db, launch, pupilId ?? ''), await teacherCame(db, launch, classId)]
    await disconnect(db, staff, platformId)
    expect(await pupilWith(db, pupil.token)).toBeNull()
    await expect(ensureLtiTeacher(db, teacher)).rejects.toThrow()
    expect(await db.selectFrom('pupil').select('id').where('id', '=', pupilId).execute()).toHaveLength(1)
  })
})

describe('what an LMS is asked', () => {
  it.each([
    'http://lms.example/', 'https://127.0.0.1/', 'https://10.0.0.1/', 'https://[::1]/', 'https://[::ffff:10.0.0.1]/',
    'https://169.254.169.254/', 'https://192.168.1.1/', 'https://user:secret@lms.example/', 'ftp://lms.example/', 'file:///etc/passwd', '',
  ])('is never at "%s"', (address) => {
    expect(() => allowedAddress(address, [])).toThrow(LmsError)
  })

  it('is at a public address, or a named host', () => {
    expect(allowedAddress('https://lms.example/a', []).href).toBe('https://lms.example/a')
    expect(allowedAddress('http://moodle.internal:81/a', ['moodle.internal']).href).toBe('http://moodle.internal:81/a')
    expect(['8.8.8.8', '2606:4700::1111', '10.1.1.1', '100.64.0.1', 'fd00::1', 'fe80::1', '2002:7f00:1::', '64:ff9b::7f00:1', 'x'].filter(isPublic))
      .toEqual(['8.8.8.8', '2606:4700::1111'])
  })

  it('is not asked of a name that stands for this machine, however it is written', async () => {
    let visits = 0
    const inside: Server = createServer((_, response) => {
      visits++
      response.end('{}')
    })
    await once(inside.listen(0, '127.0.0.1'), 'listening')
    const { port } = inside.address() as AddressInfo
    takeSettings({})
    await expect(ask(`https://localhost:${port}/`)).rejects.toThrow('address')
    takeSettings({ LTI_PRIVATE_HOSTS: '127.0.0.1' })
    await expect(ask(`http://127.0.0.1:${port}/`)).resolves.toMatchObject({ status: 200 })
    expect(visits).toBe(1)
    inside.close()
  })

  it('is kept only with an address that may be asked, and the field that is wrong is named', async () => {
    const { db } = await freshDatabase('sqlite')
    const { staff } = await seededSchool(db)
    takeSettings({})
    await expect(addPlatform(db, staff, wanted({ issuer: 'https://lms.example' }))).rejects.toMatchObject({ details: { issues: [{ field: 'authUrl' }] } })
    expect(await db.selectFrom('lti_platform').selectAll().execute()).toEqual([])
  })
})

describe('our own keys', () => {
  it('are made once, kept encrypted, and the old one stays in the set for a month', async () => {
    const { db } = await freshDatabase('sqlite')
    const first = await publicKeys(db)
    expect(await publicKeys(db)).toEqual(first)
    expect(first.keys[0]).not.toHaveProperty('d')
    // Whatever a row may come to hold, the set has public halves only.
    const more = JSON.stringify({ ...first.keys[0], d: 'secret' })
    await db.updateTable('lti_key').set({ public_key: more }).execute()
    expect(await publicKeys(db)).toEqual(first)
    const { private_key: kept } = await db.selectFrom('lti_key').select('private_key').executeTakeFirstOrThrow()
    expect(Buffer.from(kept, 'base64').toString('latin1')).not.toContain('"d"')
    const token = await signed(db, { iss: CLIENT }, 60)
    await rotateKey(db)
    const both = (await publicKeys(db)).keys.map(({ kid }) => kid)
    expect(both).toHaveLength(2)
    expect(both).toContain(first.keys[0]?.kid)
    expect(JSON.parse(atob(token.split('.')[0] ?? ''))).toMatchObject({ kid: first.keys[0]?.kid, alg: 'RS256' })
    expect((await publicKeys(db, new Date(Date.now() + 31 * 86_400_000))).keys).toHaveLength(1)
  })

  it('are made anew after a year, and where the server has another key of its own', async () => {
    const { db } = await freshDatabase('sqlite')
    const [first] = (await publicKeys(db)).keys
    await db.updateTable('secret').set({ value: 'another'.repeat(8) }).execute()
    expect((await publicKeys(db)).keys.map(({ kid }) => kid)).toContain(first?.kid)
    expect((await publicKeys(db)).keys).toHaveLength(2)
    const inAYear = new Date(Date.now() + 366 * 86_400_000)
    expect((await publicKeys(db, inAYear)).keys.map(({ kid }) => kid)).not.toContain(undefined)
    expect(await db.selectFrom('lti_key').select('kid').execute()).toHaveLength(3)
  })
})
