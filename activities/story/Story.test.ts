// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { GO_ON } from '#activities/branching'
import { config, type StoryAnswer } from '#activities/story/schema'
import { testHost } from '../../tests/support/lessons/player-host'
import Story from './Story.vue'

const option = (id: string, next: string, tone = 'thoughtful') => ({ id, text: `Do ${id}`, tone, feedback: `What ${id} leads to.`, next })
const activity = config.parse({
  id: 'story',
  type: 'story',
  title: 'A story',
  speakers: [
    { id: 'omar', name: 'Omar', role: 'me' },
    { id: 'gran', name: 'Gran', role: 'friend', picture: 'face-gran-smile' },
  ],
  scenes: [
    { id: 'start', picture: { id: 'bus-ride', alt: 'A bus.' }, text: ['Omar is on the bus.'], next: 'message' },
    { id: 'message', text: ['A message comes.'], choices: [option('ask', 'sofa'), option('go', 'park', 'risky')] },
    { id: 'park', text: ['Omar is near the park.'], next: 'knot' },
    { id: 'knot', text: ['There is a knot in his tummy.'], choices: [option('tell', 'sofa'), option('hide', 'sofa', 'unsure')] },
    {
      id: 'sofa',
      text: ['Gran sits down.'],
      speech: [{ from: 'gran', text: 'I am glad you told me.' }],
      ending: { text: 'They stay at home.', help: 'Gran reports the message.' },
    },
  ],
})

/** A story in a player that keeps the answer, as the real one does. */
function story(answer?: StoryAnswer) {
  const wrapper = mount(Story, {
    props: { activity, answer, onAnswer: (given: StoryAnswer) => void wrapper.setProps({ answer: given }) },
    ...testHost(),
  })
  const press = async (selector: string) => {
    const button = wrapper.get<HTMLElement>(selector)
    button.element.focus()
    await button.trigger('click')
    await nextTick()
    await nextTick()
  }
  const scenes = () => wrapper.findAll('[data-scene]').map(scene => scene.attributes('data-scene'))
  return { wrapper, press, scenes, focused: () => document.activeElement }
}

afterEach(() => {
  document.body.innerHTML = ''
})

describe('a story', () => {
  it('shows one scene at a time, with its picture and its words', () => {
    const { wrapper, scenes } = story()
    expect(scenes()).toEqual(['start'])
    expect(wrapper.get('img').attributes()).toMatchObject({ src: 'pictures/bus-ride.svg', alt: 'A bus.' })
    expect(wrapper.text()).toContain('Omar is on the bus.')
  })

  it('goes on with Next where there is nothing to choose, and the new scene takes the focus', async () => {
    const { wrapper, press, scenes, focused } = story()
    expect(wrapper.get('[data-action="next"]').text()).toBe('Next')
    await press('[data-action="next"]')
    expect(wrapper.emitted('answer')).toEqual([[[GO_ON]]])
    expect(scenes()).toEqual(['message'])
    expect(focused()).toBe(wrapper.get('[data-scene]').element)
  })

  it('names the scene by its words, so that they are read out when it takes the focus', () => {
    const { wrapper } = story()
    expect(wrapper.get(`[id="${wrapper.get('[data-scene]').attributes('aria-labelledby')}"]`).text()).toBe('Omar is on the bus.')
  })

  it('keeps the scene in view while the feedback on a choice is read, and then shows what happens', async () => {
    const { wrapper, press, scenes, focused } = story([GO_ON])
    expect(wrapper.get('h2').text()).toBe('What could Omar do?')
    await press('[data-option="go"]')
    expect(scenes()).toEqual(['message'])
    expect(focused()).toBe(wrapper.get('[data-feedback]').element)
    expect(wrapper.get('[data-feedback]').text()).toContain('What go leads to.')
    expect(wrapper.find('[data-option]').exists()).toBe(false)
    expect(wrapper.get('[data-action="next"]').text()).toBe('What happens?')
    await press('[data-action="next"]')
    expect(scenes()).toEqual(['park'])
    expect(focused()).toBe(wrapper.get('[data-scene]').element)
  })

  it('announces feedback without interrupting', () => {
    expect(story().wrapper.get('.feedback-region').attributes('aria-live')).toBe('polite')
  })
})

describe('going back in a story', () => {
  it('is not offered at the first scene', () => {
    expect(story().wrapper.find('[data-action="retry"], [data-action="previous"]').exists()).toBe(false)
  })

  it('goes to the scene before, and no further', async () => {
    const { wrapper, press, scenes } = story([GO_ON, 'go'])
    await press('[data-action="next"]')
    await press('[data-action="next"]')
    expect(scenes()).toEqual(['knot'])
    expect(wrapper.get('[data-action="previous"]').text()).toBe('Previous scene')
    await press('[data-action="previous"]')
    expect(scenes()).toEqual(['park'])
    expect(wrapper.find('[data-feedback]').exists()).toBe(false)
  })

  it('brings the choices back after a choice, and the focus to the question', async () => {
    const { wrapper, press, scenes, focused } = story([GO_ON, 'go'])
    expect(wrapper.get('[data-action="retry"]').text()).toBe('Another way')
    await press('[data-action="retry"]')
    expect(wrapper.emitted('answer')).toEqual([[[GO_ON]]])
    expect(scenes()).toEqual(['message'])
    expect(wrapper.find('[data-option="ask"]').exists()).toBe(true)
    expect(focused()).toBe(wrapper.get('[data-question]').element)
  })

  it('is offered at the ending too', async () => {
    const { press, scenes, focused, wrapper } = story([GO_ON, 'ask'])
    await press('[data-action="retry"]')
    expect(scenes()).toEqual(['message'])
    expect(focused()).toBe(wrapper.get('[data-scene]').element)
  })
})

describe('the ending of a story', () => {
  it('comes with what the choice means first, then the last scene, then how help was reached', async () => {
    const { wrapper, press, focused } = story([GO_ON])
    await press('[data-option="ask"]')
    expect(wrapper.text()).toMatch(/What ask leads to\..*Gran sits down\..*They stay at home\..*Getting help\s*Gran reports the message\./s)
    expect(focused()).toBe(wrapper.get('[data-feedback]').element)
  })

  it('can be left to play the story another way, from the start', async () => {
    const { wrapper, press, scenes, focused } = story([GO_ON, 'ask'])
    await press('[data-action="restart"]')
    expect(wrapper.emitted('answer')).toEqual([[[]]])
    expect(scenes()).toEqual(['start'])
    expect(focused()).toBe(wrapper.get('[data-scene]').element)
  })
})

it('a path that belongs to another lesson shows the story from its start', () => {
  expect(story(['nowhere']).scenes()).toEqual(['start'])
})

it('a disabled story cannot be changed', async () => {
  const { wrapper } = story([GO_ON])
  await wrapper.setProps({ disabled: true })
  expect(wrapper.findAll('button:not(:disabled)')).toEqual([])
})
