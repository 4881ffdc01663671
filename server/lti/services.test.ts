import { decodeJwt, createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { claimOf, CLIENT, DEPLOYMENT, roleOf, testPlatform, type TestPlatform } from '../../tests/support/lti/platform'
import { freshDatabase, seededSchool } from '../../tests/support/databases/databases'
import type { Db } from '../platform/database/client'
import { takeSettings } from '../platform/settings'
import { arrive } from './courses'
import { courseBoard } from './course-board'
import { endOfDay, pickedMessage, type Chosen } from './deep-link'
import { publicKeys } from './keys'
import { beginLogin, takeLogin } from './logins'
import { readLaunch, type Launch, type LessonLaunch } from './messages'
import { namesOf } from './names'
import { asItComes } from './options'
import { addPlatform, connect, disconnect, type Platform } from './platforms'
import { scoresAddress, sendScores, tryAgain } from './scores'

const BASE = 'https://lessons.example'
let lms: TestPlatform

beforeAll(async () => {
  lms = await testPlatform(`${BASE}/lti/launch`)
})
afterAll(() => lms.stop())
beforeEach(() => void takeSettings({ LTI_PRIVATE_HOSTS: '127.0.0.1' }))
afterEach(() => {
  lms.instead.clear()
  lms.scores.length = 0
  lms.asked.length = 0
  takeSettings({})
})

/** A course in which somebody has opened a lesson. */
async function course() {
  const { db } = await freshDatabase('sqlite')
  const { staff, schoolId } = await seededSchool(db)
  const { id: platformId } = await addPlatform(db, staff, {
    name: 'Our Moodle', issuer: lms.issuer, clientId: CLIENT, authUrl: `${lms.issuer}/auth`, tokenUrl: `${lms.issuer}/token`,
    tokenAudience: null, jwksUrl: `${lms.issuer}/jwks`, home: null, deploymentIds: [DEPLOYMENT],
  })
  const launched = async (changes: Readonly<Record<string, unknown>> = {}): Promise<Launch> => {
    const { state, secret, address } = await beginLogin(db, {
      iss: lms.issuer, client_id: CLIENT, login_hint: 'h', target_link_uri: `${BASE}/lti/launch`,
    }, BASE)
    const nonce = new URL(address).searchParams.get('nonce')
    return readLaunch(db, await takeLogin(db, state, secret), await lms.sign(lms.claims({ nonce, ...changes })), BASE)
  }
  const launch = (await launched()) as LessonLaunch
  const arrival = await arrive(db, launch, (_, chosen) => chosen)
  const viewer = { id: null, schoolId, courseId: arrival.classId }
  const finish = (points: number | null, max: number | null, status: 'started' | 'finished' = 'finished') => db
    .insertInto('attempt')
    .values({
      id: 'attempt', school_id: schoolId, assignment_id: arrival.assignmentId ?? '', pupil_id: arrival.pupilId ?? '', lesson_version: 1,
      state: '', status, points, max, changes: 1,
    })
    .onConflict(conflict => conflict.column('id').doUpdateSet({ points, max, status }))
    .execute()
  const platform: Platform = launch.platform
  lms.toolKeys = (await publicKeys(db)) as JSONWebKeySet
  return { db, staff, platformId, platform, arrival, viewer, launched, finish }
}

const stateOf = async (db: Db) => (await db.selectFrom('lti_score').select(['state', 'reason', 'points', 'max']).execute())[0]
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000)

