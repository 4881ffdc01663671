import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CLIENT, DEPLOYMENT, testPlatform, type TestPlatform } from '../../tests/support/lti/platform'
import { freshDatabase, seededSchool } from '../../tests/support/databases/databases'
import { eraseDeleted } from '../classes/class-deletion'
import { takeSettings } from '../platform/settings'
import { arrive } from './courses'
import type { LessonLaunch } from './messages'
import { asItComes, type Options } from './options'
import { courseOf, deleteCourse, overviewOf, pupilsOfCourse, undeleteCourse } from './overview'
import { addDeployment, addPlatform, connect, disconnect, ensurePlatform, removePlatform } from './platforms'
import { makeInvite, register, takeInvite } from './registration'

const BASE = 'https://lessons.example'
const asChosen = (_: string, chosen: Options) => chosen
let lms: TestPlatform

beforeAll(async () => {
  lms = await testPlatform(`${BASE}/lti/launch`)
})
afterAll(() => lms.stop())
beforeEach(() => void takeSettings({ LTI_PRIVATE_HOSTS: '127.0.0.1' }))
afterEach(() => {
  lms.instead.clear()
  lms.asked.length = 0
  takeSettings({})
})

const wanted = () => ({
  name: 'Our Moodle', issuer: lms.issuer, clientId: CLIENT, authUrl: `${lms.issuer}/auth`, tokenUrl: `${lms.issuer}/token`,
  tokenAudience: null, jwksUrl: `${lms.issuer}/jwks`, home: null, deploymentIds: [DEPLOYMENT],
})

async function schoolWithCourse() {
  const { db } = await freshDatabase('sqlite')
  const { staff } = await seededSchool(db)
  const { id } = await addPlatform(db, staff, wanted())
  const platform = await ensurePlatform(db, staff, id)
  const launch: LessonLaunch = {
    kind: 'lesson', platform, deploymentId: DEPLOYMENT, person: 'pupil-1', role: 'pupil', context: { id: 'course-1', title: 'PSHE' },
    membersUrl: null, linkId: 'link-1', lessonId: 'a', chosen: { options: asItComes, dueOn: null }, lineItem: null,
  }
  const { classId, pupilId } = await arrive(db, launch, asChosen)
  return { db, staff, id, classId, pupilId, launch }
}

describe('an LMS', () => {
  it('is seen and changed by admins of its own school alone', async () => {
    const { db, id, classId } = await schoolWithCourse()
    const { staff: stranger } = await seededSchool(db)
    expect((await overviewOf(db, stranger, BASE)).platforms).toEqual([])
    for (const attempt of [
      connect(db, stranger, id), disconnect(db, stranger, id), removePlatform(db, stranger, id), addDeployment(db, stranger, id, '9'),
      deleteCourse(db, stranger, classId), undeleteCourse(db, stranger, classId),
      courseOf(db, stranger, classId), pupilsOfCourse(db, stranger, classId),
    ]) await expect(attempt).rejects.toMatchObject({ kind: 'not-found' })
  })

  it('is shown with its deployments, courses and what waits', async () => {
    const { db, staff, id, classId } = await schoolWithCourse()
    expect(await overviewOf(db, staff, BASE)).toMatchObject({
      tool: { login: `${BASE}/lti/login`, launch: `${BASE}/lti/launch`, keys: `${BASE}/lti/jwks` },
      platforms: [{ id, state: 'connected', deploymentIds: [DEPLOYMENT], courses: [{ id: classId, name: 'PSHE', pupils: 1 }], waiting: 0 }],
    })
  })

  it('is removed once it is disconnected and its courses are erased, which can be undone for a day', async () => {
    const { db, staff, id, classId, launch } = await schoolWithCourse()
    await expect(removePlatform(db, staff, id)).rejects.toThrow('Disconnect')
    await disconnect(db, staff, id)
    await expect(removePlatform(db, staff, id)).rejects.toThrow('Disconnect')
    await deleteCourse(db, staff, classId)
    await expect(arrive(db, launch, asChosen)).rejects.toMatchObject({ reason: 'course-deleted' })
    await undeleteCourse(db, staff, classId)
    expect(await arrive(db, launch, asChosen)).toMatchObject({ classId })
    await deleteCourse(db, staff, classId)
    await eraseDeleted(db, new Date(Date.now() + 25 * 3_600_000))
    for (const table of ['lti_context', 'lti_link', 'lti_pupil'] as const) expect(await db.selectFrom(table).selectAll().execute()).toEqual([])
    await removePlatform(db, staff, id)
    expect(await db.selectFrom('lti_deployment').selectAll().execute()).toEqual([])
  })
})

