// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { useReadAloud } from './read-aloud'

interface Utterance { text: string, onend?: () => void }

let spoken: Utterance[] = []
beforeEach(() => {
  spoken = []
  vi.stubGlobal('SpeechSynthesisUtterance', class { constructor(readonly text: string) {} })
  vi.stubGlobal('speechSynthesis', {
    getVoices: () => [{ lang: 'en-GB', localService: true }],
    speak: (utterance: Utterance) => spoken.push(utterance),
    cancel: () => undefined,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  })
})
afterEach(() => vi.unstubAllGlobals())

function reader() {
  let reading: ReturnType<typeof useReadAloud> | undefined
  mount(defineComponent({
    setup() {
      reading = useReadAloud(ref(), () => 'en-GB')
      return () => h('p')
    },
  }))
  if (!reading) throw new Error('not mounted')
  return reading
}

it('says a voice note by itself, once, and falls silent when it is asked for again', () => {
  const reading = reader()
  reading.say('It is me.')
  expect(spoken.map(({ text }) => text)).toEqual(['It is me.'])
  expect(reading.isReading.value).toBe(true)
  reading.say('It is me.')
  expect(spoken).toHaveLength(1)
  expect(reading.isReading.value).toBe(false)
  reading.say('It is me.')
  spoken[1]?.onend?.()
  expect(reading.isReading.value).toBe(false)
})

it('says another voice note instead of the one before', () => {
  const reading = reader()
  reading.say('One.')
  reading.say('Two.')
  expect(spoken.map(({ text }) => text)).toEqual(['One.', 'Two.'])
  expect(reading.isReading.value).toBe(true)
})
