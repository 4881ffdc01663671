// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { ref, shallowRef } from 'vue'
import ActionRow from './ActionRow.vue'
import { footKey } from './stage'

const inFoot = (actions: readonly (readonly ['next' | 'retry', string, () => void])[]) => {
  const foot = { main: ref(null), links: ref(null), taken: ref(0), action: ref(''), linksTaken: ref(0), back: shallowRef(null) }
  mount(ActionRow, { props: { actions, retryFirst: true }, global: { provide: { [footKey as symbol]: foot } } })
  return foot.action.value
}

it('after a risky choice nobody leaves the step past what comes of it', () => {
  const nothing = () => {}
  expect(inFoot([['next', 'Go on', nothing], ['retry', 'Another way', nothing]])).toBe('next')
  expect(inFoot([['retry', 'Another way', nothing]])).toBe('retry')
})
