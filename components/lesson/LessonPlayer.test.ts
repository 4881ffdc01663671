// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, describe, expect, it } from 'vitest'
import { outlineOf } from '#activities/scoring'
import { fold, newAttempt } from '#shared/attempt/attempt'
import { inMemoryRecorder } from '#shared/attempt/in-memory-recorder'
import type { Resumed, Saving } from '#shared/attempt/recorder'
import messages from '../../i18n/player/en.json' with { type: 'json' }
import { fixtureLesson } from '../../tests/support/lessons/fixture-lesson'
import { usePreferences } from '../../stores/preferences'
import '#activities/all-at-hand'
import LessonPlayer from './LessonPlayer.vue'

const lesson = fixtureLesson()
const outline = outlineOf(lesson)
const second = lesson.screens[1]?.id ?? ''
const onSecond = fold(outline, newAttempt(outline), { type: 'arrived', screenId: second })

async function open(
  resumed: Resumed = { kind: 'fresh' },
  { host = 'device', saving = 'saved', screens, of = lesson }:
  { host?: 'device' | 'lms' | 'none', saving?: Saving, screens?: unknown[], of?: typeof lesson } = {},
) {
  const recorder = { ...inMemoryRecorder(resumed), onSaving: (listener: (saving: Saving) => void) => listener(saving) }
  const wrapper = mount(LessonPlayer, {
    attachTo: document.body,
    props: { lesson: screens ? fixtureLesson({ screens: screens as typeof lesson.screens }) : of, help: [], messages, pictureBase: '/pictures/', recorder, host },
    global: { plugins: [createPinia()] },
  })
  await flushPromises()
  const screen = () => wrapper.find('[data-screen]').attributes('data-screen')
  const press = (action: string) => wrapper.get(`[data-action="${action}"]`).trigger('click')
  /** Reads the ending to its last step. */
  const finish = async () => {
    while (wrapper.find('[data-action="next"]').exists()) await press('next')
    await press('finish')
  }
  return { wrapper, recorder, screen, press, finish }
}

afterEach(() => {
  document.body.innerHTML = ''
})

describe('the player', () => {
  it('starts on the opening screen, which promises that nobody is asked about their own life', async () => {
    const { wrapper, screen } = await open()
    expect(screen()).toBe(lesson.screens[0]?.id)
    expect(wrapper.text()).toContain('You will not be asked about your own life.')
    expect(wrapper.attributes()).toMatchObject({ 'data-lesson': lesson.id, 'data-status': 'incomplete', 'data-register': 'warm' })
  })

  it('goes on where the pupil was', async () => {
    expect((await open({ kind: 'resume', attempt: onSecond })).screen()).toBe(second)
  })

  it('shows nothing of an earlier visit before it has asked', async () => {
    const { wrapper, press, screen } = await open({ kind: 'ask', attempt: onSecond })
    expect(wrapper.find('[data-screen]').exists()).toBe(false)
    await press('carry-on')
    expect(screen()).toBe(second)
  })

  it('starts from the beginning for another child', async () => {
    const { press, screen } = await open({ kind: 'ask', attempt: onSecond })
    await press('start-new')
    expect(screen()).toBe(lesson.screens[0]?.id)
  })

  it('leaves a finished step by Back in one press, however many rounds it had', async () => {
    const round = (id: string) => ({
      id, situation: 'Ana wants to tell Mum.', question: 'What could Ana say?',
      options: ['a', 'b'].map(option => ({ id: option, text: `Words ${option}`, tone: 'thoughtful', feedback: 'That is a start.' })),
    })
    const [opening, , ...rest] = fixtureLesson().screens
    const reply = { id: second, type: 'reply', title: 'Words', rehearse: 'Say it.', rounds: [round('one'), round('two')] }
    const { wrapper, press, screen } = await open({ kind: 'resume', attempt: onSecond }, { screens: [opening, reply, ...rest] })
    const answer = () => wrapper.get('[data-option="a"]').trigger('click')
    await answer()
    await press('next')
    await press('back')
    expect([screen(), wrapper.get('[data-round]').text()]).toEqual([second, '1 of 2'])
    await press('next')
    await answer()
    await press('back')
    expect(screen()).toBe('opening')
  })

  it('says so when a saved attempt could not be used', async () => {
    const told = async (reason: 'updated' | 'updated-finished') => (await open({ kind: 'fresh', reason })).wrapper.get('[role="status"]').text()
    expect(await told('updated')).toBe('This lesson has been updated, so it starts from the beginning.')
    expect(await told('updated-finished')).toContain('You have finished it before, and that stays.')
  })

  it('takes a press as the answer, or a pick and Check where the pupil has set it so', async () => {
    const choice = lesson.screens.find(({ type }) => type === 'choice')?.id ?? ''
    const { wrapper } = await open({ kind: 'resume', attempt: fold(outline, newAttempt(outline), { type: 'arrived', screenId: choice }) })
    expect(wrapper.find('.body button[data-option]').exists()).toBe(true)
    usePreferences().change({ answers: 'checked' })
    await flushPromises()
    expect(wrapper.find('.body button[data-option]').exists()).toBe(false)
    expect(wrapper.find('.body [data-option] input').exists()).toBe(true)
    expect(wrapper.get('[data-action="check"]').text()).toBe('Pick one')
  })

  it('records every screen, and focuses its title', async () => {
    const { recorder, press } = await open()
    await press('continue')
    await flushPromises()
    expect(recorder.recorded[recorder.recorded.length - 1]?.screenId).toBe(second)
    expect(document.activeElement?.tagName).toBe('H1')
  })

  it('lets a screen be skipped', async () => {
    const { recorder, press, screen } = await open({ kind: 'resume', attempt: onSecond })
    await press('skip')
    expect(screen()).not.toBe(second)
    expect(recorder.recorded[recorder.recorded.length - 1]?.marks[second]).toBe('skipped')
  })

  // Teachers' packs, the accessibility page and the authors' guide name the way.
  it('has what makes it easier to read under Pause, by that name', async () => {
    const { wrapper, press } = await open()
    expect(wrapper.get('[data-action="pause"]').text()).toBe('Pause')
    await press('pause')
    expect(wrapper.get('dialog [data-action="settings"]').text()).toBe('Make it easier to read')
    await press('settings')
    await flushPromises()
    expect(wrapper.findAll('dialog').some(dialog => dialog.find('input[name="textSize"]').exists())).toBe(true)
  })

  it('opens Help, and records nothing of it', async () => {
    const { wrapper, recorder, press } = await open()
    await press('help')
    expect(wrapper.find('dialog').text()).toContain('Tell an adult here now')
    expect(recorder.recorded).toEqual([])
  })

  it('is over after Finish, and leaves when asked to', async () => {
    const last = lesson.screens[lesson.screens.length - 1]?.id ?? ''
    const { wrapper, recorder, press, finish, screen } = await open({
      kind: 'resume',
      attempt: fold(outline, newAttempt(outline), { type: 'arrived', screenId: last }),
    })
    await finish()
    expect(screen()).toBe('over')
    expect(recorder.finished?.finished).toBe(true)
    await press('leave')
    expect(wrapper.emitted('leave')).toHaveLength(1)
  })

  it.each<{ saving: Saving, said: keyof typeof messages }>([
    { saving: 'saved', said: 'over.saved' },
    { saving: 'checking', said: 'over.checking' },
    { saving: 'retrying', said: 'over.retrying' },
    { saving: 'lms-signed-out', said: 'over.lms-signed-out' },
    { saving: 'reopen', said: 'over.not-saved' },
    { saving: 'not-recorded', said: 'over.not-saved' },
    { saving: 'review', said: 'over.not-recorded' },
  ])('in an LMS, says at the end what became of the work: $saving', async ({ saving, said }) => {
    const last = lesson.screens[lesson.screens.length - 1]?.id ?? ''
    const { wrapper, finish } = await open(
      { kind: 'resume', attempt: fold(outline, newAttempt(outline), { type: 'arrived', screenId: last }) },
      { host: 'lms', saving },
    )
    await finish()
    expect(wrapper.get('.over').text()).toContain(messages[said])
  })
})

