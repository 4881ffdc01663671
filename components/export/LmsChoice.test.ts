// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { computed, ref, watch } from 'vue'
import { createI18n } from 'vue-i18n'
import words from '../../i18n/locales/en/export.json' with { type: 'json' }
import type { LmsNote } from '#shared/api/packages'
import LmsChoice from './LmsChoice.vue'
import LmsNotes from './LmsNotes.vue'

const note = (id: string, name: string, format: LmsNote['format'], lead: string): LmsNote =>
  ({ id, name, format, locale: 'en', body: { type: 'minimark', value: [['p', {}, lead], ['p', {}, 'Then this.']] } as LmsNote['body'] })
const notes = [note('moodle', 'Moodle', 'scorm12', 'Take SCORM 1.2.'), note('classroom', 'Google Classroom', 'web', 'It plays none.')]

it('the LMS that is chosen sets the format, says what its guide begins with, and leads to the guide', async () => {
  for (const [name, value] of Object.entries({ computed, ref, watch, useLangOf: () => () => ({}) })) vi.stubGlobal(name, value)
  const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: words } })
  const page = mount(LmsChoice, { props: { notes }, global: { plugins: [i18n] } })
  expect(page.get('[role="status"]').text()).toContain('Choose yours')
  await page.get('[value="classroom"]').setValue(true)
  expect(page.emitted('format')).toEqual([['web']])
  expect(page.get('[role="status"]').text()).toContain('It plays none.')
  expect(page.text()).not.toContain('Then this.')
  const link = page.get('a')
  expect(link.attributes('href')).toBe('#lms-classroom')
  await link.trigger('click')
  expect(page.emitted('guide')).toEqual([['classroom']])

  const guides = mount(LmsNotes, { props: { notes, asked: 'classroom' }, global: { plugins: [i18n], stubs: { NuxtLink: true } } })
  expect(guides.findAll('details').map(one => [one.attributes('id'), one.attributes('open') !== undefined])).toEqual([['lms-moodle', false], ['lms-classroom', true]])
})
