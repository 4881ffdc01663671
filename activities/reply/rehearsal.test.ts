// @vitest-environment happy-dom
/** The pupil says it, the adult answers: not yet well, then well. */
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { config, type ReplyAnswer } from '#activities/reply/schema'
import { score } from '#activities/reply/score'
import { testHost } from '../../tests/support/lessons/player-host'
import { withScreenReader } from '../../tests/support/lessons/screen-reader'
import Reply from './Reply.vue'

const by = { id: 'mum', name: 'Mum', role: 'friend' }
const option = (id: string, text: string) => ({ id, text, tone: 'thoughtful', feedback: `${id} is clear and kind.` })
const first = {
  id: 'first', situation: 'Mum is icing a cake.', question: 'How could Ivy start?',
  options: [option('five', 'Have you got five minutes?'), option('note', 'A note')],
  answer: { by, text: 'Tomorrow, Ivy?', heard: false, note: 'There is a second sentence.' },
}
const second = {
  id: 'second', situation: 'Ivy is still here.', question: 'What could Ivy say now?',
  options: [option('now', 'It is important to me.'), option('odd', 'Somebody is odd.')],
  answer: { by, text: 'The cake can wait.', heard: true },
}
const base = { id: 'say-it', type: 'reply', title: 'Say it', rehearse: 'Say it once more.' }
const rehearsal = config.parse({ ...base, rounds: [first, second] })

function play(answer?: ReplyAnswer) {
  const wrapper = mount(Reply, {
    props: { activity: rehearsal, answer, onAnswer: (given: ReplyAnswer) => void wrapper.setProps({ answer: given }) },
    ...testHost(),
  })
  return wrapper
}
const answersOf = (wrapper: ReturnType<typeof play>) => wrapper.emitted('answer')?.flat() ?? []

afterEach(() => {
  document.body.innerHTML = ''
})

it('after a poor answer it is said in a second way, and then the adult hears', async () => {
  const wrapper = play()
  await wrapper.get('[data-option="five"]').trigger('click')
  await flushPromises()
  expect(wrapper.findAll('.bubble').map(bubble => bubble.text())).toEqual(['YouHave you got five minutes?', 'MumTomorrow, Ivy?'])
  expect(wrapper.get('[data-feedback]').text()).toContain('five is clear and kind. There is a second sentence.')
  await wrapper.get('[data-action="next"]').trigger('click')
  await flushPromises()
  expect(document.activeElement?.textContent).toContain('2 of 2')
  await wrapper.get('[data-option="now"]').trigger('click')
  await flushPromises()
  expect(wrapper.text()).toContain('The cake can wait.')
  expect(answersOf(wrapper).pop()).toEqual({ first: 'five', second: 'now' })
  wrapper.unmount()
})

it('words said aloud are heard as well as picked ones, and nothing is known of them', async () => {
  const wrapper = play({ first: 'five' })
  await wrapper.get('button[data-option="aloud"]').trigger('click')
  await flushPromises()
  expect(answersOf(wrapper)).toEqual([{ first: 'five', second: 'aloud' }])
  expect(score(rehearsal, { first: 'aloud', second: 'aloud' }).complete).toBe(true)
  expect(wrapper.findAll('.bubble').map(bubble => bubble.text())).toEqual(['YouWords of my own', 'MumThe cake can wait.'])
  expect(wrapper.get('[data-feedback]').text()).toContain('You said it.')
  wrapper.unmount()
})

it('a screen reader says what the adult answers', async () => {
  const wrapper = play()
  await withScreenReader(async ({ tabTo }) => {
    const [, said] = await tabTo(wrapper.get<HTMLElement>('button[data-option="aloud"]').element)
    expect(said.join(' ')).toContain('Tomorrow, Ivy?')
  })
  wrapper.unmount()
})

it('a rehearsal ends in being heard, a poor answer says what it means, and no option is called as what is said aloud', () => {
  const refused = (rounds: object[]) => config.safeParse({ ...base, rounds }).error?.issues.map(({ path }) => path.join('.'))
  expect(refused([first, second])).toBeUndefined()
  expect(refused([second, first])).toEqual(['rounds.1.answer.heard'])
  expect(refused([{ ...first, answer: { ...first.answer, note: undefined } }, second])).toEqual(['rounds.0.answer.note'])
  expect(refused([{ ...second, options: [option('aloud', 'Aloud'), option('odd', 'Odd')] }])).toEqual(['rounds.0.options.0.id'])
})

it('what was said aloud answers no round without an adult', () => {
  const { answer: _, ...plain } = second
  expect(score(config.parse({ ...base, rounds: [plain] }), { second: 'aloud' }).complete).toBe(false)
})
