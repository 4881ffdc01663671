// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { config, type ChoiceConfig } from '#activities/choice/schema'
import { testHost } from '../../tests/support/lessons/player-host'
import Choice from './Choice.vue'

const activity: ChoiceConfig = config.parse({
  id: 'secret',
  type: 'choice',
  title: 'A secret',
  question: 'What could Sam do?',
  options: [
    { id: 'tell', text: 'Tell Dad', tone: 'thoughtful', feedback: 'Dad can help.' },
    { id: 'keep', text: 'Keep it quiet', tone: 'risky', feedback: 'Lots of people would feel that.' },
  ],
})

describe('choice', () => {
  it('is answered by one press', async () => {
    const wrapper = mount(Choice, { props: { activity }, ...testHost() })
    await wrapper.get('[data-option="tell"]').trigger('click')
    expect(wrapper.emitted('answer')).toEqual([['tell']])
  })

  it('shows the feedback of the option that was chosen, and no other', () => {
    const wrapper = mount(Choice, { props: { activity, answer: 'keep' }, ...testHost() })
    expect(wrapper.get('[data-feedback]').text()).toContain('Lots of people would feel that.')
    expect(wrapper.text()).not.toContain('Dad can help.')
  })

  it('can be tried again, from where the pupil was', async () => {
    const wrapper = mount(Choice, { props: { activity, answer: 'keep' }, ...testHost() })
    await wrapper.get('[data-action="retry"]').trigger('click')
    expect(wrapper.find('[data-feedback]').exists()).toBe(false)
    expect(document.activeElement).toBe(wrapper.get('[data-option="keep"]').element)
    await wrapper.get('[data-option="tell"]').trigger('click')
    expect(wrapper.emitted('answer')).toEqual([['tell']])
  })
})
