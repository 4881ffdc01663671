// @vitest-environment happy-dom
/** A whole lesson of each register with a screen reader: every control has a name, and every screen and outcome is said by itself. */
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, expect, it } from 'vitest'
import { inMemoryRecorder } from '#shared/attempt/in-memory-recorder'
import { folderSource } from '../../server/content/sources/folder-source'
import { findLesson, readLibrary } from '../../server/content/library/library'
import messages from '../../i18n/player/en.json' with { type: 'json' }
import { withScreenReader } from '../../tests/support/lessons/screen-reader'
import '#activities/all-at-hand'
import LessonPlayer from './LessonPlayer.vue'

afterEach(() => {
  document.body.innerHTML = ''
})

/** What a pupil would press next, most wanted first. */
const OPEN = [
  'fieldset:not([disabled]) input[type="radio"]',
  'fieldset:not([disabled]) input[type="checkbox"]:not(:checked)',
  '[data-action="check"]:not([disabled], [aria-disabled])',
  'button[data-option]:not([disabled], [data-done], [aria-pressed="true"])',
  '[data-action="next"]:not([disabled])',
  '[data-action="start"]:not([disabled])',
  '[data-action="finish"]:not([disabled])',
  '[data-action="continue"]:not([disabled])',
]

/** Whoever can go on does; a group of radio buttons that has its answer is left. */
function nextControl(main: Element): HTMLElement | undefined {
  const foot = main.querySelector<HTMLElement>('nav .main [data-action="continue"], nav .main [data-action="finish"]')
  if (foot) return foot
  return OPEN.flatMap(selector => [...main.querySelectorAll<HTMLElement>(selector)])
    .find((found) => {
      const group = found.closest('fieldset')
      return found.matches('input') ? !group?.querySelector('input:checked') : !group?.disabled
    })
}

it.each(['lying-online-9-11', 'lying-online-11-14'])('%s is done with a screen reader, which says each screen and each outcome', async (id) => {
  const lesson = findLesson(await readLibrary(folderSource('content')), id, 'en')
  if (!lesson) throw new Error(`no lesson ${id}`)
  const wrapper = mount(LessonPlayer, {
    attachTo: document.body,
    props: { lesson, help: [], messages, pictureBase: '/pictures/', recorder: inMemoryRecorder({ kind: 'fresh' }), host: 'device' },
    global: { plugins: [createPinia()] },
  })
  await flushPromises()
  const main = wrapper.get('main').element
  const screenId = () => main.querySelector('[data-screen]')?.getAttribute('data-screen') ?? ''
  const met = [screenId()]
  let feedback = 0
  await withScreenReader(async ({ tabTo, read }) => {
    for (let presses = 0; presses < 400 && screenId() !== 'over'; presses++) {
      const control = nextControl(main)
      if (!control) throw new Error(`nothing to press on ${screenId()}`)
      const isAnswer = control.matches('[data-action="check"], button[data-option]')
      const [called, said] = await tabTo(control)
      expect(called, control.outerHTML.slice(0, 200)).toMatch(/^(?:button|radio|checkbox), \S/)
      if (screenId() !== met[met.length - 1]) {
        met.push(screenId())
        const title = lesson.screens.find(screen => screen.id === screenId())?.title ?? messages[screenId() === 'break' ? 'rest.title' : 'over.title']
        expect(said, `on ${screenId()}`).toContain(`heading, ${title}, level 1`)
      }
      else if (isAnswer) {
        feedback++
        expect(said.filter(phrase => /^(?:polite: |heading, )/.test(phrase)), `${screenId()}: ${control.textContent}`).not.toEqual([])
      }
    }
    expect(await read()).toContain(`heading, ${messages['over.title']}, level 1`)
  })
  const sittings = lesson.screens.flatMap(screen => screen.startsSitting ? ['break', screen.id] : [screen.id])
  expect(met).toEqual([...sittings, 'over'])
  expect(feedback).toBeGreaterThan(10)
  wrapper.unmount()
})
