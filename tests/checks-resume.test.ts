/** After a reload, and when an LMS or a class opens the lesson again, a check goes on with its next question. */
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Lesson } from '#activities/lesson'
import type { Activity } from '#activities/schemas'
import { outlineOf } from '#activities/scoring'
import { fold, newAttempt } from '#shared/attempt/attempt'
import { decodeAttempt, encodeAttempt } from '#shared/attempt/suspend-data'
import type { Recorder } from '#shared/attempt/recorder'
import type { CheckAnswer } from '#activities/check/schema'
import { scormRecorder } from '../player/lms/scorm-recorder'
import { assign, assignmentsOf, today } from '../server/assignments/assignments'
import { stateForDevice, takeEvents } from '../server/assignments/attempts'
import { useLessonSession } from '../stores/lesson-session'
import type { Entry } from '../utils/class-work/waiting'
import { classRecorder } from '../utils/class-work/class-recorder'
import { ownAnswers } from '../utils/class-work/own-answers'
import { engines, freshDatabase, seededSchool } from './support/databases/databases'
import { fixtureLesson } from './support/lessons/fixture-lesson'
import { fakeLms, inLms } from './support/packages/fake-lms'

/** Every option has this in it, so that what was said is found wherever it came to. */
const TRACE = 'zq'
const items = ['one', 'two', 'three'].map(id => ({
  id, kind: 'likely', objective: 'spot', question: 'Would you tell?',
  options: ['yes', 'no'].map(option => ({ id: `${TRACE}-${option}`, text: option })),
}))
const { screens: [opening, , ...rest] } = fixtureLesson()
const lesson = fixtureLesson({
  screens: [opening, { id: 'before', type: 'check', title: 'Before', form: 'before', items }, ...rest] as unknown as Lesson['screens'],
})
const outline = outlineOf(lesson)
const check = lesson.screens[1] as Activity
const said = (...ids: string[]): CheckAnswer => Object.fromEntries(ids.map(id => [id, { said: `${TRACE}-yes` }]))

beforeEach(() => setActivePinia(createPinia()))

async function open(recorder: Recorder) {
  setActivePinia(createPinia())
  const session = useLessonSession()
  session.open(lesson)
  await session.connect(recorder)
  return session
}

/** Comes to the check and answers two of its three questions. */
async function twoOfThree(recorder: Recorder) {
  const session = await open(recorder)
  session.goOn()
  session.give(check, said('one'))
  session.give(check, said('one', 'two'))
  return session
}

it.each(['1.2', '2004'] as const)('an LMS keeps how many are done, and nothing of what was said: SCORM %s', async (version) => {
  const lms = fakeLms(version)
  const launch = () => scormRecorder({ outline, ...inLms(lms, version) })
  await twoOfThree(launch())
  expect(JSON.stringify([lms.values, lms.calls])).not.toContain(TRACE)
  expect(lms.values['cmi.suspend_data']).toContain('before=2')
  const session = await open(launch())
  expect([session.screen?.id, session.answer, session.isScreenDone]).toEqual(['before', { one: {}, two: {} }, false])
  session.give(check, { ...session.answer as CheckAnswer, ...said('three') })
  expect(session.isScreenDone).toBe(true)
  expect(session.isSettled, 'a check has no sum that could be missing, so the quiz still asks for its mark').toBe(false)
})

it('a save of an older release, without how many are done, is gone on from', () => {
  const old = 'w1;lying-online-9-11;3;before;opening.d,before.s;;;;;7;'
  const arrived = ['opening', 'before'].reduce((attempt, screenId) => fold(outline, attempt, { type: 'arrived', screenId }), newAttempt(outline))
  const save = encodeAttempt(arrived, { saves: 7 })
  expect(save).toContain(old)
  expect(decodeAttempt(outline, save)).toMatchObject({ kind: 'attempt', attempt: { screenId: 'before', answers: {} } })
})

