/** What is remembered of choices lasts in memory alone: later screens say it, and nothing of it reaches a host. */
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it } from 'vitest'
import type { Lesson } from '#activities/lesson'
import type { Activity } from '#activities/schemas'
import { outlineOf } from '#activities/scoring'
import type { Attempt } from '#shared/attempt/attempt'
import { inMemoryRecorder } from '#shared/attempt/in-memory-recorder'
import type { Recorder } from '#shared/attempt/recorder'
import { scormRecorder } from '../player/lms/scorm-recorder'
import { useLessonSession } from '../stores/lesson-session'
import type { Entry } from '../utils/class-work/waiting'
import { classRecorder } from '../utils/class-work/class-recorder'
import { ownAnswers } from '../utils/class-work/own-answers'
import { guestRecorder } from '../utils/device/guest-recorder'
import { fixtureLesson } from './support/lessons/fixture-lesson'
import { fakeLms, inLms } from './support/packages/fake-lms'

/** Every id and mark of a choice has this in it, so that it is found wherever it came to. */
const TRACE = 'zq'
const choice = (id: string, next?: string) => ({
  id: `${TRACE}-${id}`, text: `Choose ${id}`, tone: 'thoughtful', feedback: 'That is a good idea.', ...next ? { next } : {},
  remember: { [`${TRACE}-mark`]: `${TRACE}-${id}` },
})
const reads = (id: string, words: object) => [{ remembered: { [`${TRACE}-mark`]: `${TRACE}-${id}` }, ...words }]

function lessonWithMarks(): Lesson {
  const screens = fixtureLesson().screens.map((screen): unknown => {
    if (screen.type === 'choice') return { ...screen, options: [choice('one'), choice('two')] }
    if (screen.type === 'chat') {
      const [first, last] = screen.turns
      return { ...screen, turns: [
        { ...first, when: reads('one', { messages: [{ from: 'kicka', text: 'Hello, One!' }] }), choices: [choice('three', 'end'), choice('four', 'end')] },
        { ...last, ending: { ...last?.ending, when: reads('four', { text: 'Sam stops at four.' }) } },
      ] }
    }
    return screen.type === 'ending' ? { ...screen, when: reads('three', { closing: ['Three times hooray.'] }) } : screen
  })
  return fixtureLesson({ screens: screens as Lesson['screens'] })
}

const lesson = lessonWithMarks()
const activity = (id: string) => lesson.screens.find(screen => screen.id === id) as Activity

beforeEach(() => setActivePinia(createPinia()))

async function playing(recorder: Recorder) {
  const session = useLessonSession()
  session.open(lesson)
  await session.connect(recorder)
  return session
}

/** Makes both choices, answers a question and finishes. */
async function playThrough(recorder: Recorder) {
  const session = await playing(recorder)
  session.goOn()
  session.give(activity('first-clue'), `${TRACE}-one`)
  session.goOn()
  session.give(activity('chat-kicka'), [`${TRACE}-three`])
  session.goOn()
  session.give(activity('quiz'), { seed: 1, go: 1, responses: { one: 'tell', two: 'tell', three: 'tell', four: 'tell' }, ended: true })
  session.goOn()
  expect(JSON.stringify(session.screen)).toContain('Three times hooray.')
  session.finish()
}

it('a later screen has the wording for what was chosen, the same screen too, and taking a choice back takes its wording back', async () => {
  const session = await playing(inMemoryRecorder())
  session.goTo('chat-kicka')
  expect(JSON.stringify(session.screen)).toContain('Hi!')
  session.goBack()
  session.give(activity('first-clue'), `${TRACE}-one`)
  session.goOn()
  expect(JSON.stringify(session.screen)).not.toContain('Hi!')
  session.give(activity('chat-kicka'), [`${TRACE}-four`])
  expect(JSON.stringify(session.screen)).toContain('Sam stops at four.')
  session.give(activity('chat-kicka'), [])
  expect(JSON.stringify(session.screen)).toContain('Hello, One!')
  session.goBack()
  expect(session.screen).toBe(activity('first-clue'))
})

