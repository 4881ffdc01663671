// @vitest-environment happy-dom
import { readFileSync } from 'node:fs'
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { config } from '#activities/recap/schema'
import { testHost } from '../../tests/support/lessons/player-host'
import Recap from './Recap.vue'

const activity = config.parse(parse(readFileSync('activities/recap/example.yml', 'utf8')))

it('what was chosen is said again in one press each, and taken back by another', async () => {
  const wrapper = mount(Recap, { props: { activity, answer: { bought: 'gate' } }, ...testHost() })
  expect(wrapper.findAll('[aria-pressed="true"]').map(button => button.text())).toEqual(['The golden gate'])
  await wrapper.get('[data-option="gran"]').trigger('click')
  await wrapper.get('[data-option="gate"]').trigger('click')
  expect(wrapper.emitted('answer')).toEqual([[{ bought: 'gate', told: 'gran' }], [{}]])
  wrapper.unmount()
})