describe('the break half-way', () => {
  const inTwo = {
    ...lesson,
    screens: lesson.screens.map((screen, index) => ({ ...screen, chapter: index === 0 ? 'meet' : index === 2 ? 'try' : undefined, startsSitting: index === 2 ? true : undefined })),
  } as typeof lesson

  async function atBreak(host: 'device' | 'lms' | 'none', saving: Saving = 'saved') {
    const { wrapper, press, screen } = await open({ kind: 'resume', attempt: onSecond }, { host, saving, of: inTwo })
    await press('skip')
    return { wrapper, press, screen, kept: wrapper.find('[data-kept]').text(), canStop: wrapper.find('[data-action="stop"]').exists() }
  }

  it.each([
    ['lms', 'saved', 'Your place is kept', true],
    ['lms', 'retrying', 'could not be saved', true],
    ['lms', 'not-recorded', 'not kept', false],
    ['lms', 'review', 'not kept', false],
    ['device', 'saved', 'for a day at most', true],
    ['device', 'not-recorded', 'not kept', false],
    ['none', 'saved', 'not kept', false],
  ] as const)('says what is true where the place is with %s and %s', async (host, saving, words, canStop) => {
    const found = await atBreak(host, saving)
    expect(found.screen()).toBe('break')
    expect(found.kept).toContain(words)
    expect(found.canStop).toBe(canStop)
  })

  it('goes on with the second sitting, or stops for today and says that the place is kept', async () => {
    const going = await atBreak('lms')
    await going.press('continue')
    expect(going.screen()).toBe(lesson.screens[2]?.id)
    const stopping = await atBreak('lms')
    await stopping.press('stop')
    expect(stopping.screen()).toBe('stopped')
    expect(stopping.wrapper.text()).toContain('Your place is kept')
  })
})

it('a quiz keeps its picture while it asks, and the ending\'s stays when all is done', async () => {
  const scene = (alt: string) => ({ alt, drawn: { view: '0 0 4 3', look: '', art: '' } })
  const screens = lesson.screens.map(screen =>
    screen.type === 'quiz' ? { ...screen, scene: scene('A lane.') } : screen.type === 'ending' ? { ...screen, scene: scene('Tea.') } : screen)
  const quiz = lesson.screens.find(({ type }) => type === 'quiz')?.id ?? ''
  const atQuiz = fold(outline, onSecond, { type: 'arrived', screenId: quiz })
  const { wrapper, press, screen, finish } = await open({ kind: 'resume', attempt: atQuiz }, { of: { ...lesson, screens } as unknown as typeof lesson })
  await press('start')
  const panel = wrapper.get('.stage-panel')
  expect(panel.find('[aria-label="A lane."]').exists()).toBe(true)
  expect(panel.findAll('.lane li')).toHaveLength(3)
  for (const action of ['skip', 'skip', 'skip', 'finish', 'continue']) await press(action)
  await finish()
  expect(screen()).toBe('over')
  expect(wrapper.find('.over figure[aria-hidden="true"]').exists()).toBe(true)
})
