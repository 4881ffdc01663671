import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { outlineOf, scoredAnswer } from '#activities/scoring'
import { fold, newAttempt } from '#shared/attempt/attempt'
import { inMemoryRecorder } from '#shared/attempt/in-memory-recorder'
import type { Recorder, Resumed, Saving } from '#shared/attempt/recorder'
import type { Activity } from '#activities/schemas'
import { fixtureLesson } from '../tests/support/lessons/fixture-lesson'
import { useLessonSession } from './lesson-session'

const lesson = fixtureLesson()
const outline = outlineOf(lesson)
const activityOf = (id: string) => lesson.screens.find(screen => screen.id === id) as Activity
const arrived = (screenId: string) => fold(outline, newAttempt(outline), { type: 'arrived', screenId })
/** With this seed "one" is among those that are drawn. */
const quizAnswer = (responses: Record<string, string>) => ({ seed: 1, go: 1, responses, ended: false })

beforeEach(() => setActivePinia(createPinia()))

async function playing(resumed: Resumed = { kind: 'fresh' }, more: Partial<Recorder> = {}) {
  const recorder = Object.assign(inMemoryRecorder(resumed), more)
  const session = useLessonSession()
  session.open(lesson)
  await session.connect(recorder)
  return { session, recorder }
}

describe('a lesson that is played', () => {
  it('begins on its first screen before any host has answered', () => {
    const session = useLessonSession()
    session.open(lesson)
    expect([session.screen?.id, session.status, session.phase]).toEqual(['opening', 'incomplete', 'playing'])
  })

  it('goes on and back by one screen, saves each step, and stays where there is no further one', async () => {
    const { session, recorder } = await playing()
    session.goBack()
    expect([session.screen?.id, recorder.recorded.length]).toEqual(['opening', 0])
    session.goOn()
    session.goOn()
    session.goBack()
    expect([session.screen?.id, recorder.recorded.map(({ screenId }) => screenId)]).toEqual([
      'first-clue',
      ['first-clue', 'chat-kicka', 'first-clue'],
    ])
  })

  it('knows a screen as done once its activity was answered, and keeps the answer while the pupil looks back', async () => {
    const { session } = await playing()
    session.goOn()
    expect(session.isScreenDone).toBe(false)
    session.give(activityOf('first-clue'), 'a')
    expect([session.isScreenDone, session.answer]).toEqual([true, 'a'])
    session.goOn()
    expect(session.answer).toBeUndefined()
    session.goBack()
    expect(session.answer).toBe('a')
  })

  it('saves nothing of what a pupil chose outside the quiz', async () => {
    const { session, recorder } = await playing()
    session.goOn()
    session.give(activityOf('first-clue'), 'a')
    expect(JSON.stringify(recorder.recorded)).not.toMatch(/"a"/)
    session.give(activityOf('quiz'), quizAnswer({ one: 'tell' }))
    expect(recorder.recorded.at(-1)?.answers.quiz).toContain('one*tell')
  })

  it('may leave a screen undone, which is saved as skipped and not as done', async () => {
    const { session, recorder } = await playing()
    session.goOn()
    session.skip()
    expect(session.screen?.id).toBe('chat-kicka')
    expect(recorder.recorded.at(-1)?.marks['first-clue']).toBe('skipped')
  })

  it('is settled with the quiz passed, and not before', async () => {
    const { session } = await playing()
    expect(session.isSettled).toBe(false)
    session.give(activityOf('quiz'), quizAnswer({ one: 'tell', two: 'tell', three: 'tell', four: 'tell' }))
    expect(session.isSettled).toBe(true)
  })

  it('is over when the pupil finishes, and the host gets it once', async () => {
    const { session, recorder } = await playing()
    session.finish()
    expect(session.phase).toBe('over')
    expect(recorder.finished).toEqual(session.attempt)
  })

  it('keeps all that was done in another language', async () => {
    const { session } = await playing()
    session.goOn()
    session.give(activityOf('first-clue'), 'b')
    session.translate({ ...lesson, title: 'Pwy sydd yno?' })
    expect([session.lesson?.title, session.screen?.id, session.answer]).toEqual(['Pwy sydd yno?', 'first-clue', 'b'])
  })

  it('begins practice again where another version of screens is shown, and keeps the quiz', async () => {
    const { session } = await playing()
    session.give(activityOf('first-clue'), 'a')
    session.give(activityOf('quiz'), quizAnswer({ one: 'tell' }))
    session.useSupport(true)
    session.goTo('first-clue')
    expect(session.answer).toBeUndefined()
    session.goTo('quiz')
    expect(session.answer).toMatchObject({ responses: { one: 'tell' } })
  })
})

describe('what an earlier visit has left', () => {
  it('is gone on with where the host says so, quiz answers and all', async () => {
    const given = scoredAnswer(activityOf('quiz'), quizAnswer({ one: 'tell' }))
    const attempt = fold(outline, arrived('quiz'), { type: 'answered', screenId: 'quiz', ...given })
    const { session } = await playing({ kind: 'resume', attempt })
    expect([session.screen?.id, session.answer]).toEqual(['quiz', expect.objectContaining({ responses: { one: 'tell' } })])
  })

  it('is shown to nobody before they say that it is theirs', async () => {
    const { session, recorder } = await playing({ kind: 'ask', attempt: arrived('chat-kicka') })
    expect([session.phase, session.screen?.id]).toEqual(['ask', 'opening'])
    session.carryOn()
    expect([session.phase, session.screen?.id, recorder.recorded.length]).toEqual(['playing', 'chat-kicka', 1])
  })

  it('is forgotten for the next child', async () => {
    const clear = vi.fn()
    const { session } = await playing({ kind: 'ask', attempt: arrived('chat-kicka') }, { clear })
    session.startNew()
    expect([clear.mock.calls.length, session.phase, session.screen?.id]).toEqual([1, 'playing', 'opening'])
    session.carryOn()
    expect(session.screen?.id).toBe('opening')
  })

  it('says why it could not be used', async () => {
    expect((await playing({ kind: 'fresh', reason: 'unreadable' })).session.startedAgain).toBe('unreadable')
  })
})

