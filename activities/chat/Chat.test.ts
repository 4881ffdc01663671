// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { config, type ChatAnswer } from '#activities/chat/schema'
import { testHost } from '../../tests/support/lessons/player-host'
import Chat from './Chat.vue'

const option = (id: string, next: string, tone = 'thoughtful') => ({ id, text: `Do ${id}`, tone, feedback: `What ${id} leads to.`, next })
const activity = config.parse({
  id: 'chat',
  type: 'chat',
  title: 'A chat',
  app: { name: 'PetPod', look: 'pets' },
  speakers: [
    { id: 'sam', name: 'Sam', role: 'me' },
    { id: 'kit', name: 'Kit', role: 'contact', picture: 'avatar-fox' },
  ],
  turns: [
    {
      id: 'first',
      messages: [{ from: 'kit', text: 'Hello there.' }],
      choices: [{ ...option('ask', 'second'), says: 'Who are you?' }, option('wait', 'second', 'risky')],
    },
    {
      id: 'second',
      messages: [{ from: 'kit', text: 'It is a secret.' }],
      choices: [option('tell', 'end'), option('keep', 'end', 'risky'), option('again', 'first', 'unsure')],
    },
    { id: 'end', messages: [], ending: { text: 'Dad listens.', help: 'Dad and Sam report Kit.' } },
  ],
})

/** A chat in a player that keeps the answer, as the real one does. */
function chat(answer?: ChatAnswer) {
  const wrapper = mount(Chat, {
    props: { activity, answer, onAnswer: (given: ChatAnswer) => void wrapper.setProps({ answer: given }) },
    ...testHost(),
  })
  const press = async (selector: string) => {
    const button = wrapper.get<HTMLElement>(selector)
    button.element.focus()
    await button.trigger('click')
    await nextTick()
    await nextTick()
  }
  const log = () => wrapper.get('[role="log"]').text()
  return { wrapper, press, log, focused: () => document.activeElement }
}

afterEach(() => {
  document.body.innerHTML = ''
})

describe('a chat', () => {
  it('shows the first messages with the name of who sent them, and asks what the character could do', () => {
    const { wrapper, log } = chat()
    expect(log()).toContain('Kit: Hello there.')
    expect(log()).not.toContain('It is a secret.')
    expect(wrapper.get('h2').text()).toBe('What could Sam do?')
    expect(wrapper.findAll('[data-option]').map(button => button.text())).toEqual(['Do ask', 'Do wait'])
  })

  it('says in its bar with whom, with their picture, and shows the pupil\'s own words on the other side', async () => {
    const { wrapper, press } = chat()
    expect(wrapper.get('header').text()).toBe('KitPetPod')
    expect(wrapper.get('header img').attributes()).toMatchObject({ src: 'pictures/avatar-fox.svg', alt: '' })
    expect(wrapper.find('.mine').exists()).toBe(false)
    await press('[data-option="ask"]')
    expect(wrapper.get('.mine').text()).toBe('Sam: Who are you?')
  })

  it('says who writes where several do', () => {
    const niamh = { id: 'niamh', name: 'Niamh', role: 'friend' as const }
    const group = { ...activity, speakers: [...activity.speakers, niamh] }
    const wrapper = mount(Chat, { props: { activity: group }, ...testHost() })
    expect(wrapper.get('header').text()).toBe('PetPod')
    expect(wrapper.get('[role="log"] .name:not(.visually-hidden)').text()).toContain('Kit')
    wrapper.unmount()
  })

  it('hands on the whole path with every choice', async () => {
    const { wrapper, press } = chat(['ask'])
    await press('[data-option="tell"]')
    expect(wrapper.emitted('answer')).toEqual([[['ask', 'tell']]])
  })

  it('puts what the character says into the log, and goes on, with a word about it beside the next question', async () => {
    const { wrapper, press, log, focused } = chat()
    await press('[data-option="ask"]')
    expect(log()).toMatch(/Sam: Who are you\?.*It is a secret\./)
    expect(wrapper.get('[aria-live] [data-feedback]').text()).toContain('What ask leads to.')
    expect(focused()).toBe(wrapper.get('[data-question]').element)
  })

  it('has what a risky choice leads to read first, and the next messages only when the pupil goes on', async () => {
    const { wrapper, press, log, focused } = chat()
    await press('[data-option="wait"]')
    expect(log()).not.toContain('It is a secret.')
    expect(wrapper.get('[data-feedback]').text()).toContain('What wait leads to.')
    expect(focused()).toBe(wrapper.get('[data-feedback]').element)
    await press('[data-action="next"]')
    expect(log()).toContain('It is a secret.')
    expect(wrapper.find('[data-feedback]').exists()).toBe(false)
    expect(focused()).toBe(wrapper.get('[data-question]').element)
  })

  it('says what the character did where nothing is sent', async () => {
    const { press, log } = chat()
    await press('[data-option="wait"]')
    expect(log()).toContain('Sam did: Do wait')
  })

  it('announces messages and feedback without interrupting, and scrolls by keyboard', () => {
    const { wrapper } = chat()
    expect(wrapper.get('[role="log"]').attributes()).toMatchObject({ 'aria-label': 'Messages', tabindex: '0' })
    expect(wrapper.get('.feedback-region').attributes('aria-live')).toBe('polite')
  })
})