/** A tab of a pupil in a class: what its storage has, and what it sends. */
function classTab(state: string | null, storage = new Map<string, string>()) {
  const sent: { path: string, body: { form?: string, answers?: CheckAnswer } }[] = []
  const entries: Entry[] = []
  let ids = 0
  const recorder = classRecorder({ pupilId: 'ana', assignmentId: 'a1', lesson, outline, state }, {
    outbox: {
      add: async entry => void entries.push(entry),
      of: async () => [...entries],
      remove: async () => {},
      noteClosed: async () => {},
      dropOld: async () => {},
    },
    post: async (path, body) => {
      sent.push({ path, body })
      return { status: 503, body: null }
    },
    ask: async () => null,
    own: ownAnswers({ getItem: name => storage.get(name) ?? null, setItem: (name, value) => void storage.set(name, value) }, () => 1_000),
    now: () => 1_000,
    newId: () => `id-${ids++}`,
    later: () => {},
  })
  return { recorder, storage, sent, entries }
}

describe('in a class', () => {
  it('a reload goes on with the next question, and what was said before it is counted with the rest, once', async () => {
    const first = classTab(null)
    const session = await twoOfThree(first.recorder)
    const state = encodeAttempt(session.attempt)
    expect([state, JSON.stringify(first.entries)].join()).not.toContain(TRACE)
    const again = classTab(state, first.storage)
    const resumed = await open(again.recorder)
    expect([resumed.screen?.id, resumed.answer, resumed.isScreenDone]).toEqual(['before', said('one', 'two'), false])
    resumed.give(check, { ...resumed.answer as CheckAnswer, ...said('three') })
    await new Promise(resolve => setTimeout(resolve, 0))
    expect(again.entries.filter(({ waiting }) => waiting.kind === 'check').map(({ waiting }) => waiting)).toMatchObject([
      { form: 'before', answers: said('one', 'two', 'three') },
    ])
    expect([...first.storage.values()].join()).not.toContain(TRACE)
  })

  it('another device goes on with the next question too, and nobody there learns what was said', async () => {
    const state = encodeAttempt((await twoOfThree(classTab(null).recorder)).attempt)
    const resumed = await open(classTab(state).recorder)
    expect(resumed.answer).toEqual({ one: {}, two: {} })
  })

  it('another pupil in the same tab finds nothing of it', async () => {
    const { storage, recorder } = classTab(null)
    await twoOfThree(recorder)
    expect([...storage.values()].join()).toContain(TRACE)
    expect(ownAnswers({ getItem: name => storage.get(name) ?? null, setItem: () => {} }, () => 1_000).of('ben', 'a1.3')).toEqual({})
  })

  it.each(engines)('the server knows how many are done, and the device that is further counts: %s', async (engine) => {
    const { db } = await freshDatabase(engine)
    const school = await seededSchool(db)
    await assign(db, school.staff, {
      classId: school.classId, lessonIds: [lesson.id], opensOn: today(), weekly: false, dueAfter: 7, boosterWeeks: null,
    })
    const [assignment] = await assignmentsOf(db, school.staff, school.classId)
    const [id] = school.pupilIds
    if (!assignment || !id) throw new Error('a pupil was given the lesson')
    const pupil = { id, schoolId: school.schoolId, classId: school.classId, name: 'Pupil' }
    const tell = (packed: string) =>
      takeEvents(db, pupil, assignment, lesson, [{ id: `check-${packed}`, change: { kind: 'answered', screen: 'before', packed } }])
    expect((await tell('2')).refused).toEqual([])
    await tell('1')
    expect((await tell('9')).refused).toEqual([{ id: 'check-9', reason: 'impossible' }])
    const state = () => stateForDevice(db, pupil, assignment.id, lesson)
    expect(await state()).toContain(';before=2;')
    await tell('3')
    expect(decodeAttempt(outline, await state())).toMatchObject({ attempt: { marks: { before: 'done' }, answers: { before: '3' } } })
  })
})
