// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { config } from '#activities/gap/schema'
import { testHost } from '../../tests/support/lessons/player-host'
import Gap from './Gap.vue'

const options = [
  { id: 'like', text: 'like', tone: 'thoughtful', feedback: 'Liking is quick.' },
  { id: 'trust', text: 'trust', tone: 'unsure', feedback: 'Trust takes time.' },
]
const activity = config.parse({
  id: 'test',
  type: 'gap',
  title: 'Test',
  sentences: [
    { id: 'a', text: 'I ____ jokes.', options },
    { id: 'b', text: 'You ____ it.', options },
  ],
})

it('fills the gap as soon as a word is picked, and says the sentence', async () => {
  const wrapper = mount(Gap, { props: { activity }, ...testHost({ checksFirst: true }) })
  const sentence = wrapper.get('.sentence')
  expect(sentence.text()).toBe('I gap jokes.')
  await wrapper.get('[data-option="trust"] input').setValue()
  expect(sentence.text()).toBe('I trust jokes.')
  expect(sentence.attributes('aria-live')).toBe('polite')
  expect(wrapper.emitted('answer')).toBeUndefined()
  wrapper.unmount()
})

it('goes from sentence to sentence, with feedback on each, and can come back', async () => {
  const wrapper = mount(Gap, { props: { activity, answer: {} }, ...testHost() })
  await wrapper.get('[data-option="like"]').trigger('click')
  expect(wrapper.emitted('answer')).toEqual([[{ a: 'like' }]])
  await wrapper.setProps({ answer: { a: 'like' } })
  expect(wrapper.get('[data-feedback]').text()).toContain('Liking is quick.')
  await wrapper.get('[data-action="next"]').trigger('click')
  expect(wrapper.get('.sentence').text()).toBe('You gap it.')
  await wrapper.get('[data-action="previous"]').trigger('click')
  expect(wrapper.get('.sentence').text()).toBe('I like jokes.')
  wrapper.unmount()
})