describe('going back in a chat', () => {
  it('is offered after a risky choice and not after a thoughtful one', async () => {
    const { wrapper, press } = chat()
    await press('[data-option="wait"]')
    expect(wrapper.get('[data-action="retry"]').text()).toBe('Another way')
    await press('[data-action="retry"]')
    await press('[data-option="ask"]')
    expect(wrapper.find('[data-action="retry"]').exists()).toBe(false)
  })

  it('drops only the last choice and asks the same turn again', async () => {
    const { wrapper, press, log, focused } = chat(['ask'])
    await press('[data-option="again"]')
    await press('[data-action="retry"]')
    expect(wrapper.emitted('answer')?.pop()).toEqual([['ask']])
    expect(wrapper.find('[data-option="keep"]').exists()).toBe(true)
    expect(wrapper.find('[data-feedback]').exists()).toBe(false)
    expect(log()).not.toContain('Do again')
    expect(focused()).toBe(wrapper.get('[data-question]').element)
  })

  it('is offered before and at an ending that a risky choice led to', async () => {
    const { wrapper, press } = chat(['ask'])
    await press('[data-option="keep"]')
    expect(wrapper.get('[data-feedback]').text()).toContain('What keep leads to.')
    expect(wrapper.find('[data-ending]').exists()).toBe(false)
    await press('[data-action="retry"]')
    expect(wrapper.find('[data-option="tell"]').exists()).toBe(true)
  })

  it('is offered to who comes back to such an ending', async () => {
    const { wrapper, press } = chat(['ask', 'keep'])
    await press('[data-action="retry"]')
    expect(wrapper.emitted('answer')).toEqual([[['ask']]])
    expect(wrapper.find('[data-ending]').exists()).toBe(false)
    expect(wrapper.find('[data-option="tell"]').exists()).toBe(true)
  })
})

describe('the ending of a chat', () => {
  it('comes with a word about the choice that led there, and the focus on it', async () => {
    const { wrapper, press, focused } = chat(['ask'])
    await press('[data-option="tell"]')
    expect(focused()).toBe(wrapper.get('[data-ending]').element)
    expect(wrapper.get('[data-feedback]').text()).toContain('What tell leads to.')
  })

  it('comes only after what a risky choice leads to has been read', async () => {
    const { wrapper, press, focused } = chat(['ask'])
    await press('[data-option="keep"]')
    expect(wrapper.find('[data-ending]').exists()).toBe(false)
    await press('[data-action="next"]')
    expect(focused()).toBe(wrapper.get('[data-ending]').element)
    expect(wrapper.find('[data-feedback]').exists()).toBe(false)
  })

  it.each([[['ask', 'tell']], [['wait', 'keep']]])('after %s says what happens and, set apart, how help was reached', (path) => {
    const { wrapper } = chat(path)
    expect(wrapper.get('[data-ending]').text()).toContain('Dad listens.')
    expect(wrapper.get('[data-ending] .help').text()).toMatch(/Getting help\s*Dad and Sam report Kit\./)
    expect(wrapper.find('[data-option]').exists()).toBe(false)
  })

  it('can be left to play the chat another way, from the start', async () => {
    const { wrapper, press, log, focused } = chat(['ask', 'tell'])
    await press('[data-action="restart"]')
    expect(wrapper.emitted('answer')).toEqual([[[]]])
    expect(log()).not.toContain('Who are you?')
    expect(focused()).toBe(wrapper.get('[data-question]').element)
  })
})

describe('a path through a chat', () => {
  it('may come back to an earlier turn', async () => {
    const { press, log } = chat(['ask', 'again'])
    await press('[data-option="wait"]')
    expect(log().match(/Hello there\./g)).toHaveLength(2)
  })

  it('that belongs to another lesson shows the chat from its start', () => {
    expect(chat(['nowhere', 'tell']).wrapper.find('[data-option="ask"]').exists()).toBe(true)
  })

  it('cannot be changed while the chat is disabled', async () => {
    const { wrapper } = chat()
    await wrapper.setProps({ disabled: true })
    expect(wrapper.findAll('button:not(:disabled)')).toEqual([])
  })
})