it('whoever skips meets the neutral wording, and so does whoever resumes', async () => {
  const recorder = inMemoryRecorder()
  const session = await playing(recorder)
  session.goOn()
  session.give(activity('first-clue'), `${TRACE}-one`)
  session.goOn()
  expect(JSON.stringify(session.screen)).toContain('Hello, One!')
  const last = recorder.recorded[recorder.recorded.length - 1]
  if (!last) throw new Error('nothing was recorded')
  setActivePinia(createPinia())
  const resumed = await playing(inMemoryRecorder({ kind: 'resume', attempt: last }))
  expect(resumed.screen).toBe(activity('chat-kicka'))
})

it('stays when the server has counted what was done on another device', async () => {
  let told: (attempt: Attempt) => void = () => {}
  const recorder = { ...inMemoryRecorder(), onCounted: (listener: typeof told) => void (told = listener) }
  const session = await playing(recorder)
  session.goOn()
  session.give(activity('first-clue'), `${TRACE}-one`)
  session.goOn()
  told(session.attempt)
  expect(JSON.stringify(session.screen)).toContain('Hello, One!')
})

it.each(['1.2', '2004'] as const)('nothing of it reaches an LMS: no value and no call, in SCORM %s', async (version) => {
  const lms = fakeLms(version)
  await playThrough(scormRecorder({ outline: outlineOf(lesson), ...inLms(lms, version) }))
  expect(lms.values['cmi.suspend_data']).toContain('first-clue.d')
  expect(JSON.stringify([lms.values, lms.calls])).not.toContain(TRACE)
})

it('nothing of it is kept on a guest\'s device', async () => {
  const written: string[] = []
  const held = new Map<string, string>()
  const storage = {
    length: 0, key: () => null, clear: () => {}, getItem: (name: string) => held.get(name) ?? null,
    removeItem: (name: string) => void held.delete(name),
    setItem: (name: string, value: string) => {
      written.push(name, value)
      held.set(name, value)
    },
  }
  const said: unknown[] = []
  const channel = () => ({ postMessage: (message: unknown) => void said.push(message), close: () => {}, addEventListener: () => {} })
  await playThrough(guestRecorder(outlineOf(lesson), {
    storage: () => storage, channel: channel as unknown as (name: string) => BroadcastChannel, isReload: false, tab: '1', now: () => 1_000,
  }))
  expect(written.join()).toContain('first-clue.d')
  expect(JSON.stringify([written, said])).not.toContain(TRACE)
})

it('nothing of it waits on the device of a pupil in a class, or is sent', async () => {
  const kept: string[] = []
  const entries: Entry[] = []
  const tab = new Map<string, string>()
  const outbox = {
    add: async (entry: Entry) => {
      kept.push(JSON.stringify(entry))
      entries.push(entry)
    },
    of: async () => entries, remove: async () => {}, noteClosed: async () => {}, dropOld: async () => {},
  }
  const sent: unknown[] = []
  let ids = 0
  await playThrough(classRecorder({ pupilId: 'ana', assignmentId: 'a1', lesson, outline: outlineOf(lesson), state: null }, {
    outbox,
    post: async (path: string, body: object) => {
      sent.push(path, body)
      return { status: 503, body: null }
    },
    ask: async () => null,
    own: ownAnswers({ getItem: name => tab.get(name) ?? null, setItem: (name, value) => void tab.set(name, value) }),
    now: () => 1_000,
    newId: () => `id-${ids++}`,
    later: () => {},
  }))
  await new Promise(resolve => setTimeout(resolve, 0))
  expect(kept.join()).toContain('first-clue')
  expect(JSON.stringify([kept, sent, [...tab]])).not.toContain(TRACE)
})
