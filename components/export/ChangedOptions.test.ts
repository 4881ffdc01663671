// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { computed, defineComponent, h, nextTick, ref, useTemplateRef, type Component } from 'vue'
import { createI18n } from 'vue-i18n'
import words from '../../i18n/locales/en/export.json' with { type: 'json' }
import { defaultExportOptions, type ExportOptions } from '#shared/scorm/export-options'
import ChangedOptions from './ChangedOptions.vue'
import OptionSign from './OptionSign.vue'
import HowItBehaves from './HowItBehaves.vue'
import MoreOptions from './MoreOptions.vue'
import OptionRow from './OptionRow.vue'

it('each line says Safe or Changed, a risky change says what may come of it, and one press sets it back', async () => {
  // As Nuxt brings them in.
  vi.stubGlobal('computed', computed)
  vi.stubGlobal('useTemplateRef', useTemplateRef)
  const options = ref<ExportOptions>({ ...defaultExportOptions, course: { ...defaultExportOptions.course } })
  const bench = defineComponent(() => () => {
    const props = {
      modelValue: options.value,
      'onUpdate:modelValue': (now: ExportOptions) => options.value = now,
      formats: ['scorm12'],
      issueOf: () => undefined,
      isCourse: true,
    }
    return [HowItBehaves, MoreOptions, ChangedOptions].map(part => h(part as Component, props))
  })
  const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: words } })
  const page = mount(bench, {
    attachTo: document.body,
    global: { plugins: [i18n], components: { OptionRow, OptionSign }, stubs: { LogoField: true } },
  })
  const signs = () => Object.fromEntries(page.findAll('[data-line]').map(one => [one.attributes('data-line'), one.text()]))
  const safe = { completion: 'Safe', success: 'Safe', goes: 'Safe', order: 'Safe', interactions: 'Safe', masteryScore: 'Safe', dyslexiaFont: 'Safe', schemas: 'Safe', finish: 'Safe' }
  expect(signs()).toEqual(safe)
  expect(page.text()).toContain('Every option is as we would choose it.')

  await page.get('[name="masteryScore"]').setValue(true)
  await page.get('[name="goes"] option:last-child').setValue()
  expect(signs()).toEqual({ ...safe, masteryScore: 'Changed', goes: 'Changed' })
  expect(page.get('summary').text()).toContain('one changed')
  expect(page.get('[data-risk="masteryScore"]').text()).toContain('settle passed or failed by themselves')

  await page.get('[data-back="masteryScore"]').trigger('click')
  await nextTick()
  expect(signs()).toEqual({ ...safe, goes: 'Changed' })
  expect(document.activeElement?.getAttribute('aria-label')).toBe('What you changed')
  expect((page.get('[name="masteryScore"]').element as HTMLInputElement).checked).toBe(false)
  page.unmount()
})