describe('a grade', () => {
  it('is sent once the lesson is finished, nothing before, and not again while it is the same', async () => {
    const { db, finish, viewer } = await course()
    await finish(3, 6, 'started')
    expect(await sendScores(db)).toMatchObject({ sent: 0 })
    expect(lms.asked).toEqual(['GET /jwks'])
    await finish(4, 6)
    expect(await sendScores(db)).toMatchObject({ sent: 1, waiting: 0 })
    expect(lms.scores).toMatchObject([{
      lineItem: '/items/1/scores?type_id=7',
      score: { userId: 'pupil-1', scoreGiven: 4, scoreMaximum: 6, activityProgress: 'Completed', gradingProgress: 'FullyGraded' },
    }])
    expect(Object.keys(lms.scores[0]?.score ?? {}).sort()).toEqual(
      ['activityProgress', 'gradingProgress', 'scoreGiven', 'scoreMaximum', 'timestamp', 'userId'],
    )
    expect(await sendScores(db)).toMatchObject({ sent: 0 })
    expect((await courseBoard(db, viewer)).pupils[0]?.cells).toEqual([{ progress: 'finished', isCatchingUp: false, hasSecondGo: false, grade: 'sent' }])
  })

  it('that is better is sent too, a worse one is not, and one token serves many', async () => {
    const { db, finish } = await course()
    for (const [points, max] of [[4, 6], [3, 6], [7, 8], [1, 1]] as const) {
      await finish(points, max)
      await sendScores(db)
    }
    expect(lms.scores.map(({ score }) => [score.scoreGiven, score.scoreMaximum])).toEqual([[4, 6], [7, 8], [1, 1]])
    expect(lms.asked.filter(one => one === 'POST /token')).toHaveLength(1)
  })

  it('of a lesson without a quiz says that it is done, and none is above its most', async () => {
    const { db, finish } = await course()
    await finish(null, null)
    await sendScores(db)
    await db.deleteFrom('lti_score').execute()
    await finish(9, 6)
    await sendScores(db)
    expect(lms.scores.map(({ score }) => [score.scoreGiven, score.scoreMaximum])).toEqual([[1, 1], [6, 6]])
  })

  it.each([500, 503, 429, 403])('that an LMS answers with %i waits, is shown as waiting, and is sent later', async (status) => {
    const { db, finish, viewer } = await course()
    await finish(4, 6)
    lms.instead.set('/items/1/scores', () => ({ status }))
    expect(await sendScores(db)).toMatchObject({ sent: 0, waiting: 1 })
    expect(await courseBoard(db, viewer)).toMatchObject({ waiting: 1, pupils: [{ cells: [{ grade: 'waiting' }] }] })
    lms.instead.clear()
    expect(await sendScores(db)).toMatchObject({ sent: 0 })
    expect(await sendScores(db, inMinutes(1))).toMatchObject({ sent: 1 })
  })

  it('waits also while no token is to be had, or nobody answers at all', async () => {
    const { db, finish, platformId } = await course()
    await finish(4, 6)
    await db.updateTable('lti_platform').set({ token_url: `${lms.issuer}/gone` }).execute()
    expect(await sendScores(db)).toMatchObject({ waiting: 1 })
    expect((await stateOf(db))?.reason).toBe('status-404')
    await db.updateTable('lti_platform').set({ token_url: 'http://127.0.0.1:1/' }).where('id', '=', platformId).execute()
    expect(await sendScores(db, inMinutes(1))).toMatchObject({ waiting: 1 })
    expect((await stateOf(db))?.reason).toBe('away')
    await db.updateTable('lti_platform').set({ token_url: `${lms.issuer}/token` }).execute()
    expect(await sendScores(db, inMinutes(10))).toMatchObject({ sent: 1 })
  })

  it.each([400, 404])('for a line that is gone (%i) is given up at once, until a teacher tries again', async (status) => {
    const { db, finish, arrival, viewer, platformId } = await course()
    await finish(4, 6)
    lms.instead.set('/items/1/scores', () => ({ status }))
    expect(await sendScores(db)).toMatchObject({ refused: [{ platformId, reason: `status-${status}` }] })
    expect(await courseBoard(db, viewer)).toMatchObject({ refused: 1 })
    lms.instead.clear()
    expect(await sendScores(db, inMinutes(60 * 24 * 30))).toMatchObject({ sent: 0, waiting: 0 })
    await tryAgain(db, arrival.classId)
    expect(await sendScores(db)).toMatchObject({ sent: 1 })
  })

  it('is not tried for ever', async () => {
    const { db, finish } = await course()
    await finish(4, 6)
    lms.instead.set('/items/1/scores', () => ({ status: 500 }))
    let looks = 0
    for (let day = 0; (await stateOf(db))?.state !== 'refused' && looks < 50; day++, looks++) await sendScores(db, inMinutes(day * 60 * 25))
    expect(looks).toBeGreaterThan(8)
    expect(await stateOf(db)).toMatchObject({ state: 'refused', reason: 'status-500' })
  })

  it('with a token that is good no longer gets a new one, once', async () => {
    const { db, finish } = await course()
    await finish(2, 6)
    await sendScores(db)
    let refusals = 0
    lms.instead.set('/items/1/scores', () => ({ status: refusals++ === 0 ? 401 : 200 }))
    await finish(4, 6)
    expect(await sendScores(db)).toMatchObject({ sent: 1 })
    expect(refusals).toBe(2)
    lms.instead.set('/items/1/scores', () => ({ status: 401 }))
    await finish(5, 6)
    lms.asked.length = 0
    expect(await sendScores(db)).toMatchObject({ waiting: 1 })
    expect(lms.asked).toEqual(['POST /items/1/scores', 'POST /token', 'POST /items/1/scores'])
  })

  it('that comes in the same second as what the LMS wrote is stamped anew and sent again', async () => {
    const { db, finish } = await course()
    await finish(2, 6)
    const stamps: string[] = []
    lms.instead.set('/items/1/scores', (_, body) => {
      stamps.push((JSON.parse(body) as { timestamp: string }).timestamp)
      return { status: stamps.length === 1 ? 409 : 200 }
    })
    expect(await sendScores(db)).toMatchObject({ sent: 1 })
    expect(Date.parse(stamps[1] ?? '') - Date.parse(stamps[0] ?? '')).toBeGreaterThan(1_000)
  })

  it('is not sent by two processes, nor to an LMS that is disconnected', async () => {
    const { db, finish, staff, platformId } = await course()
    await finish(2, 6)
    await disconnect(db, staff, platformId)
    expect(await sendScores(db)).toMatchObject({ sent: 0, waiting: 0 })
    await connect(db, staff, platformId)
    const now = new Date()
    const both = await Promise.all([sendScores(db, now), sendScores(db, now)])
    expect(both.map(({ sent }) => sent).sort()).toEqual([0, 1])
    expect(lms.scores).toHaveLength(1)
  })

  it('goes to the address of its line with the question that it has', () => {
    expect(scoresAddress('https://lms.example/a/lineitem?type_id=7')).toBe('https://lms.example/a/lineitem/scores?type_id=7')
    expect(scoresAddress('https://lms.example/a/')).toBe('https://lms.example/a/scores')
  })
})

