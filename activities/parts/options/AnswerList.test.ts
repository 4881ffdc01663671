// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { testHost } from '../../../tests/support/lessons/player-host'
import AnswerList from './AnswerList.vue'

/** In an activity that keeps what is picked. */
function asked(checksFirst: boolean) {
  const wrapper = mount(AnswerList, {
    props: {
      modelValue: undefined, name: 'test', question: 'Which?', open: true,
      options: [{ id: 'one', text: 'One' }, { id: 'two', text: 'Two' }],
      'onUpdate:modelValue': (picked: string | undefined) => void wrapper.setProps({ modelValue: picked }),
    },
    ...testHost({ checksFirst }),
  })
  return { wrapper, answers: () => wrapper.emitted('answer')?.length ?? 0, picked: () => wrapper.props('modelValue') }
}

it('takes a press as the answer, and says until then that one is to be picked', async () => {
  const { wrapper, answers, picked } = asked(false)
  expect(wrapper.get('[data-action="your-turn"]').text()).toBe('Pick one')
  expect(wrapper.find('input').exists()).toBe(false)
  await wrapper.get('[data-option="two"]').trigger('click')
  expect([answers(), picked()]).toEqual([1, 'two'])
  wrapper.unmount()
})

it('does not take the second press of a double one, which was not meant for it', async () => {
  const { wrapper, answers } = asked(false)
  await wrapper.get('[data-option="two"]').trigger('click', { detail: 2 })
  expect(answers()).toBe(0)
  wrapper.unmount()
})

it('waits for Check where the pupil would rather check first', async () => {
  const { wrapper, answers, picked } = asked(true)
  await wrapper.get('[data-option="one"] input').setValue()
  await wrapper.get('[data-option="two"] input').setValue()
  expect([answers(), picked()]).toEqual([0, 'two'])
  await wrapper.get('[data-action="check"]').trigger('click')
  expect(answers()).toBe(1)
  wrapper.unmount()
})

it('keeps what was picked in sight once it is answered, and says so', async () => {
  const { wrapper } = asked(false)
  await wrapper.setProps({ modelValue: 'one', open: false })
  expect(wrapper.get('[data-option="one"]').attributes('aria-pressed')).toBe('true')
  expect(wrapper.get('fieldset').attributes('disabled')).toBeDefined()
  await wrapper.setProps({ open: true })
  expect(wrapper.get('[data-option="one"]').attributes('aria-pressed')).toBeUndefined()
  wrapper.unmount()
})