describe('what the host says', () => {
  const saidBy = (say: { saving?: (now: Saving) => void }, more: Partial<Recorder> = {}) => ({
    ...more,
    onSaving: (listener: (now: Saving) => void) => {
      say.saving = listener
    },
  })

  it('nothing is shown as known while the host is still asked', async () => {
    let answer: (resumed: Resumed) => void = () => undefined
    const session = useLessonSession()
    session.open(lesson)
    const connected = session.connect({ ...inMemoryRecorder(), resume: () => new Promise(resolve => answer = resolve) })
    expect(session.isConnecting).toBe(true)
    answer({ kind: 'fresh' })
    await connected
    expect(session.isConnecting).toBe(false)
  })

  it('how saving goes is known, and a lesson that another tab took over is brought back with what was done there', async () => {
    const say: { saving?: (now: Saving) => void } = {}
    const { session } = await playing({ kind: 'fresh' }, saidBy(say, { takeOver: async () => arrived('chat-kicka') }))
    say.saving?.('retrying')
    expect([session.saving, session.phase]).toEqual(['retrying', 'playing'])
    say.saving?.('taken-over')
    expect(session.phase).toBe('elsewhere')
    await session.bringHere()
    expect([session.phase, session.screen?.id]).toEqual(['playing', 'chat-kicka'])
  })

  it('its own pass mark counts, also no mark at all', async () => {
    const { session } = await playing({ kind: 'fresh' }, { passMark: null })
    expect([session.passMark, session.isSettled]).toEqual([null, true])
  })

  it('a check is counted when it is whole, and only then', async () => {
    const check = {
      id: 'before',
      type: 'check',
      form: 'before',
      title: 'Before',
      items: [
        {
          id: 'i1',
          kind: 'view',
          question: 'Is it?',
          options: [
            { id: 'yes', text: 'Yes' },
            { id: 'no', text: 'No' },
          ],
        },
      ],
    } as unknown as Activity
    const countCheck = vi.fn()
    const { session } = await playing({ kind: 'fresh' }, { countCheck })
    session.give(check, {})
    expect(countCheck).not.toHaveBeenCalled()
    session.give(check, { i1: { said: 'yes' } })
    expect(countCheck).toHaveBeenCalledExactlyOnceWith('before', { i1: { said: 'yes' } })
  })

  it('is asked to save again at once', async () => {
    const saveAgain = vi.fn()
    const { session } = await playing({ kind: 'fresh' }, { saveAgain })
    session.saveAgain()
    expect(saveAgain).toHaveBeenCalledOnce()
  })
})

describe('the break between two sittings', () => {
  const inTwo = () => {
    const { screens, ...rest } = fixtureLesson()
    return fixtureLesson({
      ...rest,
      screens: screens.map((screen, index) => index === 0
        ? { ...screen, chapter: 'meet' as const }
        : screen.id === 'chat-kicka' ? { ...screen, chapter: 'try' as const, startsSitting: true as const } : screen),
    })
  }

  async function atBreak(way: 'goOn' | 'skip' = 'goOn') {
    const stopped: string[] = []
    const recorder = Object.assign(inMemoryRecorder(), { stop: ({ screenId }: { screenId: string }) => void stopped.push(screenId) })
    const session = useLessonSession()
    session.open(inTwo())
    await session.connect(recorder)
    session.goOn()
    session[way]()
    return { session, recorder, stopped }
  }

  it.each(['goOn', 'skip'] as const)('is met on the way into the second one (%s), whose first screen is the place already', async (way) => {
    const { session, recorder } = await atBreak(way)
    expect([session.phase, session.attempt.screenId, recorder.recorded.at(-1)?.screenId]).toEqual(['break', 'chat-kicka', 'chat-kicka'])
    session.endBreak()
    expect([session.phase, session.screen?.id]).toEqual(['playing', 'chat-kicka'])
  })

  it('comes once, and Back leads to the first sitting', async () => {
    const { session } = await atBreak()
    session.goBack()
    expect([session.phase, session.screen?.id]).toEqual(['playing', 'first-clue'])
    session.goOn()
    expect([session.phase, session.screen?.id]).toEqual(['playing', 'chat-kicka'])
  })

  it('is a place to stop, which the host is told; whoever comes back is in the second sitting at once', async () => {
    const { session, recorder, stopped } = await atBreak()
    session.stop()
    expect([session.phase, stopped]).toEqual(['stopped', ['chat-kicka']])
    const attempt = recorder.recorded.at(-1)
    setActivePinia(createPinia())
    const again = useLessonSession()
    again.open(inTwo())
    await again.connect(inMemoryRecorder(attempt ? { kind: 'resume', attempt } : { kind: 'fresh' }))
    expect([again.phase, again.screen?.id]).toEqual(['playing', 'chat-kicka'])
  })
})