describe('names', () => {
  it('are those of the pupils, page by page, and are kept nowhere', async () => {
    const { db, platform, arrival } = await course()
    lms.instead.set('/members', request => /page=2/.test(request.url ?? '')
      ? { status: 200, body: JSON.stringify({ members: [{ user_id: 'pupil-2', given_name: 'Ada', family_name: 'Two', roles: ['http://purl.imsglobal.org/vocab/lis/v2/membership#Learner'] }, { user_id: 'x', name: 'Gone', roles: ['Learner'], status: 'Inactive' }] }) }
      : { status: 200, headers: { link: `<${lms.members}?page=2>; rel="next"` }, body: JSON.stringify({ members: [{ user_id: 'pupil-1', name: 'Pia One', roles: ['Learner'] }, { user_id: 't', name: 'Tess', roles: ['Instructor'] }] }) })
    expect(await namesOf(db, platform, arrival.classId)).toEqual({
      withheld: false, names: [{ id: null, name: 'Ada Two' }, { id: arrival.pupilId, name: 'Pia One' }],
    })
    const everything = JSON.stringify(await Promise.all(['pupil', 'lti_pupil', 'lti_context', 'lti_session', 'class'].map(table => db.selectFrom(table as 'pupil').selectAll().execute())))
    expect(everything).not.toMatch(/Pia|Ada|Tess/)
  })

  it('that the LMS keeps to itself, or does not tell, are said to be missing', async () => {
    const { db, platform, arrival } = await course()
    lms.instead.set('/members', () => ({ status: 200, body: JSON.stringify({ members: [{ user_id: 'pupil-1', roles: ['Learner'] }] }) }))
    expect(await namesOf(db, platform, arrival.classId)).toEqual({ withheld: true, names: [] })
    for (const answer of [{ status: 500 }, { status: 200, body: '<html>' }, { status: 200, body: '{}' }, { status: 200, headers: { link: '<http://127.0.0.1:1/>; rel="next"' }, body: '{"members":[]}' }]) {
      lms.instead.set('/members', () => answer)
      await expect(namesOf(db, platform, arrival.classId)).rejects.toThrow()
    }
    await db.updateTable('lti_context').set({ members_url: null }).execute()
    await expect(namesOf(db, platform, arrival.classId)).rejects.toThrow('does not say who')
  })

  it('in a launch are not taken', async () => {
    const { db, launched } = await course()
    const launch = (await launched({ sub: 'pupil-9', name: 'Pia One', given_name: 'Pia', email: 'pia@school.example' })) as LessonLaunch
    await arrive(db, launch, (_, chosen) => chosen)
    const rows = await db.selectFrom('pupil').selectAll().execute()
    expect(JSON.stringify([rows, await db.selectFrom('lti_pupil').selectAll().execute()])).not.toMatch(/Pia|pia@/)
  })
})