describe('an LMS that registers by itself', () => {
  const openid = (more: object = {}) => JSON.stringify({
    issuer: lms.issuer, authorization_endpoint: `${lms.issuer}/auth`, token_endpoint: `${lms.issuer}/token`, jwks_uri: `${lms.issuer}/jwks`,
    registration_endpoint: `${lms.issuer}/register`, ...more,
  })
  const asked = () => ({ openid_configuration: `${lms.issuer}/openid`, registration_token: 'given' })
  const tokenIn = (address: string) => address.split('/').at(-1) ?? ''

  async function invited() {
    const { db } = await freshDatabase('sqlite')
    const { staff } = await seededSchool(db)
    const { address } = await makeInvite(db, staff, `${lms.issuer}/my/courses`, BASE)
    return { db, staff, token: tokenIn(address) }
  }

  it('says what it is, is told what we are, and waits for an admin\'s yes', async () => {
    const { db, staff, token } = await invited()
    let told: unknown
    lms.instead.set('/openid', () => ({ status: 200, body: openid() }))
    lms.instead.set('/register', (request, body) => {
      told = [request.headers.authorization, JSON.parse(body)]
      return { status: 200, body: JSON.stringify({ client_id: 'new', 'https://purl.imsglobal.org/spec/lti-tool-configuration': { deployment_id: '3' } }) }
    })
    await register(db, await takeInvite(db, token), asked(), BASE)
    expect(told).toMatchObject(['Bearer given', {
      initiate_login_uri: `${BASE}/lti/login`, redirect_uris: [`${BASE}/lti/launch`], jwks_uri: `${BASE}/lti/jwks`,
      token_endpoint_auth_method: 'private_key_jwt', 'https://purl.imsglobal.org/spec/lti-tool-configuration': { claims: ['iss', 'sub'] },
    }])
    const [platform] = (await overviewOf(db, staff, BASE)).platforms
    expect(platform).toMatchObject({ state: 'waiting', clientId: 'new', deploymentIds: ['3'] })
    await connect(db, staff, platform?.id ?? '')
    expect((await overviewOf(db, staff, BASE)).platforms[0]?.state).toBe('connected')
  })

  it('does so once, within a day', async () => {
    const { db, token } = await invited()
    await expect(takeInvite(db, 'guess')).rejects.toThrow('older than a day')
    await expect(takeInvite(db, token, new Date(Date.now() + 25 * 3_600_000))).rejects.toThrow('older than a day')
    await takeInvite(db, token)
    await expect(takeInvite(db, token)).rejects.toThrow('used already')
  })

  it('makes us ask nobody but the LMS that the link was made for', async () => {
    const { db, token } = await invited()
    const invite = await takeInvite(db, token)
    await expect(register(db, invite, { openid_configuration: 'http://127.0.0.1:1/openid' }, BASE)).rejects.toThrow('not the LMS')
    await expect(register(db, invite, { openid_configuration: 'nonsense' }, BASE)).rejects.toThrow('not the LMS')
    expect(lms.asked).toEqual([])
    lms.instead.set('/openid', () => ({ status: 200, body: openid({ registration_endpoint: 'http://127.0.0.1:1/register' }) }))
    await expect(register(db, invite, asked(), BASE)).rejects.toThrow('not the LMS')
    lms.instead.set('/register', () => ({ status: 200, body: '{"client_id":"new"}' }))
    lms.instead.set('/openid', () => ({ status: 200, body: openid({ jwks_uri: 'http://169.254.169.254/keys' }) }))
    await expect(register(db, invite, asked(), BASE)).rejects.toThrow('https://')
    for (const answer of [{ status: 500 }, { status: 200, body: '<html>' }, { status: 200, body: '{}' }]) {
      lms.instead.set('/openid', () => answer)
      await expect(register(db, invite, asked(), BASE)).rejects.toThrow('nothing was connected')
    }
    expect(await db.selectFrom('lti_platform').selectAll().execute()).toEqual([])
  })

  it('gets no link for an address that may not be asked', async () => {
    const { db } = await freshDatabase('sqlite')
    const { staff } = await seededSchool(db)
    takeSettings({})
    await expect(makeInvite(db, staff, 'https://10.0.0.1/', BASE)).rejects.toMatchObject({ details: { issues: [{ field: 'home' }] } })
  })
})