describe('lessons that were chosen', () => {
  const settings = (more: object = {}) => ({
    [claimOf('message_type')]: 'LtiDeepLinkingRequest',
    [claimOf('resource_link')]: undefined,
    [claimOf('roles')]: [roleOf('Instructor')],
    'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings': {
      deep_link_return_url: lms.returnUrl, accept_types: ['ltiResourceLink'], accept_multiple: true, data: 'given', ...more,
    },
  })

  it('go back to the LMS in one message that it can check, with a line for a grade each where that is wanted', async () => {
    const { db, launched } = await course()
    const launch = await launched(settings())
    if (launch.kind !== 'pick') throw new Error('it is for choosing')
    const chosen: Chosen[] = [
      { lessonId: 'a', title: 'A', options: asItComes, most: 8 },
      { lessonId: 'b', title: 'B: quiz', options: { ...asItComes, part: { kind: 'quiz' }, sameOrder: true, leftOut: ['q1', 'q2'] }, most: 1 },
    ]
    const due = '$ResourceLink.submission.endDateTime'
    const { address, jwt } = await pickedMessage(db, launch.platform, launch.picking, chosen, { withGrades: true, dueOn: '2027-06-30' })
    expect(address).toBe(lms.returnUrl)
    const keys = createLocalJWKSet((await publicKeys(db)) as JSONWebKeySet)
    const { payload } = await jwtVerify(jwt, keys, { issuer: CLIENT, audience: lms.issuer })
    expect(payload).toMatchObject({
      [claimOf('message_type')]: 'LtiDeepLinkingResponse',
      [claimOf('version')]: '1.3.0',
      [claimOf('deployment_id')]: DEPLOYMENT,
      'https://purl.imsglobal.org/spec/lti-dl/claim/data': 'given',
      'https://purl.imsglobal.org/spec/lti-dl/claim/content_items': [
        {
          type: 'ltiResourceLink', title: 'A', custom: { lesson: 'a', due, due_on: '2027-06-30' },
          lineItem: { scoreMaximum: 8, label: 'A', resourceId: 'a' }, submission: { endDateTime: '2027-06-30T22:59:00.000Z' },
        },
        {
          type: 'ltiResourceLink', title: 'B: quiz',
          custom: { lesson: 'b', part: 'quiz', order: 'same', left_out: 'q1 q2', due, due_on: '2027-06-30' },
          lineItem: { scoreMaximum: 1, label: 'B: quiz', resourceId: 'b quiz' }, submission: { endDateTime: '2027-06-30T22:59:00.000Z' },
        },
      ],
    })
    const without = decodeJwt((await pickedMessage(db, launch.platform, launch.picking, chosen, { withGrades: false, dueOn: null })).jwt)
    expect(JSON.stringify(without)).not.toMatch(/lineItem|"submission"|due_on|"url"/)
  })

  it('are one where the LMS takes one', async () => {
    const { db, launched } = await course()
    const launch = await launched(settings({ accept_multiple: 'false', accept_lineitem: false }))
    if (launch.kind !== 'pick') throw new Error('it is for choosing')
    const one = (lessonId: string): Chosen => ({ lessonId, title: lessonId, options: asItComes, most: 8 })
    const [a, b] = [one('a'), one('b')]
    await expect(pickedMessage(db, launch.platform, launch.picking, [a, b], { withGrades: true, dueOn: null })).rejects.toThrow('one lesson at a time')
    const { jwt } = await pickedMessage(db, launch.platform, launch.picking, [a], { withGrades: true, dueOn: null })
    expect(JSON.stringify(decodeJwt(jwt))).not.toContain('lineItem')
  })

  it('end their last day in the United Kingdom, in winter and in summer', () => {
    expect([endOfDay('2027-01-15'), endOfDay('2027-03-28'), endOfDay('2027-07-01')])
      .toEqual(['2027-01-15T23:59:00.000Z', '2027-03-28T22:59:00.000Z', '2027-07-01T22:59:00.000Z'])
  })
})
